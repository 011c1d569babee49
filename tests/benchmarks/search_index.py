"""The generated documents as the hub's live index, with as little as can be of them in memory at once."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from search.analysis.lexicon import Lexicon
from search.analysis.stems import STOPPED
from search.engines.chosen import chosen_engine
from search.engines.interface import Engine
from search.engines.prepared import FORMAT, prepare
from search.models import IndexBuild
from search.queries import live_index
from search.registry import documents
from tests.benchmarks.search_content import KIND, generate

INDEX = "hub-bench"


@dataclass
class Built:
    engine: Engine
    lexicon: Lexicon
    seconds: float
    # The words that most documents have: whatever finds everything costs most.
    worst_question: str


@contextmanager
def built(count: int) -> Iterator[Built]:
    engine = chosen_engine()
    before = live_index(engine.name)
    lexicon = lexicon_of(count)
    engine.drop(INDEX)
    engine.create(INDEX, documents.facets())
    started = time.perf_counter()
    with engine.writing(INDEX) as writer:
        writer.put(prepare(document, documents[KIND], lexicon) for document in generate(count))
    seconds = time.perf_counter() - started
    make_live(engine, lexicon)
    words = Counter({word: times for word, times in lexicon.counts.items() if word not in STOPPED})
    yield Built(engine, lexicon, seconds, " ".join(word for word, _ in words.most_common(12)))
    engine.drop(INDEX)
    IndexBuild.objects.filter(index=INDEX).delete()
    if before:
        IndexBuild.objects.filter(pk=before.build_id).update(state=IndexBuild.State.LIVE)


def lexicon_of(count: int) -> Lexicon:
    """Kept for the next engine: no part of what is measured."""
    kept = settings.HUB.var_dir / f"bench-lexicon-{count}"
    if not kept.exists():
        kept.write_bytes(counted(count).dump())
    # As a rebuild stores it.
    return Lexicon.load(kept.read_bytes())


def counted(count: int) -> Lexicon:
    lexicon = Lexicon()
    for document in generate(count):
        for texts in (document.title, document.summary, document.body):
            for text in texts.values():
                lexicon.add_text(text)
    return lexicon


def make_live(engine: Engine, lexicon: Lexicon) -> None:
    IndexBuild.objects.filter(index=INDEX).delete()
    IndexBuild.objects.filter(engine=engine.name).update(state=IndexBuild.State.RETIRED)
    IndexBuild.objects.create(
        engine=engine.name,
        index=INDEX,
        format=FORMAT,
        state=IndexBuild.State.LIVE,
        started_at=timezone.now(),
        lexicon=lexicon.dump(),
    )
