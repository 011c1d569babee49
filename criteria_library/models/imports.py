"""A spreadsheet on its way into the library: tried first, written when every row is right."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import ImportState
from hub.enums import Language


class SpreadsheetImport(models.Model):
    name = models.CharField(_("file"), max_length=200)
    # In the database, so that the machine that does the job needs nothing from the one that took the file.
    content = models.BinaryField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    language = models.CharField(max_length=2, choices=Language, default=Language.BOKMAL)
    asked_at = models.DateTimeField(_("sent"))
    state = models.CharField(_("state"), max_length=8, choices=ImportState, default=ImportState.WAITING)
    rows = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    # What is wrong: rows of [sheet, row, column, reason]. `fault` says what is wrong with the whole file.
    faults = models.JSONField(default=list, blank=True)
    fault = models.TextField(blank=True)
    # How many criteria are new, changed and as they were.
    outcome = models.JSONField(default=dict, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("import of a spreadsheet")
        verbose_name_plural = _("imports of spreadsheets")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ImportState.WRITTEN) | Q(finished_at__isnull=False),
                name="written_imports_say_when",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def is_working(self) -> bool:
        return self.state in {ImportState.WAITING, ImportState.CHECKING, ImportState.WRITING}

    @property
    def percent(self) -> int:
        return 100 * self.done // self.rows if self.rows else 0
