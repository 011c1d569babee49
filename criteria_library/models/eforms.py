"""What a criterion is called in a notice: codes of the EU's lists for eForms, and of the Norwegian one.

The codes are frozen with each version, as bare text: a list that changes leaves old versions as they were.
"""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EnvironmentalImpact(TextChoices):
    """BT-774, the list `environmental-impact`."""

    MITIGATION = "clim-mitig", _("Climate change mitigation")
    ADAPTATION = "clim-adapt", _("Climate change adaptation")
    CIRCULAR = "circ-econ", _("Transition to a circular economy")
    POLLUTION = "pollu-prev", _("Pollution prevention and control")
    WATER = "water-mar", _("Water and marine resources")
    BIODIVERSITY = "biodiv-eco", _("Biodiversity and ecosystems")
    OTHER = "other", _("Other environmental impact")


class SocialObjective(TextChoices):
    """BT-775, the list `social-objective`."""

    ACCESSIBILITY = "acc-all", _("Accessibility for all")
    ETHNIC_EQUALITY = "et-eq", _("Ethnic equality")
    GENDER_EQUALITY = "gen-eq", _("Gender equality")
    HUMAN_RIGHTS = "hum-right", _("Human rights in the supply chain")
    OPPORTUNITIES = "opp", _("Work for those who stand outside")
    WORKING_CONDITIONS = "work-cond", _("Fair working conditions")
    OTHER = "other", _("Other social objective")


class CriteriaSource(TextChoices):
    """BT-805, the list `gpp-criteria`: whose green criteria it builds on."""

    EU = "eu", _("The EU's criteria for green procurement")
    NATIONAL = "national", _("National criteria for green procurement")
    OTHER = "other", _("Other criteria for green procurement")


class AwardType(TextChoices):
    """The Norwegian list `award-criterion-type`, for the regulations' § 7-9."""

    CRITERIA = "quality-nor-env-criteria", _("Climate and environment weighted among the award criteria")
    SPECIFICATION = "quality-nor-env-spec", _("Climate and environment requirements in the specification")


class CodesField(models.JSONField):
    """Some of a list's codes. The list stays out of migrations, since it is data that changes."""

    def __init__(self, *args, codes: type[TextChoices] | None = None, **options):
        self.codes = codes
        super().__init__(*args, **{"default": list, "blank": True, **options})

    def formfield(self, **options):
        kept = {name: options[name] for name in ("label", "help_text") if name in options}
        return forms.MultipleChoiceField(
            **{"label": self.verbose_name, "help_text": self.help_text, **kept},
            choices=self.codes.choices if self.codes else [],
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if self.codes and (unknown := unknown_codes(value, self.codes)):
            raise ValidationError(_("The list has no such code: %s.") % ", ".join(unknown))


def unknown_codes(value, codes: type[TextChoices]) -> list[str]:
    return [str(code) for code in value if code not in codes.values]


def labelled(codes: Iterable[str], choices: type[TextChoices]) -> list[tuple[str, str]]:
    """Codes with words; a code that has left the list is shown bare."""
    words = {choice.value: str(choice.label) for choice in choices}
    return [(code, words.get(code, "")) for code in codes]
