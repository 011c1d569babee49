"""What the steering group itself keeps of its page: promises and seats."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Commitment, Seat


def years_around(today: datetime.date, also: int | None) -> list[tuple[int, str]]:
    years = {today.year - 1, today.year, today.year + 1} | ({also} if also else set())
    return [(year, str(year)) for year in sorted(years)]


class CommitmentForm(forms.ModelForm):
    year = forms.TypedChoiceField(label=_("Year"), coerce=int)

    class Meta:
        model = Commitment
        fields = ["text", "year", "state", "comment"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2}),
            "comment": forms.Textarea(attrs={"rows": 2}),
            "state": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["year"].choices = years_around(today, self.instance.year)
        self.initial["year"] = self.instance.year or today.year


class SeatForm(forms.ModelForm):
    class Meta:
        model = Seat
        fields = ["body", "role", "organisation_name", "leads", "person_name", "has_consented"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("person_name") and not cleaned.get("has_consented"):
            self.add_error(
                "has_consented", _("Leave the name out, or tick that the person agrees to be named.")
            )
        return cleaned
