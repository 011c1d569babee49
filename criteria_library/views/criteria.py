"""One criterion: the current text, an earlier version, and what has changed between two."""

from itertools import zip_longest

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from criteria_library import markup
from criteria_library.enums import LEVEL_MEANINGS, Level, Status
from criteria_library.queries.criteria import (
    criterion_or_404,
    neighbours,
    nodes_with_notes,
    version_or_404,
)
from criteria_library.queries.differences import version_differences
from criteria_library.queries.feedback import feedback_counts
from criteria_library.queries.texts import shown_text
from criteria_library.registry import criterion_parts
from criteria_library.views.addresses import canonical_address
from criteria_library.views.county import county_asked_for, county_context

LONGEST_FILL = 80


def detail(request, identifier):
    criterion = criterion_or_404(identifier)
    if identifier != criterion.identifier:
        return redirect(criterion, permanent=True)
    context = page_context(request, criterion, criterion.current_version)
    context |= {
        "canonical_url": canonical_address(criterion.get_absolute_url(), shown_on=request.node),
        "neighbours": neighbours(criterion),
        "nodes_with_notes": nodes_with_notes(criterion),
        "feedback": feedback_counts(criterion),
        "parts": criterion_parts.shown(request, criterion),
        "reviews": criterion.reviews.all(),
        "review_is_overdue": bool(
            criterion.next_review_date and criterion.next_review_date < timezone.localdate()
        ),
    }
    return render(request, "criteria_library/detail.html", context)


def version(request, identifier, number):
    criterion = criterion_or_404(identifier)
    shown = version_or_404(criterion, number)
    if identifier != criterion.identifier:
        return redirect(shown, permanent=True)
    context = page_context(request, criterion, shown)
    context["canonical_url"] = canonical_address(shown.get_absolute_url(), shown_on=request.node)
    of_county = context["county"].query
    context["breadcrumbs"] += [(criterion.identifier, criterion.get_absolute_url() + of_county)]
    return render(request, "criteria_library/version.html", context)


def page_context(request, criterion, shown) -> dict:
    text = shown_text(shown, language=get_language())
    of_county = county_context(request, criterion)
    return {
        "criterion": criterion,
        "version": shown,
        "versions": criterion.versions.all(),
        "shown": text,
        **wording_of(request, shown, text.text),
        **of_county,
        "cite_address": canonical_address(shown.get_absolute_url(), shown_on=request.node),
        "is_withdrawn": criterion.status == Status.WITHDRAWN,
        "level_meaning": LEVEL_MEANINGS[Level(shown.level)] if shown.level else "",
        "breadcrumbs": crumbs(criterion, of_county["county"].query),
    }


def wording_of(request, version, text) -> dict:
    """The text for the use that the address names (`?bruk=clause`), where its wording differs by use."""
    differ = any(getattr(text, f"{use.value}_wording") for use in version.uses)
    use = next((use for use in version.uses if use.value == request.GET.get("bruk")), None)
    use = use or (version.uses[0] if differ else None)
    wording = text.wording_as(use)
    return {
        "wording": wording,
        "wording_use": use,
        "wordings": version.uses if differ and len(version.uses) > 1 else [],
        **blanks_of(request, wording),
    }


def blanks_of(request, requirement: str) -> dict:
    """What the buyer fills in, and has filled in: in the address, so that it can be sent and kept."""
    filled = [value.replace("\x00", "").strip()[:LONGEST_FILL] for value in request.GET.getlist("felt")]
    rows = zip_longest(markup.blanks(requirement), filled, fillvalue="")
    return {"filled": filled, "blanks": [(*blank, value) for blank, value in rows if blank]}


def crumbs(criterion, query: str = "") -> list[tuple]:
    rows = [(_("Criteria"), reverse("criteria_library:list") + query)]
    group = next(iter(criterion.product_groups.all()), None)
    if group:
        rows.append((group.name, reverse("criteria_library:group", args=[group.code]) + query))
    return rows


def changes(request, identifier, number):
    """What a version changed, against the one before it or the one that `fra` names."""
    criterion, county = criterion_or_404(identifier), county_asked_for(request)
    later = version_or_404(criterion, number)
    others = [row for row in criterion.versions.all() if row.pk != later.pk]
    chosen = request.GET.get("fra", "")
    wanted = int(chosen) if chosen.isdecimal() and len(chosen) < 6 else number - 1
    earlier = next((row for row in others if row.number == wanted), None)
    context = {
        "criterion": criterion,
        "later": later,
        "others": others,
        "earlier": version_or_404(criterion, earlier.number) if earlier else None,
        "shown": shown_text(later, language=get_language()),
        "county": county,
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "breadcrumbs": [
            *crumbs(criterion, county.query),
            (criterion.identifier, criterion.get_absolute_url() + county.query),
        ],
    }
    if earlier:
        context["differences"] = version_differences(context["earlier"], later, language=get_language())
    return render(request, "criteria_library/changes.html", context)
