"""How good search is, how fast, and how that grows, in both engines.

Each engine is measured in a process of its own for each number of documents, so that its peak
memory is its own. Elasticsearch runs on this machine; without one that answers at
HUB_TEST_ELASTICSEARCH_URL it is started, if tests/services/up once brought its jars.
"""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks import search_quality
from tests.benchmarks.rows import Row, against
from tests.benchmarks.search_engines import CLOCKS
from tests.services.nodes import Node, can_start
from tests.services.plugin import PROJECT, address_of

COUNTS = [int(count) for count in os.environ.get("HUB_BENCH_DOCUMENTS", "10000,100000").split(",")]
PORT = 9298
Values = dict[str, tuple[float, str]]


def measure() -> Iterator[Row]:
    started = time.monotonic()
    with elasticsearch_at() as host:
        tell(f"load of this machine: {', '.join(f'{one:.1f}' for one in os.getloadavg())}")
        yield from search_quality.measure(host)
        names = ["fts5", "embedded", *(["elasticsearch"] if host else [])]
        smaller: dict[str, Values] = {}
        for count in COUNTS:
            found = {name: measured_apart(name, count, host) for name in names}
            yield from rows_of(found, smaller, count)
            smaller = found
    yield Row("search.bench_minutes", round((time.monotonic() - started) / 60, 1), "minutes")


def rows_of(found: dict[str, Values], smaller: dict[str, Values], count: int) -> Iterator[Row]:
    """Names without a number are of the most documents."""
    suffix = "" if count == COUNTS[-1] else f"_{count // 1000}k"
    for name, values in found.items():
        if name != "fts5":
            values |= faster(values, found["fts5"], CLOCKS[name])
        for measure_of, (value, unit) in values.items():
            bench = f"search.{name}.{measure_of}{suffix}"
            if name in smaller and measure_of.endswith("_ms"):
                base = smaller[name][measure_of][0]
                yield against(bench, value, unit, base, f"{COUNTS[0]} documents")
            else:
                yield Row(bench, value, unit)
    slowest = max(values["publish_p95_s"][0] for values in found.values() if "publish_p95_s" in values)
    yield Row(f"search.publish_to_findable_p95_s{suffix}", slowest, "s")


def faster(values: Values, fts5: Values, clock: str) -> Values:
    """Where people wait; and in the middle, where FTS5 is quick because it finds nothing of rare words.

    The same questions by the same clock: own time against own time, wall against wall.
    """
    theirs = "call" if clock == "own" else "call_wall"
    times = {
        cut: round(fts5[f"{theirs}_{cut}_ms"][0] / values[f"call_{cut}_ms"][0], 1) for cut in ("p95", "p50")
    }
    return {
        "times_faster_than_fts5": (times["p95"], "×"),
        "times_faster_than_fts5_in_the_middle": (times["p50"], "×"),
    }


def measured_apart(name: str, count: int, host: str) -> Values:
    tell(f"{name}, {count} documents …")
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.search_speed", name, str(count)],
        cwd=PROJECT,
        env={**os.environ, "HUB_SEARCH_URL": host if name == "elasticsearch" else ""},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    values: Values = json.loads(done.stdout.splitlines()[-1])
    median, slow = values["call_p50_ms"][0], values["call_p95_ms"][0]
    took = time.monotonic() - started
    tell(f"{name}, {count} documents: a call takes {median} ms, p95 {slow} ms (measured in {took:.0f} s)")
    return values


@contextmanager
def elasticsearch_at() -> Iterator[str]:
    """The address of one that answers, or nothing."""
    if answers(host := address_of("elasticsearch")):
        yield host
    elif can_start():
        node = Node(PORT, heap="512m")
        node.wait()
        try:
            yield node.url
        finally:
            node.stop()
    else:
        tell("Elasticsearch is left out: tests/services/up brings what it needs")
        yield ""


def answers(host: str) -> bool:
    try:
        return bool(host) and urllib.request.urlopen(host, timeout=2).status == 200
    except OSError:
        return False


def tell(what: str) -> None:
    print(f"  search: {what}", file=sys.stderr, flush=True)
