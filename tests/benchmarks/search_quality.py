"""How well the judged questions are answered: by both engines, by Wagtail's stock search and by SQLite's."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from search.analysis.lexicon import Lexicon
from search.analysis.thesaurus import shipped
from search.engines.cluster import ClusterEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.interface import Engine
from search.engines.prepared import prepare
from search.queries.finding import read_and_find
from search.queries.indexes import LiveIndex
from search.questions import Question
from search.registry import Document
from tests.benchmarks.fts5 import FullTextTable
from tests.benchmarks.rows import Row, against
from tests.benchmarks.wagtail_stock import WagtailPages
from tests.search.judgements import Asked, Judged, Quality, criteria, judged_questions, lexicon_of, quality

INDEX = "hub-bench-quality"


def measure(host: str) -> Iterator[Row]:
    documents, judged = list(criteria()), judged_questions()
    plain = quality(without_language(FullTextTable(documents)), judged)
    yield from rows("fts5", plain, plain)
    yield from rows("wagtail", quality(without_language(WagtailPages(documents)), judged), plain)
    with tempfile.TemporaryDirectory() as folder:
        engines: list[Engine] = [EmbeddedEngine(Path(folder)), *([ClusterEngine([host])] if host else [])]
        for engine in engines:
            yield from rows(engine.name, quality(asking(engine, documents), judged), plain)
            engine.drop(INDEX)


def without_language(found_by: FullTextTable | WagtailPages) -> Asked:
    return lambda text, language: found_by.find(text)


def rows(name: str, reached: Quality, plain: Quality) -> Iterator[Row]:
    for measure_of in ("ndcg10", "reciprocal_rank", "missed3"):
        value, base = getattr(reached, measure_of), getattr(plain, measure_of)
        yield against(f"search.{name}.{measure_of}", round(value, 3), "", base, "FTS5")


class KnownIndex(LiveIndex):
    """Of the judged documents alone, with no row in the database."""

    known: Lexicon

    @property
    def lexicon(self) -> Lexicon:
        return self.known


def asking(engine: Engine, documents: list[Document]) -> Asked:
    index = KnownIndex(0, INDEX)
    object.__setattr__(index, "known", lexicon_of(documents))
    engine.drop(INDEX)
    engine.create(INDEX, [])
    with engine.writing(INDEX) as writer:
        writer.put(prepare(document, Judged(), index.lexicon) for document in documents)

    def asked(text: str, language: str) -> list[str]:
        question = Question(text=text, language=language)
        _, found = read_and_find(engine, index, question, (), shipped())
        return [source["identifier"] for _, source in found.hits]

    return asked
