"""What a criterion says. The working copy and each published version have the same fields."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import Level, Use
from criteria_library.markup import unmarked
from criteria_library.models.eforms import (
    AwardType,
    CodesField,
    CriteriaSource,
    EnvironmentalImpact,
    SocialObjective,
    labelled,
)
from criteria_library.models.pasted import cleaned
from hub.enums import Language


class Substance(models.Model):
    """How it is used; the same in every language."""

    as_qualification = models.BooleanField(_("qualification requirement"), default=False)
    as_specification = models.BooleanField(_("technical specification"), default=False)
    as_award = models.BooleanField(_("award criterion"), default=False)
    as_clause = models.BooleanField(_("contract clause"), default=False)
    level = models.CharField(_("level"), max_length=12, choices=Level, blank=True)
    environmental_impacts = CodesField(_("environmental impact"), codes=EnvironmentalImpact)
    social_objectives = CodesField(_("social objective"), codes=SocialObjective)
    criteria_sources = CodesField(_("source of the criterion"), codes=CriteriaSource)

    CODES = ("environmental_impacts", "social_objectives", "criteria_sources")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(as_qualification=True)
                | Q(as_specification=True)
                | Q(as_award=True)
                | Q(as_clause=True),
                name="%(class)s_has_a_use",
                violation_error_message=_("Choose at least one use."),
            )
        ]

    @property
    def uses(self) -> list[Use]:
        return [use for use in Use if getattr(self, f"as_{use.value}")]

    @property
    def award_types(self) -> list[AwardType]:
        """How the notice tells of it under § 7-9, which asks about climate and environment alone."""
        if not self.environmental_impacts:
            return []
        told = {Use.AWARD: AwardType.CRITERIA, Use.SPECIFICATION: AwardType.SPECIFICATION}
        return [told[use] for use in self.uses if use in told]

    @property
    def notice_codes(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each list that says something, with its codes and their words."""
        rows = [
            (_("Environmental impact (BT-774)"), labelled(self.environmental_impacts, EnvironmentalImpact)),
            (_("Social objective (BT-775)"), labelled(self.social_objectives, SocialObjective)),
            (_("Source of the criterion (BT-805)"), labelled(self.criteria_sources, CriteriaSource)),
            (_("Type of award criterion (§ 7-9)"), labelled(self.award_types, AwardType)),
        ]
        return [(str(name), codes) for name, codes in rows if codes]


class Wording(models.Model):
    """The texts of a criterion in one language, in the marks of `criteria_library.markup`."""

    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.BOKMAL)
    title = models.CharField(
        _("title"),
        max_length=160,
        help_text=_("What is asked, in one line: “Workwear shall withstand laundering”."),
    )
    requirement = models.TextField(
        _("requirement"),
        help_text=_(
            "The text a buyer takes along. Write [number] where the buyer fills in. "
            "A line that begins with - is a list item, with 1. a step; | cell | cell | is a row of a table. "
            "**Words** between two stars on each side are bold."
        ),
    )
    qualification_wording = models.TextField(
        _("wording as qualification requirement"),
        blank=True,
        help_text=_("Only where it must differ from the requirement above."),
    )
    specification_wording = models.TextField(
        _("wording as technical specification"),
        blank=True,
        help_text=_("Only where it must differ from the requirement above."),
    )
    award_wording = models.TextField(
        _("wording as award criterion"),
        blank=True,
        help_text=_("Only where it must differ: what gives points, and how."),
    )
    clause_wording = models.TextField(
        _("wording as contract clause"),
        blank=True,
        help_text=_("Only where it must differ: what holds while the contract runs."),
    )
    documentation = models.TextField(_("documentation"), help_text=_("What the supplier sends to prove it."))
    rationale = models.TextField(_("rationale"), help_text=_("What it gives, in two or three sentences."))
    follow_up = models.TextField(
        _("follow-up in the contract"), blank=True, help_text=_("What the buyer checks, and when.")
    )
    weighting = models.TextField(
        _("weighting"), blank=True, help_text=_("For example: 10–20 per cent, or why it is not weighted.")
    )
    legal_basis = models.TextField(_("legal basis"), blank=True)
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("Standards, labels and studies, one a line.")
    )

    TEXTS = (
        "title",
        "requirement",
        "qualification_wording",
        "specification_wording",
        "award_wording",
        "clause_wording",
        "documentation",
        "rationale",
        "follow_up",
        "weighting",
        "legal_basis",
        "sources",
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        for name in self.TEXTS:
            setattr(self, name, cleaned(getattr(self, name)))
        # One line, with no marks in it.
        self.title = unmarked(self.title)

    def wording_as(self, use: Use | None) -> str:
        """What a buyer takes along for one use: its own wording, or the common one."""
        return (getattr(self, f"{use.value}_wording") if use else "") or self.requirement

    def texts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in self.TEXTS}
