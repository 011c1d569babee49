from anyascii import anyascii
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from criteria_library.models import Criterion
from good_examples.enums import Country, Procedure
from good_examples.managers import ExampleQuerySet
from good_examples.models.effects import Effects
from hub.enums import Language
from hub.models import AttachedDocument, County, NodeOwned, Organisation, ProductGroup


class Example(DraftStateMixin, RevisionMixin, PreviewableMixin, ClusterableModel, Effects, NodeOwned):
    """A purchase that others can learn from, told by the node that helped with it or knows of it."""

    title = models.CharField(
        _("title"), max_length=140, help_text=_("What was done, like “Repaired furniture first”.")
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.BOKMAL)
    summary = models.TextField(_("in short"), max_length=400, help_text=_("Two sentences."))
    organisation_name = models.CharField(_("who bought"), max_length=140)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the same in the register"),
    )
    country = models.CharField(_("country"), max_length=2, choices=Country, default=Country.NORWAY)
    county = models.ForeignKey(
        County,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("county"),
        help_text=_("The county as it was then. It is found from what the county became."),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    product_group = models.ForeignKey(
        ProductGroup, on_delete=models.PROTECT, related_name="examples", verbose_name=_("product group")
    )
    procedure = models.CharField(_("procedure"), max_length=20, choices=Procedure, default=Procedure.OPEN)
    what = models.TextField(_("what was done"), max_length=3000)
    why = models.TextField(_("why"), max_length=3000, blank=True)
    how = models.TextField(_("how"), max_length=3000, blank=True)
    lessons = models.TextField(
        _("lessons learned"), max_length=3000, blank=True, help_text=_("Say what you would do differently.")
    )
    criteria = ParentalManyToManyField(
        Criterion, blank=True, related_name="examples", verbose_name=_("requirements used")
    )
    contact_role = models.CharField(
        _("contact (role)"), max_length=100, blank=True, help_text=_("A role, not a person's name.")
    )
    contact_email = models.EmailField(_("contact's e-mail"), blank=True)
    source = models.TextField(_("source"), max_length=600, blank=True)
    is_demonstration = models.BooleanField(default=False, editable=False)
    origin = models.SlugField(max_length=80, blank=True, editable=False)

    objects = ExampleQuerySet.as_manager()

    class Meta(Effects.Meta):
        abstract = False
        ordering = ["-first_published_at", "-pk"]
        verbose_name = _("good example")
        verbose_name_plural = _("good examples")
        constraints = [
            *Effects.Meta.constraints,
            models.CheckConstraint(
                condition=Q(country=Country.NORWAY, county__isnull=False)
                | ~Q(country=Country.NORWAY) & Q(county=None),
                name="example_is_from_a_county_or_abroad",
                violation_error_message=_("Choose the county, or another country and no county."),
            ),
            models.CheckConstraint(condition=Q(year__range=(1990, 2100)), name="example_year_is_sensible"),
            models.UniqueConstraint(
                fields=["node", "origin"], condition=~Q(origin=""), name="example_loaded_once"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def slug(self) -> str:
        return slugify(anyascii(self.title))[:60].strip("-") or "eksempel"

    def get_absolute_url(self) -> str:
        return reverse("good_examples:detail", args=[self.pk, self.slug])

    def get_preview_template(self, request, mode_name):
        return "good_examples/example.html"

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "example": self, "node": self.node}

    @property
    def place(self) -> str:
        return self.county.name if self.county else self.get_country_display()


class ExampleDocument(AttachedDocument):
    """What others may use again, such as a specification or a price form."""

    owner = "example"

    example = ParentalKey(Example, on_delete=models.CASCADE, related_name="documents")

    class Meta(AttachedDocument.Meta):
        abstract = False
