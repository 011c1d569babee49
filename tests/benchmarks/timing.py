"""Each question is asked in every way in turn, twice, and the better time kept.

What this process does by itself is timed by what its thread used of a core, since what else the machine
does is none of its doing. Where a server answers, only the clock on the wall knows.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import quantiles

Way = Callable[[str], object]
# A figure and its unit, by what it measures.
Values = dict[str, tuple[float, str]]


Clock = Callable[[], float]
OWN_TIME, WALL = time.thread_time, time.perf_counter


def better_of_two(texts: list[str], ways: Mapping[str, Way], clock: Clock) -> dict[str, list[float]]:
    """Milliseconds for each way and question, after a few that warm it."""
    for text in texts[:5]:
        for way in ways.values():
            way(text)
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for text in texts:
        once, again = ({name: timed(way, text, clock) for name, way in ways.items()} for _ in range(2))
        for name in ways:
            taken[name].append(min(once[name], again[name]))
    return taken


def timed(way: Way, text: str, clock: Clock) -> float:
    started = clock()
    way(text)
    return (clock() - started) * 1000


def percentiles(name: str, taken: list[float]) -> Values:
    cuts = quantiles(taken, n=20)
    return {f"{name}_p50_ms": (round(cuts[9], 2), "ms"), f"{name}_p95_ms": (round(cuts[18], 2), "ms")}


def peak_memory() -> tuple[float, str]:
    """Of this program: what getrusage tells is inherited from whoever started it."""
    status = Path("/proc/self/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return round(int(kilobytes) / 1024), "MB"
