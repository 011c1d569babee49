"""How the counties of the action plan became those of today, and which node carries each one on."""

import datetime
from dataclasses import dataclass

from hub.collation import sort_key
from hub.enums import RolloutPhase
from hub.models import County, Node

# The action plan's own words: six counties first, and all the others a year later.
FIRST_COUNTIES = {"04", "07", "11", "12", "16", "18"}
PLAN_BEGAN = datetime.date(2008, 9, 1)


@dataclass
class Carried:
    """A county of the plan, the counties it passed through, and those that carry it on today."""

    county: County
    steps: list[County]
    today: list[County]
    nodes: list[Node]

    @property
    def is_unchanged(self) -> bool:
        return not self.steps


def todays_counties(county: County) -> list[County]:
    """The counties of today that this one became. Where one of them has the same name, that one alone."""
    if county.valid_to is None:
        return [county]
    found = {heir.pk: heir for successor in county.successors.all() for heir in every_heir(successor)}
    namesakes = [heir for heir in found.values() if heir.name == county.name]
    return namesakes or sorted(found.values(), key=lambda heir: sort_key(heir.name))


def every_heir(county: County) -> list[County]:
    if county.valid_to is None:
        return [county]
    return [heir for successor in county.successors.all() for heir in every_heir(successor)]


def steps_between(county: County) -> list[County]:
    """The counties that came and went in between."""
    steps, current = [], county
    while (successors := list(current.successors.all())) and len(successors) == 1:
        current = successors[0]
        if current.valid_to is None:
            break
        steps.append(current)
    return steps


def rollout() -> dict[RolloutPhase, list[Carried]]:
    """The counties of 2008 by the phase that they began in."""
    counties = County.objects.in_force(PLAN_BEGAN).prefetch_related("successors__successors__successors")
    nodes = {node.county_id: node for node in Node.objects.counties().select_related("site")}
    phases: dict[RolloutPhase, list[Carried]] = {RolloutPhase.FIRST: [], RolloutPhase.SECOND: []}
    for county in counties:
        today = todays_counties(county)
        phase = RolloutPhase.FIRST if county.number in FIRST_COUNTIES else RolloutPhase.SECOND
        phases[phase].append(
            Carried(
                county=county,
                steps=steps_between(county),
                today=today,
                nodes=[nodes[heir.pk] for heir in today if heir.pk in nodes],
            )
        )
    return phases
