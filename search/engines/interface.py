"""What an engine must do. An index is named, and which one is live is not the engine's business."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from search.analysis.reading import Reading
from search.engines.prepared import Prepared
from search.questions import Question


class EngineUnavailable(Exception):
    """The engine can't answer: it is gone, too slow, or its index is missing or of another format."""


@dataclass(frozen=True)
class Found:
    total: int = 0
    # Score and the kept source of each hit on the page.
    hits: tuple[tuple[float, Mapping[str, Any]], ...] = ()
    # Name of the facet -> code -> count, a facet's own choice left out of its count.
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    # Where on the page those begin that only come near.
    near_from: int | None = None

    def then(self, near: "Found") -> "Found":
        """This, and after it what comes near and isn't in this."""
        return Found(
            total=self.total + near.total,
            hits=self.hits + near.hits,
            facets={
                name: Counter(self.facets.get(name)) + Counter(near.facets[name]) for name in near.facets
            },
            near_from=len(self.hits),
        )


class Writer(Protocol):
    def put(self, documents: Iterable[Prepared]) -> dict[str, str]:
        """Answers the ids that were refused, each with the reason."""
        ...

    def remove(self, ids: Iterable[str]) -> None: ...

    def show(self) -> None:
        """Make findable together what was written so far."""

    def tidying(self) -> bool:
        """Whether the engine still tidies up what was shown; one may write meanwhile."""


class Engine(Protocol):
    name: str

    def create(self, index: str, facets: Iterable[str]) -> None:
        """An empty index beside whatever is live."""

    def publish(self, index: str) -> None:
        """Show outside the hub too that this index is the live one."""

    def drop(self, index: str) -> None: ...

    def names(self) -> list[str]:
        """Every index that is there, live or not."""

    def writing(self, index: str) -> AbstractContextManager[Writer]:
        """What is written inside and not shown becomes findable together at the end, or nothing of it."""

    def count(self, index: str) -> int: ...

    def find(self, index: str, question: Question, reading: Reading, facets: Iterable[str]) -> Found: ...

    def checksums(self, index: str) -> Iterator[tuple[str, str]]:
        """Id and checksum of every document, to compare with the database."""

    def check(self, index: str) -> None:
        """Raise EngineUnavailable unless this index answers."""
