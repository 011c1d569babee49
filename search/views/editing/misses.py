import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.views.editing.heading import heading
from search.queries.misses import FEWEST_TIMES, misses_shown
from search.services.misses import DAYS_KEPT
from search.views.editing.allowing import for_keepers

PERIODS = (30, 90, DAYS_KEPT)


@require_safe
@for_keepers
def search_misses(request: HttpRequest) -> HttpResponse:
    """What people looked for in vain, most often first, without who."""
    asked = request.GET.get("days", "")
    days = next((period for period in PERIODS if str(period) == asked), PERIODS[1])
    context = {
        "misses": misses_shown(since=timezone.localdate() - datetime.timedelta(days=days)),
        "days": days,
        "periods": PERIODS,
        "fewest": FEWEST_TIMES,
        "kept": DAYS_KEPT,
        **heading(_("Looked for in vain"), "search"),
    }
    return render(request, "search/editing/misses.html", context)
