"""From the name of a public body, typed by somebody in a hurry, to the node that helps it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext

from hub.collation import sort_key
from hub.enums import OrganisationKind
from hub.models import County, Node, Organisation
from hub.queries import names
from network.queries.succession import todays_counties

LONGEST_TEXT = 80
MOST_HITS = 20


@dataclass
class Place:
    """A county, and its node where there is one."""

    county: County
    node: Node | None


@dataclass
class Hit:
    """A body or a county that was meant. `home` is where it gets help, `others` where it also works."""

    name: str
    kind: str
    home: Place | None = None
    other_names: list[str] = field(default_factory=list)
    others: list[Place] = field(default_factory=list)
    serves_all: bool = False
    is_former: bool = False

    @property
    def kind_label(self) -> str:
        return (
            str(OrganisationKind(self.kind).label)
            if self.kind in OrganisationKind.values
            else gettext("County")
        )


@dataclass
class Found:
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    near: list[str] = field(default_factory=list)


def find_nodes(text: str, *, on: datetime.date) -> Found:
    wanted = names.wanted_words(text[:LONGEST_TEXT])
    if not wanted:
        return Found()
    nodes = {node.county_id: node for node in Node.objects.counties().writable().select_related("site")}
    every_county = list(County.objects.prefetch_related("successors__successors__successors"))
    organisations: list[Organisation] = list(Organisation.objects.only("name", "other_names", "kind"))
    counties = list(without_namesakes(matching(wanted, every_county), on))
    bodies = matching(wanted, organisations)
    hits = [county_hit(county, nodes, on) for county in counties]
    in_force = sum(county.exists_on(on) for county in every_county)
    hits += [organisation_hit(body, nodes, in_force) for body in loaded(bodies[:MOST_HITS])]
    found = Found(hits=hits, total=len(counties) + len(bodies))
    if not hits:
        rows: list[County | Organisation] = [*every_county, *organisations]
        found.near = names.near(text, (name for row in rows for name in names_of(row)))
    return found


def names_of(row: County | Organisation) -> list[str]:
    return [row.name, *row.other_names.splitlines()]


def matching(wanted: list[str], rows) -> list:
    ranked = [(place, row) for row in rows if (place := names.best_rank(wanted, names_of(row))) is not None]
    return [row for _rank, row in sorted(ranked, key=lambda match: (match[0], sort_key(match[1].name)))]


def loaded(bodies: list[Organisation]) -> list[Organisation]:
    rows = Organisation.objects.select_related("county").prefetch_related("serves_counties")
    by_id = rows.in_bulk([body.pk for body in bodies])
    return [by_id[body.pk] for body in bodies]


def without_namesakes(counties: list[County], on: datetime.date) -> Iterator[County]:
    """The Vestfold of 2008 is not shown beside today's."""
    shown = {county.name for county in counties if county.exists_on(on)}
    for county in counties:
        if county.exists_on(on):
            yield county
        elif county.name not in shown:
            shown.add(county.name)
            yield county


def county_hit(county: County, nodes: dict[int, Node], on: datetime.date) -> Hit:
    places = [Place(today, nodes.get(today.pk)) for today in todays_counties(county)]
    home = places[0] if len(places) == 1 else None
    return Hit(
        name=county.name,
        kind="county",
        home=home,
        other_names=county.other_names.splitlines(),
        others=[] if home else places,
        is_former=not county.exists_on(on),
    )


def organisation_hit(body: Organisation, nodes: dict[int, Node], counties_in_force: int) -> Hit:
    served = [county for county in body.serves_counties.all() if county.pk != body.county_id]
    serves_all = len(served) >= counties_in_force - 1
    return Hit(
        name=body.name,
        kind=body.kind,
        home=Place(body.county, nodes.get(body.county_id)),
        other_names=body.other_names.splitlines(),
        others=[] if serves_all else [Place(county, nodes.get(county.pk)) for county in served],
        serves_all=serves_all,
    )
