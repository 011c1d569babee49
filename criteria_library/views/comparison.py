"""Two or three criteria beside each other."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from criteria_library.forms.question import values
from criteria_library.models import Criterion
from criteria_library.queries.library import with_notes
from criteria_library.queries.texts import with_texts
from criteria_library.views.addresses import canonical_address
from criteria_library.views.county import county_asked_for

MOST = 3


def compare(request):
    """The address says which (`?krav=TEX-004&krav=TEX-009`), so that it can be sent to a colleague."""
    wanted = [value.upper()[:12] for value in values(request.GET, "krav")]
    county = county_asked_for(request)
    rows = with_notes(Criterion.objects.readable(), node=county.node or request.node)
    rows = with_texts(rows).filter(identifier__in=wanted[:MOST])
    found = {criterion.identifier: criterion for criterion in rows}
    context = {
        "compared": [found[identifier] for identifier in wanted[:MOST] if identifier in found],
        "missing": [identifier for identifier in wanted if identifier not in found],
        "most": MOST,
        "county": county,
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "breadcrumbs": [
            (_("Criteria"), reverse("criteria_library:list") + county.query),
            (_("Compare"), None),
        ],
    }
    return render(request, "criteria_library/compare.html", context)
