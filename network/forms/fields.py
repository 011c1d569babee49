"""Fields of a report, which may wait in a draft."""

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_DIGITS = 12


def tidy(text: str) -> str:
    """With one kind of line end, as no two browsers and files agree on it."""
    return "\n".join(text.splitlines()).strip()


class MayWait:
    """A question that must be answered before the report is submitted, but not in a draft."""

    def validate(self, value):
        pass


class WholeNumberField(MayWait, forms.CharField):
    """A number as people write it, with spaces between thousands. Empty is None, which is not zero."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 12}), **kwargs)

    def clean(self, value):
        digits = "".join(super().clean(value).split())
        if not digits:
            return None
        if not (digits.isascii() and digits.isdecimal()):
            raise forms.ValidationError(
                _("Write a whole number with digits only, like 12. Leave the field empty if you don't know."),
                code="not_whole",
            )
        if len(digits) > MOST_DIGITS:
            raise forms.ValidationError(_("Check the number: it has more than 12 digits."), code="too_long")
        return int(digits)


class TextField(MayWait, forms.CharField):
    def __init__(self, *, rows: int, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value):
        return tidy(super().to_python(value))
