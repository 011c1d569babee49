"""What is measured of one engine, or of SQLite's own search, with so many documents."""

import tempfile
import time

from tests.benchmarks.fts5 import FullTextTable
from tests.benchmarks.search_content import generate, questions
from tests.benchmarks.search_index import built
from tests.benchmarks.search_publishing import publish_to_findable
from tests.benchmarks.search_ways import page, server_memory, ways_of
from tests.benchmarks.timing import Values, better_of_two, peak_memory, percentiles

ASKED, PAGES = 120, 60
CLOCKS = {"embedded": "own", "elasticsearch": "wall"}


def measure_fts5(count: int) -> Values:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        table = FullTextTable(generate(count), f"{folder}/fts5.sqlite")
        rate = round(count / (time.perf_counter() - started))
        taken = better_of_two(questions(ASKED), {"call": table.find_with_facets})["call"]
    return {
        "indexed_per_second": (rate, "documents"),
        **percentiles("call", taken.own),
        **percentiles("call_wall", taken.wall),
        "peak_memory_mb": peak_memory(),
    }


def measure_engine(count: int) -> Values:
    with built(count) as index:
        ways, clock = ways_of(index), CLOCKS[index.engine.name]
        taken = {name: times.by(clock) for name, times in better_of_two(questions(ASKED), ways).items()}
        pages = better_of_two(questions(PAGES), {"page": page})["page"].by(clock)
        worst = better_of_two([index.worst_question] * 5, {"call": ways["call"]})["call"].by(clock)
        calls, bare, plain = (sum(taken[name]) for name in ("call", "bare", "plain"))
        values = {
            "indexed_per_second": (round(count / index.seconds), "documents"),
            **percentiles("call", taken["call"]),
            **percentiles("bare_engine", taken["bare"]),
            "over_bare_engine": (round(calls / bare, 2), "×"),
            "over_plain_words": (round(calls / plain, 2), "×"),
            "costliest_question_ms": (round(max(worst), 1), "ms"),
            **percentiles("page", pages),
            "publish_p95_s": (publish_to_findable(), "s"),
            "peak_memory_mb": peak_memory(),
        }
        return values | server_memory(index)
