"""Records of a workbook into working copies, all or none. Readers see nothing before it is approved."""

import datetime
from collections.abc import Callable, Iterable, Iterator

from django.db import transaction

from criteria_library.models import Criterion, CriterionText, Draft, KnownProblem, Relation
from criteria_library.services.spreadsheets.changing import change, changes_of
from criteria_library.services.spreadsheets.columns import SHARED_LISTS
from criteria_library.services.spreadsheets.reading import Record
from hub.services.audit import record as log

AT_A_TIME = 500


def nobody_listens(done: int) -> None:
    pass


@transaction.atomic
def save_records(
    records: Iterable[Record],
    *,
    by,
    at: datetime.datetime,
    name: str = "",
    told: Callable[[int], None] = nobody_listens,
) -> dict[str, int]:
    """Answers how many criteria are new, changed and as they were. What the file doesn't name stays."""
    all_records = list(records)
    known = set(Criterion.objects.values_list("identifier", flat=True))
    fresh = [record for record in all_records if record.identifier not in known]
    done = 0
    for batch in in_batches(fresh):
        create(batch, by=by, at=at)
        done += len(batch)
        told(done)
    for batch in in_batches(fresh):
        relate(batch)
    changed = 0
    for batch in in_batches([record for record in all_records if record.identifier in known]):
        changed += change_what_differs(batch, by=by, at=at)
        done += len(batch)
        told(done)
    outcome = {"new": len(fresh), "changed": changed, "same": len(all_records) - len(fresh) - changed}
    log(action="criteria.imported", by=by, detail={**outcome, "file": name[:100]})
    return outcome


def in_batches(records: list[Record]) -> Iterator[list[Record]]:
    for begin in range(0, len(records), AT_A_TIME):
        yield records[begin : begin + AT_A_TIME]


def create(records: list[Record], *, by, at: datetime.datetime) -> None:
    rows = Criterion.objects.bulk_create(Criterion(**record.values, live=False) for record in records)
    pairs = list(zip(rows, records, strict=True))
    for name in SHARED_LISTS.values():
        write_list(pairs, name)
    CriterionText.objects.bulk_create(
        CriterionText(criterion=row, language=language, **values)
        for row, record in pairs
        for language, values in record.texts.items()
    )
    KnownProblem.objects.bulk_create(
        KnownProblem(criterion=row, **problem) for row, record in pairs for problem in record.problems
    )
    Draft.objects.bulk_create(Draft(criterion=row, author=by, started_at=at) for row in rows)


def write_list(pairs: list[tuple[Criterion, Record]], name: str) -> None:
    # The table between the two, which Django makes and types know nothing of.
    field = Criterion._meta.get_field(name)
    through = getattr(Criterion, name).through
    column = f"{field.m2m_reverse_field_name()}_id"  # type: ignore[union-attr]
    through.objects.bulk_create(
        through(criterion_id=row.pk, **{column: key}) for row, record in pairs for key in record.lists[name]
    )


def relate(records: list[Record]) -> None:
    """After all are there, since they may name each other."""
    names = {record.identifier for record in records} | {
        other for record in records for others in record.relations.values() for other in others
    }
    keys = dict(Criterion.objects.filter(identifier__in=names).values_list("identifier", "pk"))
    Relation.objects.bulk_create(
        Relation(criterion_id=keys[record.identifier], other_id=keys[other], kind=kind)
        for record in records
        for kind, others in record.relations.items()
        for other in others
    )


def change_what_differs(records: list[Record], *, by, at: datetime.datetime) -> int:
    asked = {record.identifier: record for record in records}
    rows = Criterion.objects.select_for_update(of=("self",))
    others = {other for record in records for many in record.relations.values() for other in many}
    keys = dict(Criterion.objects.filter(identifier__in=others).values_list("identifier", "pk"))
    count = 0
    for row, record, is_changed in changes_of(asked, rows):
        if is_changed:
            change(record, row, keys=keys, by=by, at=at)
            count += 1
    return count
