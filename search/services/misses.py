"""Notes what was looked for and gave nothing or next to nothing, and nothing of who looked."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

import structlog
from django.db import DatabaseError, transaction
from django.db.models import F
from django.db.models.functions import Greatest

from hub.models import Node
from search.analysis.words import clean
from search.models import SearchMiss

logger = structlog.get_logger(__name__)

LONGEST_TEXT, MOST_WORDS = 80, 6
# A year and a season, so that one autumn can be held against the next.
DAYS_KEPT = 400
# On one day; a machine that asks for everything must not fill the table.
MOST_ROWS = 2000
# Telephone and identity numbers, and more than we need of anything else.
MANY_DIGITS = re.compile(r"(?:\d[\s.-]?){6,}")
ADDRESS = re.compile(r"@|https?:|www\.", re.IGNORECASE)


def note_miss(*, text: str, hits: int, language: str, node: Node, day: datetime.date) -> None:
    """What may name a person is not noted. The reader's page never waits for it, nor fails with it."""
    said = what_may_be_kept(text)
    if not said:
        return
    named = {"day": day, "node": node, "language": language, "text": said}
    try:
        with transaction.atomic():
            if not count_again(named, hits) and SearchMiss.objects.filter(day=day).count() < MOST_ROWS:
                SearchMiss.objects.bulk_create([SearchMiss(**named)], ignore_conflicts=True)
                count_again(named, hits)
    except DatabaseError as error:
        logger.warning("search_miss_not_noted", error=str(error))


def count_again(named: dict, hits: int) -> int:
    rows = SearchMiss.objects.filter(**named)
    return rows.update(count=F("count") + 1, most_hits=Greatest(F("most_hits"), hits))


def what_may_be_kept(text: str) -> str:
    """The text in small letters, or nothing where it looks like an address, a number or a letter."""
    said = clean(text, longest=200).casefold()
    if ADDRESS.search(said) or MANY_DIGITS.search(said):
        return ""
    return said if 2 <= len(said) <= LONGEST_TEXT and len(said.split()) <= MOST_WORDS else ""


def load_misses(records: Iterable[Mapping[str, Any]], *, today: datetime.date) -> int:
    """From records, as the demonstration has them. A second load changes nothing; answers the new."""
    if SearchMiss.objects.exists():
        return 0
    nodes = {node.slug: node for node in Node.objects.all()}
    rows = [
        SearchMiss(
            text=record["text"],
            node=nodes[slug],
            language=nodes[slug].main_language,
            day=today - datetime.timedelta(days=days),
            count=1 + days % 3,
            most_hits=record.get("most_hits", 0),
        )
        for record in records
        for slug in record["nodes"]
        for days in record["days"]
        if slug in nodes
    ]
    return len(SearchMiss.objects.bulk_create(rows))


def forget_misses(*, before: datetime.datetime, dry_run: bool = False) -> int:
    old = SearchMiss.objects.filter(day__lt=before.date())
    return old.count() if dry_run else old.delete()[0]
