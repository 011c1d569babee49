"""Counties as dated rows, and the public bodies that belong to them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hub.enums import SERVES_SEVERAL_COUNTIES, OrganisationKind
from hub.managers import CountyQuerySet
from hub.validators import validate_organisation_number


class County(models.Model):
    """A county for as long as it exists; a merger or split ends it and names its successors."""

    number = models.CharField(_("number"), max_length=2, unique=True)
    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("short name in addresses"), max_length=40, blank=True)
    other_names = models.TextField(_("names in other languages, one per line"), blank=True)
    valid_from = models.DateField(_("first day"))
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="predecessors")
    nuts_code = models.CharField(_("NUTS code"), max_length=5, blank=True)
    tile_column = models.PositiveSmallIntegerField(_("column on the map of tiles"), null=True, blank=True)
    tile_row = models.PositiveSmallIntegerField(_("row on the map of tiles"), null=True, blank=True)

    objects = CountyQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="county_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(valid_to=None) & ~Q(slug=""), name="county_slug_unique_in_force"
            ),
            models.UniqueConstraint(
                fields=["tile_column", "tile_row"], condition=Q(valid_to=None), name="county_tile_unique"
            ),
        ]

    def __str__(self):
        return self.name

    def exists_on(self, day):
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Organisation(models.Model):
    """A public body. `other_names` holds Sámi and Kven names and former ones, one per line."""

    name = models.CharField(_("name"), max_length=120)
    other_names = models.TextField(_("other names, one per line"), blank=True)
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind)
    number = models.CharField(
        _("organisation number"), max_length=9, blank=True, validators=[validate_organisation_number]
    )
    municipality_number = models.CharField(_("municipality number"), max_length=4, blank=True)
    county = models.ForeignKey(
        County, on_delete=models.PROTECT, related_name="organisations", verbose_name=_("home county")
    )
    serves_counties = models.ManyToManyField(
        County, blank=True, related_name="serving_organisations", verbose_name=_("also serves")
    )

    class Meta:
        ordering = ["name", "county"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(fields=["kind", "name", "county"], name="organisation_unique_in_county"),
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="organisation_number_unique"
            ),
            models.UniqueConstraint(
                fields=["municipality_number"],
                condition=~Q(municipality_number=""),
                name="municipality_number_unique",
            ),
        ]

    def __str__(self):
        """As it is said in a sentence: “Oslo” may be a county or a town, “Oslo kommune” is the body."""
        return f"{self.name} kommune" if self.kind == OrganisationKind.MUNICIPALITY else self.name

    def clean(self):
        if self.kind == OrganisationKind.MUNICIPALITY and not self.municipality_number:
            raise ValidationError(
                {"municipality_number": _("Write the municipality's number with four digits.")}
            )

    @property
    def all_names(self) -> list[str]:
        return [self.name, *self.other_names.splitlines()]

    @property
    def may_serve_several(self) -> bool:
        return self.kind in SERVES_SEVERAL_COUNTIES
