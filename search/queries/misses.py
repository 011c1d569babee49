"""What people looked for and did not find, as the national level may see it."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Sum

from search.models import SearchMiss

# What fewer have asked for, or on one day on one site only, may point to a person and is not shown.
FEWEST_TIMES = 3
FEWEST_ROWS = 2
MOST_SHOWN = 200


@dataclass(frozen=True)
class Missed:
    text: str
    language: str
    times: int
    nodes: int
    most_hits: int
    latest: datetime.date


def misses_shown(*, since: datetime.date) -> list[Missed]:
    rows = (
        SearchMiss.objects.filter(day__gte=since)
        .values("text")
        .annotate(
            times=Sum("count"),
            rows=Count("pk"),
            nodes=Count("node", distinct=True),
            most=Max("most_hits"),
            latest=Max("day"),
            first_language=Min("language"),
        )
        .filter(times__gte=FEWEST_TIMES, rows__gte=FEWEST_ROWS)
        .order_by("-times", "text")[:MOST_SHOWN]
    )
    return [
        Missed(row["text"], row["first_language"], row["times"], row["nodes"], row["most"], row["latest"])
        for row in rows
    ]
