"""The shared lists that national administrators alone keep, and the nodes' proposals to change them."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node

from hub.enums import Language
from hub.models.nodes import NodeOwned


class NamedInLanguages(models.Model):
    """A name in each of the hub's languages; where one is missing the bokmål one stands in."""

    name_nb = models.CharField(_("name in bokmål"), max_length=160)
    name_nn = models.CharField(_("name in nynorsk"), max_length=160, blank=True)
    name_sv = models.CharField(_("name in Swedish"), max_length=160, blank=True)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return self.in_language("name", get_language())

    name.fget.short_description = _("name")  # type: ignore[attr-defined]  # over the column in the admin

    def in_language(self, field: str, language: str | None) -> str:
        code = language if language in Language.values else Language.BOKMAL
        return getattr(self, f"{field}_{code}") or getattr(self, f"{field}_nb")


class CpvCode(models.Model):
    """A code of the Common Procurement Vocabulary 2008, without its control digit."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    name_nb = models.CharField(_("name in bokmål"), max_length=250)
    name_en = models.CharField(_("name in English"), max_length=250)

    class Meta:
        ordering = ["code"]
        verbose_name = _("CPV code")
        verbose_name_plural = _("CPV codes")

    def __str__(self):
        return f"{self.code} {self.name}"

    @property
    def name(self) -> str:
        return self.name_en if get_language() == Language.ENGLISH else self.name_nb


class ProductGroup(NamedInLanguages, MP_Node):
    """What is bought, as a tree: the action plan's six areas and food at the top."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    description_nb = models.TextField(_("description in bokmål"), blank=True)
    description_nn = models.TextField(_("description in nynorsk"), blank=True)
    description_sv = models.TextField(_("description in Swedish"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    cpv_codes = models.ManyToManyField(
        CpvCode, blank=True, related_name="product_groups", verbose_name=_("CPV codes")
    )
    withdrawn_date = models.DateField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("product group")
        verbose_name_plural = _("product groups")

    __str__ = NamedInLanguages.__str__

    @property
    def description(self) -> str:
        return self.in_language("description", get_language())

    @property
    def indented_name(self) -> str:
        """For plain lists of the tree."""
        return f"{'– ' * (self.depth - 1)}{self.name}"

    indented_name.fget.short_description = _("name")  # type: ignore[attr-defined]


class Theme(NamedInLanguages):
    code = models.SlugField(_("code"), max_length=40, unique=True)

    class Meta:
        ordering = ["name_nb"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Goal(NamedInLanguages):
    """One of the 17 sustainable development goals."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)

    class Meta:
        ordering = ["number"]
        verbose_name = _("sustainable development goal")
        verbose_name_plural = _("sustainable development goals")
        constraints = [
            models.CheckConstraint(condition=models.Q(number__range=(1, 17)), name="goals_run_from_1_to_17")
        ]

    def __str__(self):
        return f"{self.number} {self.name}"


class Audience(NamedInLanguages):
    code = models.SlugField(_("code"), max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(_("place in lists"), default=0)

    class Meta:
        ordering = ["position", "name_nb"]
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class TaxonomyProposal(NodeOwned):
    """A node's wish to change a shared list, answered by the national level."""

    class Subject(models.TextChoices):
        PRODUCT_GROUP = "product_group", _("Product group")
        THEME = "theme", _("Theme")
        GOAL = "goal", _("Sustainable development goal")
        AUDIENCE = "audience", _("Audience")
        TEMPLATE = "template", _("Standard page")

    class Answer(models.TextChoices):
        OPEN = "open", _("Not answered yet")
        TAKEN = "taken", _("Taken")
        PARTLY = "partly", _("Partly taken")
        NOT_TAKEN = "not_taken", _("Not taken")

    subject = models.CharField(_("concerns"), max_length=20, choices=Subject)
    proposal = models.TextField(_("what should change"), max_length=2000)
    reason = models.TextField(_("why"), max_length=2000)
    proposed_by = models.ForeignKey(
        "hub.User", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed"), auto_now_add=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, default=Answer.OPEN)
    answer_reason = models.TextField(_("reason for the answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["-proposed_at"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="open") | ~models.Q(answer_reason=""),
                name="answers_to_proposals_say_why",
            )
        ]

    def __str__(self):
        return f"{self.get_subject_display()}: {self.proposal[:60]}"
