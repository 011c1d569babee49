"""What one node adds to a national criterion: shown beside it, never mixed into it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from criteria_library.enums import NoteKind, NoteLinkKind
from criteria_library.models.criteria import Criterion
from criteria_library.models.pasted import cleaned
from criteria_library.models.versions import CriterionVersion
from hub.models import NodeOwned


class LocalNote(ClusterableModel, NodeOwned):
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="local_notes", verbose_name=_("criterion")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=NoteKind, default=NoteKind.GUIDANCE)
    stricter_value = models.CharField(
        _("stricter value"),
        max_length=120,
        blank=True,
        help_text=_("What stands in place of the national value, like 85 °C."),
    )
    text = models.TextField(
        _("text"),
        max_length=2000,
        help_text=_("What buyers in the county should know beside the national text. Say why."),
    )
    contact_role = models.CharField(
        _("whom to ask (role)"), max_length=80, blank=True, help_text=_("A role, not a name.")
    )
    contact_email = models.EmailField(
        _("their e-mail"), blank=True, help_text=_("Without one, readers are sent to the node's own address.")
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

    def clean(self):
        super().clean()
        self.text = cleaned(self.text)

    def confirm(self, *, on) -> None:
        """To write a note, or to save it again, is to say that it fits the version that stands now."""
        # What is published has one, and only that can have notes.
        self.version = self.criterion.current_version  # type: ignore[assignment]
        self.confirmed_date = on

    @property
    def is_outdated(self) -> bool:
        """Written for an earlier version, and not confirmed since."""
        return self.version_id != self.criterion.current_version_id

    @property
    def ask(self) -> str:
        return self.contact_email or self.node.contact_email


class NoteLink(models.Model):
    """A local goal or a framework agreement that the note leads to."""

    note = ParentalKey(LocalNote, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=10, choices=NoteLinkKind, default=NoteLinkKind.AGREEMENT)
    title = models.CharField(_("title"), max_length=160)
    url = models.URLField(_("address"), max_length=500)

    class Meta:
        ordering = ["kind", "title"]
        verbose_name = _("link of a note")
        verbose_name_plural = _("links of notes")

    def __str__(self):
        return self.title
