"""Carries what waits in the outbox to the live index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from django.db import transaction

from search.engines.chosen import chosen_engine
from search.engines.interface import EngineUnavailable, Writer
from search.managers import LONGEST_WAIT
from search.models import IndexBuild, OutboxEntry
from search.queries.indexes import LiveIndex, live_index
from search.services.alone import alone
from search.services.reading_rows import described_by_key, prepare_each

logger = structlog.get_logger(__name__)

BATCH = 500
# After this many tries a document is set aside, named in `search_status`, and stops nobody.
MOST_ATTEMPTS = 6
FIRST_WAIT = timedelta(seconds=5)
# With the engine gone everything waits, and is tried again this soon.
ENGINE_WAIT = timedelta(seconds=10)


@dataclass
class Carried:
    documents: int = 0
    failures: dict[str, str] = field(default_factory=dict)
    # Why nothing was carried: there is no index, or the engine is gone.
    held_up: str = ""
    # Another worker is at it, and may not have seen what was noted last.
    others_turn: bool = False

    def add(self, names: set[tuple[str, str]], failures: Mapping[tuple[str, str], str]) -> None:
        self.documents += len(names) - len(failures)
        self.failures |= {f"{kind}:{key}": why for (kind, key), why in failures.items()}


def carry_changes(*, now: datetime, most: int = BATCH) -> Carried:
    """One batch, each document as it is now, and what is noted while the engine tidies up after it.

    What is carried twice is the same as once.
    """
    with alone("carrying") as is_alone:
        if not is_alone:
            return Carried(held_up="another worker carries", others_turn=True)
        engine = chosen_engine()
        index = live_index(engine.name)
        if index is None:
            return Carried(held_up="no index: run search_rebuild")
        carried = Carried()
        entries = due_entries(now, most)
        if not entries:
            return carried
        try:
            with engine.writing(index.index) as writer:
                carry_batch(index, writer, entries, now, carried)
                while writer.tidying():
                    if entries := due_entries(now, most):
                        carry_batch(index, writer, entries, now, carried)
        except EngineUnavailable as error:
            hold_up(entries, str(error), now)
            carried.held_up = str(error)
        return carried


def due_entries(now: datetime, most: int) -> list[OutboxEntry]:
    return list(OutboxEntry.objects.due(now).order_by("pk")[:most])


def carry_batch(
    index: LiveIndex, writer: Writer, entries: list[OutboxEntry], now: datetime, carried: Carried
) -> None:
    names = {(entry.kind, entry.key) for entry in entries}
    failures = write_current(index, writer, names)
    writer.show()
    settle(entries, failures, now)
    carried.add(names, failures)


def write_current(
    index: LiveIndex, writer: Writer, names: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Write these documents as they are now; what is no longer findable goes out. Answers what failed."""
    keys_by_kind: dict[str, list[str]] = {}
    for kind, key in names:
        keys_by_kind.setdefault(kind, []).append(key)
    failures: dict[tuple[str, str], str] = {}
    prepared, gone = [], []
    for kind, keys in keys_by_kind.items():
        described = described_by_key(kind, keys)
        ready, unprepared = prepare_each(kind, described.documents, index.lexicon)
        prepared += ready
        failed = described.failures | unprepared
        failures |= {(kind, key): why for key, why in failed.items()}
        there = {one.key for one in described.documents} | failed.keys()
        gone += [f"{kind}:{key}" for key in keys if key not in there]
    refused = writer.put(prepared)
    writer.remove(gone)
    return failures | by_kind_and_key(refused)


def by_kind_and_key(refused: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """What an engine tells by identifier, as the outbox names it."""
    parted = ((id_.partition(":"), why) for id_, why in refused.items())
    return {(kind, key): why for (kind, _colon, key), why in parted}


def settle(entries: list[OutboxEntry], failures: dict[tuple[str, str], str], now: datetime) -> None:
    done = [entry for entry in entries if (entry.kind, entry.key) not in failures]
    with transaction.atomic():
        rows = OutboxEntry.objects.filter(pk__in=[entry.pk for entry in done])
        if IndexBuild.objects.filter(state=IndexBuild.State.BUILDING).exists():
            rows.update(carried=True)
        else:
            rows.delete()
        OutboxEntry.objects.set_aside_ones().of((entry.kind, entry.key) for entry in done).delete()
        for entry in entries:
            why = failures.get((entry.kind, entry.key))
            if why:
                put_off(entry, why, now)


def put_off(entry: OutboxEntry, why: str, now: datetime) -> None:
    entry.attempts += 1
    entry.failure = why[:300]
    entry.set_aside = entry.attempts >= MOST_ATTEMPTS
    entry.next_try_at = now + min(FIRST_WAIT * 2 ** (entry.attempts - 1), LONGEST_WAIT)
    entry.save(update_fields=["attempts", "failure", "set_aside", "next_try_at"])
    if entry.set_aside:
        # Named once, however often it failed before.
        OutboxEntry.objects.set_aside_ones().of([(entry.kind, entry.key)]).exclude(pk=entry.pk).delete()
        logger.error("document_set_aside", document=str(entry), why=why)


def hold_up(entries: list[OutboxEntry], why: str, now: datetime) -> None:
    """The engine's fault is no document's: nobody is set aside for it."""
    OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(
        failure=why[:300], next_try_at=now + ENGINE_WAIT
    )
