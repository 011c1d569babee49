"""What one node adds to a national criterion: shown beside it, never mixed into it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import NoteKind
from criteria_library.models.criteria import Criterion
from criteria_library.models.versions import CriterionVersion
from hub.models import NodeOwned


class LocalNote(NodeOwned):
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="local_notes", verbose_name=_("criterion")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=NoteKind, default=NoteKind.GUIDANCE)
    text = models.TextField(
        _("text"),
        max_length=2000,
        help_text=_("What buyers in the county should know beside the national text. Say why."),
    )
    is_published = models.BooleanField(_("shown on the node's site"), default=True)
    # The version it was written for, or last confirmed against.
    version = models.ForeignKey(CriterionVersion, on_delete=models.PROTECT, editable=False, related_name="+")
    confirmed_date = models.DateField(_("confirmed"), editable=False)

    class Meta:
        ordering = ["criterion__identifier"]
        verbose_name = _("local note")
        verbose_name_plural = _("local notes")
        constraints = [
            models.UniqueConstraint(fields=["node", "criterion"], name="one_note_of_a_node_on_a_criterion")
        ]

    def __str__(self):
        return f"{self.criterion.identifier} – {self.node}"

    def confirm(self, *, on) -> None:
        """To write a note, or to save it again, is to say that it fits the version that stands now."""
        # What is published has one, and only that can have notes.
        self.version = self.criterion.current_version  # type: ignore[assignment]
        self.confirmed_date = on

    @property
    def is_outdated(self) -> bool:
        """Written for an earlier version, and not confirmed since."""
        return self.version_id != self.criterion.current_version_id
