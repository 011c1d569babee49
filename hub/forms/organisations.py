"""Choosing one's employer by typing its name, in any of its languages."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.collation import sort_key
from hub.enums import OrganisationKind
from hub.models import Organisation
from hub.queries.names import best_rank, near, plain, wanted_words

LONGEST = 120
SUGGESTED = 8


class ListedInput(forms.TextInput):
    """A text field with a list that the browser itself looks in, so that it needs no script."""

    template_name = "hub/components/listed_input.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {"list": f"{name}-list", "autocomplete": "off"}
        context["options"] = [(label(row), " / ".join(row.all_names[1:])) for row in every_organisation()]
        return context


class OrganisationField(forms.CharField):
    """Answers the organisation that the text means, or None for an empty one."""

    widget = ListedInput
    default_error_messages = {
        "none": gettext_lazy(
            "We know no public body with that name. Choose one from the list, or leave it empty."
        ),
        "max_length": gettext_lazy("That is longer than any name in the list."),
    }

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST, required=False, **kwargs)

    def prepare_value(self, value):
        if isinstance(value, int):
            value = Organisation.objects.select_related("county").filter(pk=value).first()
        return label(value) if isinstance(value, Organisation) else value

    def clean(self, value) -> Organisation | None:
        text = super().clean(value)
        return meant_by(text) if text else None

    def has_changed(self, initial, data):
        return str(self.prepare_value(initial) or "") != str(data or "")


def every_organisation() -> list[Organisation]:
    return sorted(Organisation.objects.select_related("county"), key=lambda row: sort_key(row.name))


def label(organisation: Organisation) -> str:
    """Municipalities with their county, since some share a name."""
    if organisation.kind == OrganisationKind.MUNICIPALITY:
        return f"{organisation.name} ({organisation.county.name})"
    return organisation.name


def meant_by(text: str) -> Organisation:
    """The one so called, or the only one that begins so. Raises ValidationError with those near it."""
    rows = every_organisation()
    wanted = wanted_words(text)
    ranked = [
        (place, row) for row in rows if (place := best_rank(wanted, [label(row), *row.all_names])) is not None
    ]
    best = [row for place, row in ranked if place == 0 and plain(label(row)) == plain(text)]
    best = best or [row for place, row in ranked if place == 0] or [row for _place, row in ranked]
    if len(best) == 1:
        return best[0]
    raise ValidationError(which_of(best) if best else none_like(text, rows))


def which_of(rows: list[Organisation]) -> str:
    names = ", ".join(label(row) for row in rows[:SUGGESTED])
    return _("Several can be meant. Write the whole name, like one of these: %(names)s") % {"names": names}


def none_like(text: str, rows: list[Organisation]) -> str:
    by_name = {name: row for row in rows for name in row.all_names}
    close = [label(by_name[name]) for name in near(text, by_name)]
    words = str(OrganisationField.default_error_messages["none"])
    return words + (" " + _("Did you mean %(names)s?") % {"names": ", ".join(close)} if close else "")
