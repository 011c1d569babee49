"""Criteria from records, as the demonstration has them. A second load changes nothing."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from criteria_library.enums import Effort, Market, RelationKind, ReviewOutcome, Use
from criteria_library.models import Criterion, CriterionText, KnownProblem, LocalNote, NoteLink, Relation
from criteria_library.services.notes import save_note
from criteria_library.services.publishing import check_and_keep, publish_version, waive_hearing, withdraw
from hub.enums import Language
from hub.models import Goal, Node, ProductGroup, Theme

USES = {
    "qualification-requirement": Use.QUALIFICATION,
    "technical-specification": Use.SPECIFICATION,
    "award-criterion": Use.AWARD,
    "contract-clause": Use.CLAUSE,
}
WHY_WITHOUT_HEARING = "Demonstrasjon: kriteriet er skrevet for denne løsningen og har ikke vært på høring."
RELATIONS = {
    "goes_with": RelationKind.GOES_WITH,
    "includes": RelationKind.INCLUDES,
    "replaces": RelationKind.REPLACES,
}


WORDS_OF_NOTE = ("text", "stricter_value", "contact_role", "contact_email")


@transaction.atomic
def load_criteria(records: Iterable[Mapping[str, Any]], *, today: datetime.date, by) -> int:
    """Days in the records are counted from `today`. Answers how many criteria were new."""
    known = set(Criterion.objects.values_list("identifier", flat=True))
    fresh = [record for record in records if record["identifier"] not in known]
    for record in fresh:
        load_one(record, today=today, by=by)
    for record in fresh:
        relate(record, today=today, by=by)
    return len(fresh)


def load_one(record: Mapping[str, Any], *, today: datetime.date, by) -> Criterion:
    criterion = create_working_copy(record)
    for earlier in sorted(record.get("earlier", []), key=lambda version: version["number"]):
        write_texts(criterion, {"nb": {**record["nb"], **earlier["nb"]}})
        publish(criterion, earlier, today=today, by=by)
    write_texts(criterion, {code: record[code] for code in Language.values if code in record})
    publish(criterion, record, today=today, by=by)
    settle_review(criterion, record, today=today, by=by)
    for problem in record.get("problems", []):
        KnownProblem.objects.create(
            criterion=criterion,
            noted_date=day(today, problem["noted"]),
            solved_date=day(today, problem["solved"]) if "solved" in problem else None,
            text=problem["text"],
        )
    return criterion


def create_working_copy(record: Mapping[str, Any]) -> Criterion:
    criterion = Criterion.objects.create(
        identifier=record["identifier"],
        level=record.get("level", ""),
        effort_buyer=Effort[record["effort_buyer"].upper()],
        effort_supplier=Effort[record["effort_supplier"].upper()],
        market=Market[record["market"].upper()],
        owner_role=record["owner_role"],
        live=False,
        **{name: record.get(name, []) for name in Criterion.CODES},
        **{f"as_{USES[use].value}": True for use in record["uses"]},
    )
    criterion.product_groups = ProductGroup.objects.filter(code__in=record["product_groups"])
    criterion.themes = Theme.objects.filter(code__in=record.get("themes", []))
    criterion.goals = Goal.objects.filter(number__in=record.get("goals", []))
    criterion.save()
    return criterion


def write_texts(criterion: Criterion, texts: Mapping[str, Mapping[str, str]]) -> None:
    for language, fields in texts.items():
        CriterionText.objects.update_or_create(
            criterion=criterion,
            language=language,
            defaults={name: fields.get(name, "").strip() for name in CriterionText.TEXTS},
        )


def publish(criterion: Criterion, version: Mapping[str, Any], *, today: datetime.date, by) -> None:
    criterion.refresh_from_db()
    criterion.change_note = version["change_note"]
    criterion.save()
    on = day(today, version["published"])
    approval = waive_hearing(
        criterion=criterion, reason=WHY_WITHOUT_HEARING, role=criterion.owner_role, by=by, at=noon(on)
    )
    publish_version(
        criterion=criterion,
        approval=approval,
        by=by,
        at=noon(on),
        valid_from=day(today, version.get("valid_from", version["published"])),
    )


def settle_review(criterion: Criterion, record: Mapping[str, Any], *, today: datetime.date, by) -> None:
    if record["outcome"] == ReviewOutcome.KEPT:
        check_and_keep(
            criterion=criterion, by=by, role=record["owner_role"], on=day(today, record["last_reviewed"])
        )
    Criterion.objects.filter(pk=criterion.pk).update(next_review_date=day(today, record["next_review"]))


def relate(record: Mapping[str, Any], *, today: datetime.date, by) -> None:
    criterion = Criterion.objects.get(identifier=record["identifier"])
    for name, kind in RELATIONS.items():
        for other in Criterion.objects.filter(identifier__in=record.get(name, [])):
            Relation.objects.get_or_create(criterion=criterion, other=other, kind=kind)
    if withdrawal := record.get("withdrawn"):
        withdraw(
            criterion=criterion,
            by=by,
            role=record["owner_role"],
            reason=withdrawal["reason"],
            on=day(today, withdrawal["on"]),
            successor=Criterion.objects.filter(identifier=withdrawal.get("successor")).first(),
        )


@transaction.atomic
def load_notes(records: Iterable[Mapping[str, Any]], *, today: datetime.date, by) -> int:
    """Notes of nodes. `version` says which version a note was written for; without it, the current one."""
    count = 0
    for record in records:
        node = Node.objects.filter(slug=record["node"]).first()
        criterion = Criterion.objects.filter(identifier=record["criterion"]).first()
        if not node or not criterion or LocalNote.objects.filter(node=node, criterion=criterion).exists():
            continue
        words = {name: record.get(name, "").strip() for name in WORDS_OF_NOTE}
        note = LocalNote(node=node, criterion=criterion, kind=record["kind"], **words)
        note.links = [NoteLink(**link) for link in record.get("links", [])]  # type: ignore[misc]
        save_note(note=note, by=by, on=day(today, record["confirmed"]))
        if number := record.get("version"):
            LocalNote.objects.filter(pk=note.pk).update(version=criterion.versions.get(number=number))
        count += 1
    return count


def day(today: datetime.date, offset: int) -> datetime.date:
    return today + datetime.timedelta(days=offset)


def noon(on: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(on, datetime.time(12)))
