"""A hearing's comments and answers as a workbook, for those who read and sort them outside the hub."""

from collections.abc import Iterable, Mapping
from typing import IO

from openpyxl import Workbook

from criteria_library.services.spreadsheets.sheets import add, new_sheet


def write_answers(headings: Mapping[str, int], rows: Iterable[list], file: IO[bytes], *, sheet: str) -> None:
    workbook = Workbook(write_only=True)
    comments = new_sheet(workbook, sheet, headings)
    for row in rows:
        add(comments, row, wrapped=True)
    workbook.save(file)
