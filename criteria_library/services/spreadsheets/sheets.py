"""Sheets that people open and sort: headings that stay in view, and texts that never run as formulas."""

from collections.abc import Iterable, Mapping

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from criteria_library.services.spreadsheets.cells import clean

WIDTH, WIDE = 18, 50


def new_sheet(workbook, name: str, headings: Mapping[str, int]):
    """`headings` with the width of each column."""
    sheet = workbook.create_sheet(name)
    sheet.freeze_panes = "B2"
    for number, width in enumerate(headings.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([heading_cell(sheet, heading) for heading in headings])
    return sheet


def heading_cell(sheet, heading: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=heading)
    cell.font = Font(bold=True)
    return cell


def add(sheet, values: Iterable, *, wrapped: bool = False) -> None:
    """`wrapped` lets a long text be read in its cell."""
    cells = [as_cell(sheet, value) for value in values]
    if wrapped:
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.append(cells)


def as_cell(sheet, value) -> WriteOnlyCell:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    # Word's soft line breaks and the like have no place in the file's XML.
    cell = WriteOnlyCell(sheet, value=clean(value))
    # A text that begins with = is a text, not a formula.
    cell.data_type = "s"
    return cell
