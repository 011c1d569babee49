"""Criteria as a workbook: the working copies, whole, so that the file can come back unchanged."""

from collections.abc import Iterator
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

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

AT_A_TIME = 500
WIDTH, WIDE = 18, 50


def write_workbook(criteria, file: IO[bytes]) -> None:
    """Row by row, so that ten thousand criteria take no more memory than five hundred."""
    workbook = Workbook(write_only=True)
    sheets = {name: new_sheet(workbook, name, headings) for name, headings in SHEETS.items()}
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


def new_sheet(workbook, name: str, headings: list[str]):
    sheet = workbook.create_sheet(name)
    sheet.freeze_panes = "B2"
    for number in range(1, len(headings) + 1):
        wide = name == TEXTS and number > len(TEXT_COLUMNS) - 12
        sheet.column_dimensions[get_column_letter(number)].width = WIDE if wide else WIDTH
    sheet.append([heading_cell(sheet, heading) for heading in headings])
    return sheet


def heading_cell(sheet, heading: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=heading)
    cell.font = Font(bold=True)
    return cell


def add(sheet, values) -> None:
    sheet.append([as_cell(sheet, value) for value in values])


def as_cell(sheet, value):
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value=value)
    # A text that begins with = is a text, not a formula.
    cell.data_type = "s"
    return cell


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
