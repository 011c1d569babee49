from itertools import groupby

from django import template
from django.utils import timezone

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
