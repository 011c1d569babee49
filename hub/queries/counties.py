"""What became of the counties, for finding what was written in those of before."""

from hub.models import County


def heirs_by_county() -> dict[int, set[int]]:
    """Every county's id to those that it is found from: itself and what it became.

    Where one of those has its name, the name wins: what was Buskerud, by way of Viken, is Buskerud again.
    """
    names = dict(County.objects.values_list("pk", "name"))
    successors: dict[int, set[int]] = {}
    for before, after in County.successors.through.objects.values_list("from_county", "to_county"):
        successors.setdefault(before, set()).add(after)
    return {pk: {pk} | last_of(pk, names, successors) for pk in names}


def last_of(pk: int, names: dict[int, str], successors: dict[int, set[int]]) -> set[int]:
    reached: set[int] = set()
    waiting = [pk]
    while waiting:
        for after in successors.get(waiting.pop(), set()) - reached:
            reached.add(after)
            waiting.append(after)
    return {after for after in reached if names[after] == names[pk]} or reached


def number_now(county: County, *, day) -> str:
    """The number of the county, or of the first that it became."""
    heirs = heirs_by_county()[county.pk]
    current = County.objects.in_force(day).filter(pk__in=heirs).order_by("number").first()
    return (current or county).number
