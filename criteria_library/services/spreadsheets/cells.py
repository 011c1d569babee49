"""What stands in a cell, as text or a day. Whatever Excel made of it on the way is taken back or refused."""

import datetime
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

# What XML and PostgreSQL have no room for.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
NORWEGIAN_DAY = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$")


@dataclass(frozen=True)
class Fault:
    """One thing to put right, by the sheet's own row number and the column's heading."""

    sheet: str
    row: int
    column: str
    reason: str

    def as_row(self) -> list:
        return [self.sheet, self.row, self.column, self.reason]


class WrongCell(Exception):
    """The message says what to put there instead."""


def text_of(cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise WrongCell(_("There is a formula here. Copy the cell and paste it as a value."))
    if cell.data_type in ("e", "b"):
        raise WrongCell(_("The cell says “%s”, which is neither text, number nor day.") % value)
    if isinstance(value, datetime.datetime | datetime.date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))


def clean(text: str) -> str:
    return CONTROL.sub("", text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))


def day_of(text: str) -> datetime.date | None:
    if not text:
        return None
    if found := NORWEGIAN_DAY.match(text):
        text = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        raise WrongCell(_("“%s” is no day. Write it as 2026-11-30 or 30.11.2026.") % text[:40]) from None
