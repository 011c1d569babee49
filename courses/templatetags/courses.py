from itertools import groupby

from django import template
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from courses.queries import CALENDAR_WORDS

register = template.Library()


@register.filter
def state_at(session, moment):
    return session.state_at(moment)


@register.filter
def by_month(found):
    """Hits in a row by the month they are held in, for as long as they stand in the order of time."""

    def month(shown):
        return timezone.localdate(shown.row.starts_at).replace(day=1)

    return [(first_day, list(rows)) for first_day, rows in groupby(found, key=month)]


@register.simple_tag(takes_context=True)
def calendar_address(context) -> str:
    """Where a calendar fetches what the list shows, with what was chosen in it."""
    request, kept = context["request"], QueryDict(mutable=True)
    for word in CALENDAR_WORDS:
        if word in request.GET:
            kept.setlist(word, request.GET.getlist(word))
    query = f"?{kept.urlencode()}" if kept else ""
    return request.node.url(reverse("courses:calendar")) + query


@register.filter
def as_subscription(address: str) -> str:
    """As calendars know it: followed, it is subscribed to."""
    return f"webcal://{address.partition('://')[2]}"
