"""Search: how good its answers are on judged questions, and how long they take among many documents.

Beside each engine stands what one gets without it, on the same documents in the same run:
SQLite's own full text index (FTS5), and the bare query of the engine itself.
HUB_BENCH_DOCUMENTS says how many documents (10,000); with HUB_TEST_ELASTICSEARCH_URL
the cluster's engine is measured too.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles

from search.analysis.lexicon import Lexicon
from search.analysis.reading import read
from search.analysis.thesaurus import shipped
from search.engines.cluster import ClusterEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.interface import Engine
from search.engines.prepared import prepare
from search.queries.finding import answered, read_and_find
from search.queries.indexes import LiveIndex
from search.questions import Question
from search.registry import Document, DocumentType
from tests.benchmarks.fts5 import FullTextTable
from tests.benchmarks.rows import Row, against
from tests.benchmarks.search_content import FACETS, Generated, generate, questions
from tests.search.judgements import Judged, criteria, judged_questions, lexicon_of, quality

COUNT = int(os.environ.get("HUB_BENCH_DOCUMENTS", "10000"))
ASKED = 200
INDEX = "hub-bench"


class BenchIndex(LiveIndex):
    known: Lexicon

    @property
    def lexicon(self) -> Lexicon:
        return self.known


def index_of(lexicon: Lexicon) -> BenchIndex:
    index = BenchIndex(0, INDEX)
    object.__setattr__(index, "known", lexicon)
    return index


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        engines: list[Engine] = [EmbeddedEngine(Path(folder))]
        if host := os.environ.get("HUB_TEST_ELASTICSEARCH_URL"):
            engines.append(ClusterEngine([host]))
        yield from goodness(engines)
        yield from speed(engines)
        for engine in engines:
            engine.drop(INDEX)


def goodness(engines: list[Engine]) -> Iterator[Row]:
    documents, judged = list(criteria()), judged_questions()
    lexicon = lexicon_of(documents)
    table = FullTextTable(documents)
    plain = quality(lambda text, language: table.find(text), judged)
    yield from quality_rows("fts5", plain, plain)
    for engine in engines:
        fill(engine, documents, Judged(), lexicon, [])

        def asked(text: str, language: str, engine: Engine = engine) -> list[str]:
            _, found = read_and_find(engine, index_of(lexicon), Question(text=text, language=language), ())
            return [source["identifier"] for _, source in found.hits]

        yield from quality_rows(engine.name, quality(asked, judged), plain)


def quality_rows(name, reached, plain) -> Iterator[Row]:
    for measure_of in ("ndcg10", "reciprocal_rank", "missed3"):
        value, base = getattr(reached, measure_of), getattr(plain, measure_of)
        yield against(f"search.{name}.{measure_of}", round(value, 3), "", base, "FTS5")


def fill(
    engine: Engine, documents: list[Document], kind: DocumentType, lexicon: Lexicon, facets: list[str]
) -> float:
    engine.drop(INDEX)
    engine.create(INDEX, facets)
    started = time.perf_counter()
    with engine.writing(INDEX) as writer:
        writer.put(prepare(document, kind, lexicon) for document in documents)
    return time.perf_counter() - started


def speed(engines: list[Engine]) -> Iterator[Row]:
    documents, texts = list(generate(COUNT)), questions(ASKED)
    lexicon = lexicon_of(documents)
    table = FullTextTable(documents)
    _, plain = times(texts, table.find_with_facets)
    yield Row("search.fts5.call_p95_ms", round(plain * 1000, 1), "ms")
    names = ["kind", "node", *FACETS]
    for engine in engines:
        seconds = fill(engine, documents, Generated(), lexicon, FACETS)
        yield Row(f"search.{engine.name}.indexed_per_second", round(COUNT / seconds), "documents")

        def call(text: str, engine: Engine = engine) -> None:
            question, index = Question(text=text), index_of(lexicon)
            reading, found = read_and_find(engine, index, question, names)
            answered(question, found, reading, lexicon, engine.name)

        def bare(text: str, engine: Engine = engine) -> None:
            reading = read(text, lexicon=lexicon, thesaurus=shipped())
            engine.find(INDEX, Question(text=text, page_size=20), reading, names)

        alone50, _ = times(texts, bare)
        p50, p95 = times(texts, call)
        yield Row(f"search.{engine.name}.call_p50_ms", round(p50 * 1000, 1), "ms")
        yield Row(f"search.{engine.name}.call_p95_ms", round(p95 * 1000, 1), "ms")
        yield Row(f"search.{engine.name}.over_bare_engine", round(p50 / alone50, 2), "×")
        yield Row(f"search.{engine.name}.times_faster_than_fts5", round(plain / p95, 1), "×")


def times(texts: list[str], call: Callable[[str], object]) -> tuple[float, float]:
    """The median and the 95th percentile, after a few calls that warm it."""
    for text in texts[:5]:
        call(text)
    taken = []
    for text in texts:
        started = time.perf_counter()
        call(text)
        taken.append(time.perf_counter() - started)
    cuts = quantiles(taken, n=20)
    return cuts[9], cuts[18]
