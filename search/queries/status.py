from datetime import datetime
from typing import Any

from django.db.models import Count

from search.engines.chosen import chosen_engine
from search.engines.interface import EngineUnavailable
from search.models import IndexBuild, OutboxEntry
from search.queries.readiness import check_search


def search_status(*, now: datetime) -> dict[str, Any]:
    waiting = OutboxEntry.objects.waiting()
    oldest = waiting.order_by("noted_at").values_list("noted_at", flat=True).first()
    failing = (
        waiting.exclude(failure="").values_list("failure").annotate(count=Count("pk")).order_by("-count")
    )
    return {
        "engine": chosen_engine().name,
        "answer": engine_answer(),
        "indexes": list(
            IndexBuild.objects.order_by("-started_at").values(
                "index", "state", "documents", "expected", "started_at", "live_at"
            )
        ),
        "waiting": waiting.count(),
        # A clock that was set back must not show as a negative wait.
        "lag_seconds": max(0.0, (now - oldest).total_seconds()) if oldest else 0.0,
        "failures": dict(failing),
        "set_aside": [f"{entry}: {entry.failure}" for entry in OutboxEntry.objects.set_aside_ones()],
    }


def engine_answer() -> str:
    try:
        check_search()
    except EngineUnavailable as error:
        return str(error)
    return "answers"
