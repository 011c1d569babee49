"""Brings the database into step with hub/reference. Never deletes: what has left the files is reported."""

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model

from hub.models import Audience, County, CpvCode, Goal, Organisation, PageTemplate, ProductGroup, Theme
from hub.services import reference_files as files


@dataclass
class Outcome:
    """What happened to one list. `left_alone` are rows that people have changed since they were loaded.

    `same` counts rows whose own fields are as in the file; their links may still have been set anew.
    """

    name: str
    created: int = 0
    changed: int = 0
    same: int = 0
    left_alone: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)

    @property
    def is_quiet(self) -> bool:
        return not (self.created or self.changed)


def load_reference(
    *, dry_run: bool = False, report: Callable[[Outcome], None] = lambda outcome: None
) -> list[Outcome]:
    outcomes = []
    with transaction.atomic():
        for load in (
            load_counties, load_organisations, load_cpv_codes, load_themes, load_goals, load_audiences,
            load_product_groups, load_standard_pages,
        ):  # fmt: skip
            outcome = load()
            outcomes.append(outcome)
            report(outcome)
        transaction.set_rollback(dry_run)
    return outcomes


def differences(row: Model, wanted: dict) -> dict:
    return {name: value for name, value in wanted.items() if getattr(row, name) != value}


def bring_into_step(
    name: str,
    model: type[Model],
    rows: Iterable[dict],
    *,
    key: Callable[[dict], Hashable],
    kept_by_people: bool = False,
) -> Outcome:
    """Create what is missing and change what differs, or leave it alone where people keep the list."""
    outcome = Outcome(name)
    standing = {key(vars(row)): row for row in model._default_manager.all()}
    new, changed, fields = [], [], set()
    for wanted in rows:
        row = standing.pop(key(wanted), None)
        if row is None:
            new.append(model(**wanted))
        elif not (differing := differences(row, wanted)):
            outcome.same += 1
        elif kept_by_people:
            outcome.left_alone.append(str(row))
        else:
            for field_name, value in differing.items():
                setattr(row, field_name, value)
            changed.append(row)
            fields |= set(differing)
    model._default_manager.bulk_create(new, batch_size=1000)
    if changed:
        model._default_manager.bulk_update(changed, sorted(fields), batch_size=500)
    outcome.created, outcome.changed = len(new), len(changed)
    outcome.touched = {row.pk for row in new + changed}
    outcome.vanished = [str(row) for row in standing.values()]
    return outcome


def set_links(outcome: Outcome, row: Model, relation: str, wanted: set[int]) -> None:
    manager = getattr(row, relation)
    if {linked.pk for linked in manager.all()} != wanted:
        manager.set(wanted)
        outcome.changed += row.pk not in outcome.touched


def load_counties() -> Outcome:
    outcome = bring_into_step("counties", County, files.counties(), key=lambda row: row["number"])
    standing = {county.number: county for county in County.objects.prefetch_related("successors")}
    for number, wanted in files.successors().items():
        set_links(outcome, standing[number], "successors", {standing[other].pk for other in wanted})
    return outcome


def organisation_key(row: dict) -> Hashable:
    """A municipality is known by its number, so that a change of name is not a new one."""
    return row["municipality_number"] or (row["kind"], row["name"])


def load_organisations() -> Outcome:
    county_ids = dict(County.objects.values_list("number", "pk"))
    rows = [
        {**row, "county_id": county_ids[row["county_number"]]}
        for row in files.municipalities() + files.bodies()
    ]
    for row in rows:
        del row["county_number"]
    outcome = bring_into_step("organisations", Organisation, rows, key=organisation_key)
    served = files.counties_served()
    for organisation in Organisation.objects.prefetch_related("serves_counties"):
        if wanted := served.get((organisation.kind, organisation.name)):
            set_links(outcome, organisation, "serves_counties", {county_ids[number] for number in wanted})
    return outcome


def load_cpv_codes() -> Outcome:
    return bring_into_step("CPV codes", CpvCode, files.cpv_codes(), key=lambda row: row["code"])


def load_themes() -> Outcome:
    return bring_into_step("themes", Theme, files.themes(), key=lambda row: row["code"], kept_by_people=True)


def load_goals() -> Outcome:
    return bring_into_step("goals", Goal, files.goals(), key=lambda row: row["number"], kept_by_people=True)


def load_audiences() -> Outcome:
    return bring_into_step(
        "audiences", Audience, files.audiences(), key=lambda row: row["code"], kept_by_people=True
    )


def load_product_groups() -> Outcome:
    outcome = Outcome("product groups")
    standing = {group.code: group for group in ProductGroup.objects.all()}
    codes = dict(CpvCode.objects.values_list("code", "pk"))
    for wanted in files.product_groups():
        parent, cpv = wanted.pop("parent"), wanted.pop("cpv")
        group = standing.get(wanted["code"])
        if group is None:
            # Read anew: a parent in memory doesn't know that it got a child a moment ago.
            owner = ProductGroup.objects.get(code=parent) if parent else None
            group = owner.add_child(**wanted) if owner else ProductGroup.add_root(**wanted)
            group.cpv_codes.set(codes[code] for code in cpv)
            outcome.created += 1
        elif differences(group, wanted):
            outcome.left_alone.append(str(group))
        else:
            outcome.same += 1
    wanted_codes = {group["code"] for group in files.product_groups()}
    outcome.vanished = [str(group) for code, group in standing.items() if code not in wanted_codes]
    return outcome


def load_standard_pages() -> Outcome:
    """What people have changed stays. Texts are compared as shown, since blocks get ids when saved."""
    outcome = Outcome("standard pages")
    standing = {(page.code, page.language): page for page in PageTemplate.objects.all()}
    for wanted in files.standard_pages():
        body = json.dumps(wanted.pop("body"))
        page = standing.pop((wanted["code"], wanted["language"]), None)
        if page is None:
            PageTemplate.objects.create(**wanted, body=body)
            outcome.created += 1
        elif differences(page, wanted) or str(page.body) != str(PageTemplate(body=body).body):
            outcome.left_alone.append(str(page))
        else:
            outcome.same += 1
    outcome.vanished = [str(page) for page in standing.values()]
    return outcome
