"""Facets made ready to show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from search.questions import FacetValue
from search.registry import Name

FIRST_VALUES = 8


@dataclass(frozen=True)
class ShownValue:
    code: str
    name: str
    count: int
    chosen: bool
    # 1 at the top of a tree, and where there is none.
    depth: int = 1


@dataclass(frozen=True)
class ShownFacet:
    name: str
    label: Name
    values: list[ShownValue]

    @property
    def offered(self) -> list[ShownValue]:
        """Of a tree, what lies under a choice, and the top."""
        return list(within_reach(self.values))

    @property
    def first(self) -> list[ShownValue]:
        return self.offered[:FIRST_VALUES]

    @property
    def rest(self) -> list[ShownValue]:
        return self.offered[FIRST_VALUES:]

    @property
    def rest_is_open(self) -> bool:
        return any(value.chosen for value in self.rest)

    @property
    def is_a_choice(self) -> bool:
        """One value that all hits share is nothing to choose from."""
        return len(self.values) > 1 or any(value.chosen for value in self.values)


def shown_facet(
    name: str, label: Name, found: Iterable[FacetValue], names: Mapping[str, str], *, ordered: bool
) -> ShownFacet:
    values = [
        ShownValue(
            value.code,
            str(names[value.code]),
            value.count,
            value.chosen,
            getattr(names[value.code], "depth", 1),
        )
        for value in found
        if value.code in names
    ]
    if ordered:
        place = {code: at for at, code in enumerate(names)}
        values.sort(key=lambda value: place[value.code])
    return ShownFacet(name, label, values)


def within_reach(values: list[ShownValue]) -> Iterator[ShownValue]:
    """Values of a tree stand in its order: those above a value are the last ones of lesser depth."""
    opened = opened_tops(values)
    top = 0
    for at, value in enumerate(values):
        top = at if value.depth == 1 else top
        if value.depth == 1 or top in opened:
            yield value


def opened_tops(values: list[ShownValue]) -> set[int]:
    opened, top = set(), 0
    for at, value in enumerate(values):
        top = at if value.depth == 1 else top
        if value.chosen:
            opened.add(top)
    return opened
