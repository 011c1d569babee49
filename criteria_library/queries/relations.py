"""Levels that include or replace each other, which must not lead round to where they began."""

from collections.abc import Iterable

from criteria_library.enums import RelationKind
from criteria_library.models import Criterion, Relation

ONE_WAY = (RelationKind.INCLUDES, RelationKind.REPLACES)


def circles(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For each name that leads back to itself, a way round: [A, B, A]."""
    onward: dict[str, list[str]] = {}
    for one, other in pairs:
        onward.setdefault(one, []).append(other)
    in_doubt = set(onward)
    # What leads to no circle is taken away until nothing more can be, so that few are walked.
    while ends := {name for name in in_doubt if not in_doubt.intersection(onward[name])}:
        in_doubt -= ends
    return {name: way for name in sorted(in_doubt) if (way := way_round(name, onward, in_doubt))}


def way_round(start: str, onward: dict[str, list[str]], among: set[str]) -> list[str]:
    waiting, seen = [[start]], {start}
    while waiting:
        way = waiting.pop(0)
        for other in onward[way[-1]]:
            if other == start:
                return [*way, start]
            if other in among and other not in seen:
                seen.add(other)
                waiting.append([*way, other])
    return []


def circle_through(criterion: Criterion, others: Iterable[Criterion], *, kind: str) -> list[str]:
    """The way round that these relations of the criterion would make, or nothing."""
    if kind not in ONE_WAY:
        return []
    rows = Relation.objects.filter(kind=kind).exclude(criterion=criterion)
    pairs = set(rows.values_list("criterion__identifier", "other__identifier"))
    pairs |= {(criterion.identifier, other.identifier) for other in others}
    return circles(pairs).get(criterion.identifier, [])
