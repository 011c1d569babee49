"""The working copy of a criterion, which editors change and versions are made of."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin

from criteria_library.enums import Effort, Market, ReviewOutcome, Status, TextState
from criteria_library.managers import CriterionQuerySet
from criteria_library.models.content import Substance, Wording
from hub.enums import Language

IDENTIFIER = r"^[A-Z]{2,5}-[0-9]{1,4}$"


class Criterion(
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
    Substance,
):
    """One requirement that buyers reuse. What they read is `current_version`, never this working copy."""

    identifier = models.CharField(
        _("identifier"),
        max_length=12,
        unique=True,
        validators=[
            RegexValidator(IDENTIFIER, _("Write two to five letters, a hyphen and digits, like TEX-004."))
        ],
        help_text=_("Two to five letters, a hyphen and digits, like TEX-004. It never changes."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    original_language = models.CharField(
        _("original language"), max_length=2, choices=Language, default=Language.BOKMAL
    )
    effort_buyer = models.PositiveSmallIntegerField(
        _("effort for the buyer"), choices=Effort, default=Effort.LOW
    )
    effort_supplier = models.PositiveSmallIntegerField(
        _("effort for the supplier"), choices=Effort, default=Effort.LOW
    )
    market = models.CharField(_("the market"), max_length=10, choices=Market, default=Market.MATURE)
    owner_role = models.CharField(
        _("owner (role)"), max_length=80, help_text=_("Who answers for it, as a role: “Head of textiles”.")
    )
    product_groups = ParentalManyToManyField(
        "hub.ProductGroup", related_name="criteria", verbose_name=_("product groups")
    )
    themes = ParentalManyToManyField(
        "hub.Theme", related_name="criteria", blank=True, verbose_name=_("themes")
    )
    goals = ParentalManyToManyField(
        "hub.Goal", related_name="criteria", blank=True, verbose_name=_("sustainable development goals")
    )
    change_note = models.TextField(
        _("what has changed"), blank=True, help_text=_("Shown in the change log of the next version.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)

    current_version = models.ForeignKey(
        "criteria_library.CriterionVersion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    last_reviewed_date = models.DateField(_("last reviewed"), null=True, blank=True, editable=False)
    next_review_date = models.DateField(_("next review"), null=True, blank=True, editable=False)
    review_outcome = models.CharField(
        _("outcome of the review"), max_length=10, choices=ReviewOutcome, blank=True, editable=False
    )
    withdrawn_date = models.DateField(_("withdrawn"), null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField(_("why it was withdrawn"), blank=True, editable=False)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="predecessors"
    )
    # All current texts in small letters, so that a part of a word finds the compound.
    search_text = models.TextField(blank=True, editable=False)

    objects = CriterionQuerySet.as_manager()

    # What services write, and an older draft must not bring back.
    KEPT_OUTSIDE_REVISIONS = (
        "identifier",
        "status",
        "current_version",
        "last_reviewed_date",
        "next_review_date",
        "review_outcome",
        "withdrawn_date",
        "withdrawn_reason",
        "successor",
        "search_text",
    )

    class Meta(Substance.Meta):
        abstract = False
        ordering = ["identifier"]
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        indexes = [models.Index(fields=["status", "identifier"], name="criterion_by_status")]
        constraints = [
            *Substance.Meta.constraints,
            models.CheckConstraint(
                condition=Q(identifier__regex=IDENTIFIER), name="identifiers_have_their_form"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.WITHDRAWN)
                | Q(withdrawn_date__isnull=False) & ~Q(withdrawn_reason=""),
                name="withdrawn_criteria_say_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT) | Q(current_version__isnull=False),
                name="readable_criteria_have_a_version",
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=models.F("pk")),
                name="no_criterion_succeeds_itself",
            ),
        ]

    def __str__(self):
        text = self.original_text
        return f"{self.identifier} {text.title}" if text else self.identifier

    def get_absolute_url(self):
        return reverse("criteria_library:detail", args=[self.identifier])

    def clean(self):
        super().clean()
        before = (
            type(self).objects.filter(pk=self.pk).values_list("identifier", flat=True).first()
            if self.pk
            else None
        )
        if before and before != self.identifier:
            raise ValidationError({"identifier": _("The identifier never changes. It is %s.") % before})

    def with_content_json(self, content):
        restored = super().with_content_json(content)
        if restored.pk:
            # From the row, not from `self`, which may have been read before somebody published.
            restored.refresh_from_db(fields=self.KEPT_OUTSIDE_REVISIONS)
        return restored

    @property
    def original_text(self):
        return next((text for text in self.texts.all() if text.language == self.original_language), None)

    def get_preview_template(self, request, mode_name):
        return "criteria_library/preview.html"

    def get_preview_context(self, request, mode_name):
        context = super().get_preview_context(request, mode_name)
        return {
            **context,
            "criterion": self,
            "version": self,
            "shown": {"text": self.original_text},
            "filled": (),
        }

    @property
    def citation(self) -> str:
        return (
            f"{self.identifier} v{self.current_version.number}" if self.current_version else self.identifier
        )

    @cached_property
    def open_problems(self) -> list:
        return [problem for problem in self.known_problems.all() if problem.solved_date is None]


class CriterionText(Wording):
    criterion = ParentalKey(Criterion, on_delete=models.CASCADE, related_name="texts")
    state = models.CharField(_("state"), max_length=10, choices=TextState, default=TextState.CHECKED)

    class Meta:
        ordering = ["criterion", "language"]
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(
                fields=["criterion", "language"], name="one_text_of_a_criterion_in_a_language"
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.language})"
