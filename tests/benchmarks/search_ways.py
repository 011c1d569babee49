"""The ways to ask that are held against each other: the hub's call, and the engine by itself.

`bare` puts the very query that the hub puts, ready made, straight to the engine, with the same facets.
`plain` lets the engine look for the typed words alone, in three fields, with the same facets: what one
has without synonyms, compounds, weights and languages.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.test import Client

from search.analysis.reading import Reading, read
from search.analysis.stems import stem
from search.analysis.words import folded_words
from search.engines.cluster import ClusterEngine
from search.engines.cluster_finding import search_for
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded_finding import MOST_CODES, Finding
from search.queries import find
from search.queries.thesaurus import current_thesaurus
from search.questions import PAGE_SIZE, Question
from tests.benchmarks.search_content import FACETS
from tests.benchmarks.search_index import INDEX, Built

Way = Callable[[str], object]
FIELDS = ["title", "summary", "body"]
COUNTED = {name: {"terms": {"field": f"facet_{name}", "size": MOST_CODES}} for name in FACETS}


def call(text: str) -> None:
    answer = find(Question(text=text), facets=FACETS)
    assert not answer.degraded, "The engine gave no answer."


def page(text: str) -> None:
    answer = Client(SERVER_NAME=settings.HUB.host, SERVER_PORT="8000").get("/sok/", {"q": text})
    assert answer.status_code == 200


def ways_of(built: Built) -> dict[str, Way]:
    ready: dict[str, Callable[[], object]] = {}
    plainly: dict[str, Callable[[], object]] = {}
    bare, plain = (embedded if isinstance(built.engine, EmbeddedEngine) else cluster)(built)

    def prepared(kept: dict[str, Callable[[], object]], make: Callable[[str], Callable[[], object]]) -> Way:
        """Made at the first of its rounds, so that the better one is without."""

        def way(text: str) -> None:
            if text not in kept:
                kept[text] = make(text)
            kept[text]()

        return way

    return {"call": call, "bare": prepared(ready, bare), "plain": prepared(plainly, plain)}


def reading_of(built: Built, text: str) -> Reading:
    return read(text, lexicon=built.lexicon, thesaurus=current_thesaurus())


def words_of(text: str) -> str:
    return " ".join(stem(word, "nb") for word in folded_words(text))


def embedded(built: Built) -> tuple[Any, Any]:
    assert isinstance(built.engine, EmbeddedEngine)
    index = built.engine._index(INDEX)

    def asking(query: Any) -> Callable[[], object]:
        def ask() -> None:
            searcher = index.searcher()
            searcher.search(query, limit=PAGE_SIZE, weight_by_field="weight")
            searcher.aggregate(query, COUNTED)

        return ask

    def bare(text: str) -> Callable[[], object]:
        return asking(Finding(index, Question(text=text), reading_of(built, text))._query({}, {}))

    return bare, lambda text: asking(index.parse_query(words_of(text), FIELDS))


def cluster(built: Built) -> tuple[Any, Any]:
    assert isinstance(built.engine, ClusterEngine)
    client = built.engine.client

    def bare(text: str) -> Callable[[], object]:
        query = search_for(Question(text=text), reading_of(built, text), FACETS).to_dict()
        return lambda: client.search(index=INDEX, **query)

    def plain(text: str) -> Callable[[], object]:
        query = {"multi_match": {"query": words_of(text), "fields": FIELDS}}
        return lambda: client.search(
            index=INDEX, query=query, aggs=COUNTED, size=PAGE_SIZE, track_total_hits=True
        )

    return bare, plain


def server_memory(built: Built) -> dict[str, tuple[float, str]]:
    """Of Elasticsearch itself: the most that its heap held, which it was given 512 MB for."""
    if not isinstance(built.engine, ClusterEngine):
        return {}
    nodes = built.engine.client.nodes.stats(metric="jvm")["nodes"].values()
    peaks = (pool["peak_used_in_bytes"] for node in nodes for pool in node["jvm"]["mem"]["pools"].values())
    return {"peak_heap_mb": (round(sum(peaks) / 2**20), "MB")}
