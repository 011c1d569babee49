from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.models.nodes import Node


class DeletedThing(models.Model):
    """What somebody deleted, kept for thirty days.

    A page lies in the node's bin meanwhile; of other things the rows' values are kept here.
    """

    node = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="deleted_things")
    kind = models.CharField(_("kind"), max_length=100, help_text="app_label.model")
    object_id = models.CharField(max_length=60)
    label = models.CharField(_("name"), max_length=255)
    page = models.OneToOneField(Page, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    parent = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("stood below"),
    )
    slug = models.CharField(max_length=255, blank=True)
    # Of a page and those below it: [page, revision] for each that was published.
    live_revisions = models.JSONField(default=list, blank=True)
    rows = models.JSONField(default=list, blank=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deleted by"),
    )
    deleted_at = models.DateTimeField(_("deleted"), db_index=True)

    class Meta:
        ordering = ["-deleted_at", "-pk"]
        verbose_name = _("deleted thing")
        verbose_name_plural = _("deleted things")
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, rows=[]) | (Q(page=None) & ~Q(rows=[])),
                name="deleted_things_are_a_page_or_rows",
            ),
        ]

    def __str__(self):
        return self.label
