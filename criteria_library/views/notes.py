"""The counties' notes on one criterion, beside each other."""

from django.shortcuts import render
from django.utils.translation import get_language

from criteria_library.queries.criteria import criterion_or_404
from criteria_library.queries.notes import notes_shown
from criteria_library.queries.texts import shown_text
from criteria_library.views.addresses import canonical_address
from criteria_library.views.criteria import crumbs


def counties(request, identifier):
    criterion = criterion_or_404(identifier)
    context = {
        "criterion": criterion,
        "version": criterion.current_version,
        "shown": shown_text(criterion.current_version, language=get_language()),
        "notes": notes_shown(criterion),
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "breadcrumbs": [*crumbs(criterion), (criterion.identifier, criterion.get_absolute_url())],
    }
    return render(request, "criteria_library/counties.html", context)
