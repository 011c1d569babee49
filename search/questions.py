"""One question and one answer, whatever engine stands behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from search.enums import Access, Sort

PAGE_SIZE = 20
# Deeper than this nobody reads, and every engine pays for the pages before.
LAST_PAGE = 50


@dataclass(frozen=True)
class Viewer:
    """Whom the answer is for: the nodes where the person has a role."""

    node_ids: frozenset[int] = frozenset()

    def access_keys(self) -> list[str]:
        """What a document must carry one of to be seen."""
        keys = [Access.PUBLIC.value]
        if self.node_ids:
            keys.append(Access.MEMBERS.value)
        return keys + [f"{Access.NODE}:{node_id}" for node_id in sorted(self.node_ids)]


ANYONE = Viewer()


@dataclass(frozen=True, kw_only=True)
class Question:
    text: str = ""
    kinds: tuple[str, ...] = ()
    # Name of the facet -> chosen codes. "kind" and "node" are facets too.
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # Name of the facet -> codes that stay out. Like a choice, that leaves the facet's own counts alone.
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str = "nb"
    # The site one reads on: its own things come first among equals.
    node_id: int | None = None
    earliest: date | None = None
    latest: date | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    # Hits of a stricter reading, which stand before these on the same pages.
    before: int = 0
    viewer: Viewer = ANYONE

    @property
    def offset(self) -> int:
        return max(self._start - self.before, 0)

    @property
    def limit(self) -> int:
        """What is left of the page."""
        return max(self.page_size - max(self.before - self._start, 0), 0)

    @property
    def _start(self) -> int:
        return (min(max(self.page, 1), LAST_PAGE) - 1) * self.page_size


@dataclass(frozen=True)
class FacetValue:
    code: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Hit:
    kind: str
    # The document as its room described it, kept in the index.
    source: Mapping[str, Any]
    # What its texts are in, when they are not in the reader's language.
    language: str
    # Safe HTML with <mark> around what was found.
    title: str
    text: str
    score: float = 0.0
    # True when only an attached file has what was asked for.
    in_attached: bool = False
    # True when it has not all that was asked for.
    near: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    did_you_mean: str = ""
    # Words that were searched as well: synonyms of what was written.
    also: tuple[str, ...] = ()
    # The words that were read, after stop words and what was too long.
    words: tuple[str, ...] = ()
    # Those of them that nothing public has.
    unknown: tuple[str, ...] = ()
    # True when too little had all that was asked for, so that what comes near is here too.
    loosened: bool = False
    # True when a plain answer was given because the engine gave none.
    degraded: bool = False
    engine: str = ""
