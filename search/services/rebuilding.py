"""Builds an index beside the live one, and lets it take its place."""

import pickle
import secrets
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import IO

import structlog
from django.db import transaction

from search.analysis.lexicon import Lexicon
from search.engines.chosen import chosen_engine
from search.engines.interface import Engine
from search.engines.prepared import FORMAT, Prepared
from search.enums import Access
from search.models import IndexBuild, OutboxEntry
from search.queries.indexes import LiveIndex, lexicon_of
from search.registry import Document, documents
from search.services.alone import alone
from search.services.carrying import BATCH, by_kind_and_key, write_current
from search.services.reading_rows import described_in_chunks, prepare_each

logger = structlog.get_logger(__name__)

Progress = Callable[[int, int], None]
STEP = 500


class RebuildRunning(Exception):
    pass


def rebuild_index(*, now: datetime, progress: Progress = lambda done, total: None) -> IndexBuild:
    """Everything anew. Until the last moment people find in the old index, and its changes go on."""
    with alone("rebuilding") as is_alone:
        if not is_alone:
            raise RebuildRunning
        engine = chosen_engine()
        clear_leftovers(engine)
        build = IndexBuild.objects.create(
            engine=engine.name,
            index=f"hub-{now:%Y%m%d%H%M%S}-{secrets.token_hex(3)}",
            format=FORMAT,
            started_at=now,
        )
        try:
            failures = fill(engine, build, progress)
            swap(engine, build, failures, now)
        except BaseException:
            IndexBuild.objects.filter(pk=build.pk).update(state=IndexBuild.State.FAILED)
            raise
        return build


def forget_broken_builds() -> None:
    """A rebuild that was killed must not have changes kept for it for ever."""
    with alone("rebuilding") as is_alone, transaction.atomic():
        if is_alone:
            IndexBuild.objects.filter(state=IndexBuild.State.BUILDING).update(state=IndexBuild.State.FAILED)
            OutboxEntry.objects.filter(carried=True).delete()


def clear_leftovers(engine: Engine) -> None:
    """Of builds that broke off, and of the index replaced last time, which somebody still read then."""
    ours = IndexBuild.objects.filter(engine=engine.name)
    gone = ours.exclude(state=IndexBuild.State.LIVE)
    for name in set(engine.names()) & set(gone.values_list("index", flat=True)):
        engine.drop(name)
    gone.delete()
    OutboxEntry.objects.filter(carried=True).delete()


def fill(engine: Engine, build: IndexBuild, progress: Progress) -> dict[tuple[str, str], str]:
    """Twice through the documents: once for the words they are made of, once to write them."""
    with tempfile.TemporaryFile() as kept:
        lexicon, total, failures = read_all(kept)
        build.lexicon = lexicon.dump()
        build.expected = total
        build.save(update_fields=["lexicon", "expected"])
        # What is stored, so that later changes are read by the same words as these.
        lexicon = lexicon_of(build.pk, build.index)
        engine.create(build.index, documents.facets())
        kept.seek(0)
        with engine.writing(build.index) as writer:
            prepared = prepared_again(kept, lexicon, failures)
            refused = writer.put(counted(prepared, total, progress))
    return failures | by_kind_and_key(refused)


def read_all(kept: IO[bytes]) -> tuple[Lexicon, int, dict[tuple[str, str], str]]:
    lexicon, total = Lexicon(), 0
    failures: dict[tuple[str, str], str] = {}
    for document_type in documents:
        for described in described_in_chunks(document_type):
            for document in described.documents:
                add_words(lexicon, document)
            pickle.dump((document_type.kind, described.documents), kept)
            total += len(described.documents)
            failures |= {(document_type.kind, key): why for key, why in described.failures.items()}
    return lexicon, total, failures


def add_words(lexicon: Lexicon, document: Document) -> None:
    """Of public documents only: what is suggested to everybody must give nothing private away."""
    if document.access != Access.PUBLIC:
        return
    for texts in (document.title, document.summary, document.body):
        for text in texts.values():
            lexicon.add_text(text)


def prepared_again(
    kept: IO[bytes], lexicon: Lexicon, failures: dict[tuple[str, str], str]
) -> Iterator[Prepared]:
    """What can't be prepared goes to the failures."""
    while True:
        try:
            kind, described = pickle.load(kept)  # noqa: S301 (written a moment ago, by this process, to a nameless file)
        except EOFError:
            return
        prepared, unprepared = prepare_each(kind, described, lexicon)
        failures |= {(kind, key): why for key, why in unprepared.items()}
        yield from prepared


def counted(prepared: Iterator[Prepared], total: int, progress: Progress) -> Iterator[Prepared]:
    done = 0
    for done, one in enumerate(prepared, 1):
        yield one
        if done % STEP == 0:
            progress(done, total)
    progress(done, total)


def swap(engine: Engine, build: IndexBuild, failures: dict[tuple[str, str], str], now: datetime) -> None:
    """With carrying held, write what changed meanwhile, then change places."""
    with alone("carrying", wait=True):
        late = list(OutboxEntry.objects.order_by("pk"))
        late_names = sorted({(entry.kind, entry.key) for entry in late})
        failures = {name: why for name, why in failures.items() if name not in set(late_names)}
        index = LiveIndex(build.pk, build.index)
        with engine.writing(index.index) as writer:
            for start in range(0, len(late_names), BATCH):
                failures |= write_current(index, writer, late_names[start : start + BATCH])
        engine.publish(build.index)
        with transaction.atomic():
            ours = IndexBuild.objects.filter(engine=engine.name)
            ours.filter(state=IndexBuild.State.LIVE).update(state=IndexBuild.State.RETIRED)
            build.state, build.live_at = IndexBuild.State.LIVE, now
            build.documents = engine.count(build.index)
            build.save(update_fields=["state", "live_at", "documents"])
            OutboxEntry.objects.filter(pk__in=[entry.pk for entry in late]).delete()
            note_failures(failures)


def note_failures(failures: dict[tuple[str, str], str]) -> None:
    """What could not be indexed waits like any other change, with its reason."""
    OutboxEntry.objects.bulk_create(
        OutboxEntry(kind=kind, key=key, attempts=1, failure=why[:300])
        for (kind, key), why in failures.items()
    )
