"""Each question is asked in every way in turn, twice, and the better time kept.

What this process does by itself is timed by what its thread used of a core, since what else the machine
does is none of its doing. Where a server answers, only the clock on the wall knows. Both are taken, so
that one is never held against the other.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

Way = Callable[[str], object]
# A figure and its unit, by what it measures.
Values = dict[str, tuple[float, str]]


@dataclass
class Taken:
    """Milliseconds, one for each question."""

    own: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def by(self, clock: str) -> list[float]:
        return self.own if clock == "own" else self.wall


def better_of_two(texts: list[str], ways: Mapping[str, Way]) -> dict[str, Taken]:
    """For each way, after a few questions that warm it."""
    for text in texts[:5]:
        for way in ways.values():
            way(text)
    taken = {name: Taken() for name in ways}
    for text in texts:
        once, again = ({name: timed(way, text) for name, way in ways.items()} for _ in range(2))
        for name in ways:
            own, wall = map(min, zip(once[name], again[name], strict=True))
            taken[name].own.append(own)
            taken[name].wall.append(wall)
    return taken


def timed(way: Way, text: str) -> tuple[float, float]:
    own, wall = time.thread_time(), time.perf_counter()
    way(text)
    return (time.thread_time() - own) * 1000, (time.perf_counter() - wall) * 1000


def percentiles(name: str, taken: list[float]) -> Values:
    cuts = quantiles(taken, n=20)
    return {f"{name}_p50_ms": (round(cuts[9], 2), "ms"), f"{name}_p95_ms": (round(cuts[18], 2), "ms")}


def peak_memory() -> tuple[float, str]:
    """Of this program: what getrusage tells is inherited from whoever started it."""
    status = Path("/proc/self/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return round(int(kilobytes) / 1024), "MB"
