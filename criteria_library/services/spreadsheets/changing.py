"""A known criterion changed as an editor would: a new revision, and a draft that waits for approval."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from criteria_library.enums import Status
from criteria_library.models import Criterion, CriterionText, KnownProblem, Relation
from criteria_library.queries.drafts import as_written, working_copy
from criteria_library.services.drafts import note_writing
from criteria_library.services.spreadsheets.reading import Record
from hub.models import Goal, ProductGroup, Theme

MODELS: dict[str, Any] = {"product_groups": ProductGroup, "themes": Theme, "goals": Goal}


def changes_of(
    records: Mapping[str, Record], criteria: QuerySet[Criterion]
) -> Iterator[tuple[Criterion, Record, bool]]:
    """Those of the criteria that the file names, each with whether the file says something else."""
    related = ("texts", "known_problems", "relations__other", *MODELS)
    rows = criteria.filter(identifier__in=list(records)).select_related("latest_revision")
    for row in rows.prefetch_related(*related):
        record = records[row.identifier]
        yield row, record, differs(record, as_written(row))


def differs(record: Record, written: Criterion) -> bool:
    return (
        any(getattr(written, name) != value for name, value in record.values.items())
        or any(keys_of(written, name) != keys for name, keys in record.lists.items())
        or any(text_differs(written, language, values) for language, values in record.texts.items())
        or any(problem not in problems_of(written) for problem in record.problems)
        or relations_of(written) != wanted_relations(record)
    )


def keys_of(written: Criterion, name: str) -> list[int]:
    return sorted(row.pk for row in getattr(written, name).all())


def text_differs(written: Criterion, language: str, values: dict[str, str]) -> bool:
    text = next((text for text in written.texts.all() if text.language == language), None)
    return text is None or any(getattr(text, name) != value for name, value in values.items())


def problems_of(written: Criterion) -> list[dict]:
    names = ("noted_date", "solved_date", "text")
    return [{name: getattr(row, name) for name in names} for row in written.known_problems.all()]


def relations_of(written: Criterion) -> set[tuple[str, str]]:
    return {(row.kind, row.other.identifier) for row in written.relations.all()}


def wanted_relations(record: Record) -> set[tuple[str, str]]:
    return {(kind, other) for kind, others in record.relations.items() for other in others}


def change(record: Record, row: Criterion, *, keys: dict[str, int], by, at: datetime.datetime) -> None:
    written = working_copy(row)
    for name, value in record.values.items():
        setattr(written, name, value)
    for name, wanted in record.lists.items():
        setattr(written, name, list(MODELS[name].objects.filter(pk__in=wanted)))
    children: dict[str, list] = {
        "texts": changed_texts(record, written),
        "known_problems": changed_problems(record, written),
        "relations": changed_relations(record, written, keys),
    }
    for name, rows in children.items():
        setattr(written, name, rows)
    if row.status == Status.DRAFT:
        written.save()
    # No part of a revision: what is promised to readers is not a draft.
    Criterion.objects.filter(pk=row.pk).update(next_review_date=record.values["next_review_date"])
    written.save_revision(user=by, clean=False)
    note_writing(criterion=row, by=by, at=at)


def changed_texts(record: Record, written: Criterion) -> list[CriterionText]:
    texts = {text.language: text for text in written.texts.all()}
    for language, values in record.texts.items():
        text = texts.setdefault(language, CriterionText(language=language))
        for name, value in values.items():
            setattr(text, name, value)
    return list(texts.values())


def changed_problems(record: Record, written: Criterion) -> list[KnownProblem]:
    """A problem is known by its day and its words; a new day of solving is written on the old one."""
    problems = {(row.noted_date, row.text): row for row in written.known_problems.all()}
    for values in record.problems:
        row = problems.setdefault((values["noted_date"], values["text"]), KnownProblem(**values))
        row.solved_date = values["solved_date"]
    return list(problems.values())


def changed_relations(record: Record, written: Criterion, keys: dict[str, int]) -> list[Relation]:
    wanted = wanted_relations(record)
    kept = [row for row in written.relations.all() if (row.kind, row.other.identifier) in wanted]
    known = {(row.kind, row.other.identifier) for row in kept}
    return kept + [Relation(other_id=keys[other], kind=kind) for kind, other in sorted(wanted - known)]
