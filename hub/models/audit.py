from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.models.nodes import Node


class AuditEntry(models.Model):
    """Who did what to whom and when. People stand here by their opaque id only.

    Written by `hub.services.audit` alone; the database refuses to change a line.
    """

    node = models.ForeignKey(
        Node, on_delete=models.PROTECT, null=True, blank=True, related_name="audit_entries"
    )
    actor_public_id = models.UUIDField(null=True, blank=True)
    action = models.CharField(_("what was done"), max_length=60)
    object_type = models.CharField(max_length=60, blank=True)
    object_id = models.CharField(max_length=60, blank=True)
    object_label = models.CharField(max_length=200, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now, editable=False, db_index=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["node", "-at"], name="log_of_a_node")]
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.object_label}"
