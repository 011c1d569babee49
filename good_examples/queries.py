"""Which examples a reader sees, and what the filters offer with how many of each."""

import datetime
from collections import Counter
from dataclasses import dataclass, replace

from django.db.models import Prefetch

from criteria_library.models import Criterion
from criteria_library.queries.texts import with_texts
from good_examples.models import Example
from hub.models import County, Node, ProductGroup

ABROAD = "utlandet"
ALL = "alle"
IN_FRONT = 3


@dataclass(frozen=True)
class Choices:
    """What is filtered by. What the address asks for and nobody knows is left out."""

    group: ProductGroup | None = None
    county: County | None = None
    county_and_before: frozenset[int] = frozenset()
    abroad: bool = False
    year: int | None = None

    def apply(self, examples):
        if self.group:
            examples = examples.in_group(self.group)
        if self.abroad:
            examples = examples.from_abroad()
        elif self.county:
            examples = examples.from_counties(self.county_and_before)
        return examples.filter(year=self.year) if self.year else examples

    @property
    def count(self) -> int:
        return sum(map(bool, (self.group, self.county or self.abroad, self.year)))

    @property
    def any_place(self):
        return replace(self, county=None, abroad=False)


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    chosen: bool
    language: str = ""


def published_examples():
    return Example.objects.published()


def read_choices(query, node: Node, *, counties: list[County], groups: list[ProductGroup], heirs) -> Choices:
    """From the address; a county node begins with its own county."""
    county_slug = query.get("fylke", node.county.slug if node.county else ALL)
    county = next((county for county in counties if county.slug == county_slug), None)
    year = query.get("aar", "")
    return Choices(
        group=next((group for group in groups if group.code == query.get("gruppe")), None),
        county=county,
        county_and_before=frozenset(
            pk for pk, found_from in heirs.items() if county and county.pk in found_from
        ),
        abroad=county_slug == ABROAD,
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
    )


def top_groups() -> list[ProductGroup]:
    return list(ProductGroup.objects.filter(depth=1))


def counties_on(day: datetime.date) -> list[County]:
    return sorted(County.objects.in_force(day), key=lambda county: county.name)


def group_options(choices: Choices, groups: list[ProductGroup]) -> list[Option]:
    found = replace(choices, group=None).apply(published_examples())
    step = ProductGroup.steplen
    counts = Counter(path[:step] for path in found.values_list("product_group__path", flat=True))
    return [
        Option(group.code, group.name, counts[group.path], group == choices.group)
        for group in groups
        if counts[group.path] or group == choices.group
    ]


def county_options(choices: Choices, counties: list[County], heirs, *, abroad_label: str) -> list[Option]:
    found = choices.any_place.apply(published_examples())
    counts = Counter(found.values_list("county", flat=True))
    counts_now: Counter = Counter()
    for county_pk, found_from in heirs.items():
        for heir in found_from:
            counts_now[heir] += counts[county_pk]
    rows = [
        Option(county.slug, county.name, counts_now[county.pk], county == choices.county, "nb")
        for county in counties
        if counts_now[county.pk] or county == choices.county
    ]
    if counts[None] or choices.abroad:
        rows.append(Option(ABROAD, abroad_label, counts[None], choices.abroad))
    return rows


def year_options(choices: Choices) -> list[Option]:
    found = replace(choices, year=None).apply(published_examples())
    counts = Counter(found.values_list("year", flat=True))
    if choices.year:
        counts.setdefault(choices.year, 0)
    return [
        Option(str(year), str(year), counts[year], year == choices.year)
        for year in sorted(counts, reverse=True)
    ]


def example_of(node: Node, pk: int) -> Example | None:
    """A published example of this node. Another node's is asked for on that node's own host."""
    examples = (
        published_examples().filter(node=node, pk=pk).select_related("node__site", "product_group", "county")
    )
    criteria = Prefetch("criteria", queryset=with_texts(Criterion.objects.readable()))
    return examples.prefetch_related(criteria, "documents__document").first()


def front_examples(request, node: Node) -> dict:
    examples = published_examples().newest().with_row()
    own = list(examples[:IN_FRONT] if node.is_national else examples.filter(node=node)[:IN_FRONT])
    if own:
        return {"examples": own, "from_network": node.is_national}
    return {"examples": list(examples[:IN_FRONT]), "from_network": True}


def use_of_criterion(request, criterion) -> dict | None:
    """Where a requirement has been used: for the criterion's own page."""
    found = list(published_examples().filter(criteria=criterion).newest().with_row()[:6])
    return {"examples": found} if found else None
