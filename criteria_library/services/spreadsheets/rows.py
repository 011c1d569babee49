"""The rows of a workbook's sheets, cell by cell, with the number that the person sees at the side."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from criteria_library.services.spreadsheets.cells import Fault, WrongCell, text_of
from criteria_library.services.spreadsheets.columns import SHEETS
from criteria_library.services.spreadsheets.opening import BadWorkbook

MOST_ROWS = 60_000
EMPTY_ROWS_AT_THE_END = 1000


@dataclass
class Row:
    sheet: str
    number: int
    cells: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    # Columns that something has been said of, whether or not the faults have been taken on.
    told: set[str] = field(default_factory=set)

    def fault(self, column: str, reason: str) -> None:
        self.told.add(column)
        self.faults.append(Fault(self.sheet, self.number, column, reason))


def rows_of(workbook, name: str) -> Iterator[Row]:
    """Empty rows are passed over. Columns of other names are the person's own, and are left alone."""
    sheet = workbook[name]
    # A file may say a size that isn't its own.
    sheet.reset_dimensions()
    found = sheet.iter_rows()
    try:
        headings = read_headings(name, next(found, ()))
        empty = 0
        for number, cells in enumerate(found, 2):
            row = read_row(name, number, headings, cells)
            if row.faults or any(row.cells.values()):
                empty = 0
                yield row
            else:
                empty += 1
            if number > MOST_ROWS:
                raise BadWorkbook(
                    _("The sheet “%(sheet)s” has more than %(most)d rows. Divide the file into several.")
                    % {"sheet": name, "most": MOST_ROWS}
                )
            if empty > EMPTY_ROWS_AT_THE_END:
                return
    except BadWorkbook:
        raise
    except Exception as fault:  # whatever a broken file makes a library raise
        raise BadWorkbook(
            _("The sheet “%s” is damaged and can't be read to its end. Save the workbook anew.") % name
        ) from fault


def read_headings(name: str, cells) -> dict[int, str]:
    wanted = {heading.lower(): heading for heading in SHEETS[name]}
    headings: dict[int, str] = {}
    for position, cell in enumerate(cells):
        heading = wanted.get(str(cell.value or "").strip().lower())
        if heading and heading not in headings.values():
            headings[position] = heading
    missing = [heading for heading in SHEETS[name] if heading not in headings.values()]
    if missing:
        raise BadWorkbook(
            _("The first row of the sheet “%(sheet)s” has no heading “%(missing)s”.")
            % {"sheet": name, "missing": "”, “".join(missing)}
        )
    return headings


def read_row(name: str, number: int, headings: dict[int, str], cells) -> Row:
    row = Row(name, number)
    for position, heading in headings.items():
        cell = cells[position] if position < len(cells) else None
        try:
            row.cells[heading] = text_of(cell) if cell is not None else ""
        except WrongCell as wrong:
            row.cells[heading] = ""
            row.fault(heading, str(wrong))
    return row
