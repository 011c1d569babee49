from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.enums import Language
from hub.models.nodes import NodeOwned


class ProblemReport(NodeOwned):
    """What a reader could not use on a node's pages."""

    page = models.CharField(_("where"), max_length=500, blank=True)
    problem = models.TextField(_("what was difficult"), max_length=4000)
    email = models.EmailField(_("e-mail for the answer"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    reported_at = models.DateTimeField(_("reported"), auto_now_add=True)
    handled_at = models.DateTimeField(_("put right or answered"), null=True, blank=True)

    class Meta:
        ordering = ["-reported_at", "-pk"]
        verbose_name = _("reported problem")
        verbose_name_plural = _("reported problems")

    def __str__(self):
        return self.problem[:60]
