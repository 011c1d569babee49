"""Criteria as a workbook: the working copies, whole, so that the file can come back unchanged."""

from collections.abc import Iterator
from typing import IO

from openpyxl import Workbook

from criteria_library.models import Criterion, CriterionText
from criteria_library.queries.drafts import as_written
from criteria_library.services.spreadsheets.columns import (
    CODES,
    CRITERIA,
    LONGEST_CELL,
    PLAIN,
    PROBLEM_COLUMNS,
    PROBLEMS,
    RELATIONS,
    SHARED_LISTS,
    SHEETS,
    TEXT_COLUMNS,
    TEXTS,
    joined,
)
from criteria_library.services.spreadsheets.sheets import WIDE, WIDTH, add, new_sheet

AT_A_TIME = 500


def write_workbook(criteria, file: IO[bytes]) -> None:
    """Row by row, so that ten thousand criteria take no more memory than five hundred."""
    workbook = Workbook(write_only=True)
    sheets = {name: new_sheet(workbook, name, widths(headings)) for name, headings in SHEETS.items()}
    rows = criteria.order_by("identifier").prefetch_related(
        "texts", "known_problems", "relations__other", *SHARED_LISTS.values()
    )
    for row in rows.select_related("latest_revision").iterator(chunk_size=AT_A_TIME):
        criterion = as_written(row)
        add(sheets[CRITERIA], criterion_row(criterion))
        for text in text_rows(criterion):
            add(sheets[TEXTS], text)
        for problem in criterion.known_problems.all():
            values = {"krav-ID": criterion.identifier}
            values |= {
                head: getattr(problem, name) for head, name in PROBLEM_COLUMNS.items() if head not in values
            }
            add(sheets[PROBLEMS], values.values())
    workbook.save(file)


def widths(headings: list[str]) -> dict[str, int]:
    return {name: WIDE if TEXT_COLUMNS.get(name) in CriterionText.TEXTS else WIDTH for name in headings}


def criterion_row(criterion: Criterion) -> list:
    plain = [getattr(criterion, name) for name in PLAIN.values()]
    lists = [
        joined(sorted(row.number if name == "goals" else row.code for row in getattr(criterion, name).all()))
        for name in SHARED_LISTS.values()
    ]
    codes = [joined(getattr(criterion, name)) for name in CODES.values()]
    relations = [
        joined(sorted(row.other.identifier for row in criterion.relations.all() if row.kind == kind))
        for kind in RELATIONS.values()
    ]
    uses = joined(use.value for use in criterion.uses)
    return [*plain, uses, *lists, *codes, *relations]


def text_rows(criterion: Criterion) -> Iterator[list]:
    for text in criterion.texts.all():
        rest = text.texts()
        part = 1
        while part == 1 or any(rest.values()):
            piece = {name: words[:LONGEST_CELL] for name, words in rest.items()}
            rest = {name: words[LONGEST_CELL:] for name, words in rest.items()}
            yield [criterion.identifier, text.language, part, text.state, *in_order(piece)]
            part += 1


def in_order(texts: dict[str, str]) -> list[str]:
    return [texts[name] for name in TEXT_COLUMNS.values() if name in CriterionText.TEXTS]
