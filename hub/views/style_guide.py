"""Every piece of the design on one page, for those who make pages. In the demonstration only."""

import datetime

from django import forms
from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from hub.enums import NodeTheme
from hub.queries import counties_with_tile

STATUSES = ["is-active", "is-active", "is-launching", "is-planned", "is-dormant", "is-active", "is-closed"]


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Navn", help_text="Slik det skal stå på deltakerlisten.")
    email = forms.EmailField(label="E-post")
    organisation = forms.ChoiceField(label="Virksomhet", choices=[("", "Velg"), ("1", "Bodø kommune")])
    attendance = forms.ChoiceField(
        label="Hvordan deltar du?",
        choices=[("here", "I salen"), ("net", "På nett")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="Hva vil du høre om?",
        choices=[("1", "Krav"), ("2", "Oppfølging")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    day = forms.DateField(label="Dag", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    message = forms.CharField(
        label="Hva lurer du på?", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    consent = forms.BooleanField(label="Jeg har lest om personvern")


def style_guide(request):
    if not settings.HUB.is_demo:
        raise Http404
    now = timezone.now()
    counties = counties_with_tile(timezone.localdate(now))
    places = [
        {
            "name": county.name,
            "column": county.tile_column,
            "row": county.tile_row,
            "css": STATUSES[place % len(STATUSES)],
            "status": "status",
            "url": "#map",
            "figure": f"{60 + place} %",
        }
        for place, county in enumerate(counties)
    ]
    context = {
        "now": now,
        "later": now + datetime.timedelta(hours=4),
        "places": places,
        "legend": [("is-active", "i drift"), ("is-launching", "starter"), ("is-dormant", "i dvale")],
        "form": SampleForm({"email": "nei"} if "faults" in request.GET else None),
        "colors": ["info", "success", "warning", "danger"],
        "themes": NodeTheme.choices,
        "breadcrumbs": [("Kriterier", "#"), ("Tekstiler og vask", None)],
        "facts": [("Sist vurdert", "Juni 2026, kontrollert og beholdt"), ("Vises til som", "TEX-004 v3")],
    }
    return render(request, "hub/style_guide.html", context)
