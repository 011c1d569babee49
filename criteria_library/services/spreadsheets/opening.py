"""Opens a workbook that anybody may have made, and says plainly what keeps it from being read."""

import re
import zipfile
from typing import IO

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from criteria_library.services.spreadsheets.columns import SHEETS

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
# A file of ten thousand criteria unpacks to about 60 MB; ten times a real one's rate of packing is a trap.
LARGEST_UNPACKED = 400 * MEGABYTE
MOST_PARTS = 500
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([^"]{1,30})"')
CHUNK = MEGABYTE
OVERLAP = 200


class BadWorkbook(Exception):
    """The message is for the person who sent the file."""


def open_workbook(file: IO[bytes]) -> Workbook:
    refuse_if_too_large(file)
    try:
        with zipfile.ZipFile(file) as parts:
            refuse_traps(parts)
            merged = merged_cells(parts)
        file.seek(0)
        workbook = load_workbook(file, read_only=True, keep_links=False)
    except BadWorkbook:
        raise
    except Exception as fault:  # whatever a broken file makes a library raise
        raise BadWorkbook(
            _(
                "This is not a workbook that we can read. "
                "Save it as an Excel workbook (.xlsx), without a password."
            )
        ) from fault
    if merged:
        raise BadWorkbook(
            _(
                "Cells are merged (%s). Split them, so that each row has its own values, "
                "and send the file again."
            )
            % ", ".join(merged)
        )
    refuse_wrong_sheets(workbook)
    return workbook


def refuse_if_too_large(file: IO[bytes]) -> None:
    size = file.seek(0, 2)
    file.seek(0)
    if size > LARGEST_FILE:
        raise BadWorkbook(
            _("The file is %(size)d MB, and we take at most %(most)d MB. Divide it into several.")
            % {"size": size // MEGABYTE, "most": LARGEST_FILE // MEGABYTE}
        )


def refuse_traps(parts: zipfile.ZipFile) -> None:
    """Looks at what the file says of itself; what it unpacks to is held to the same by `zipfile`."""
    listed = parts.infolist()
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
        raise BadWorkbook(
            _("The file unpacks to far more than a list of criteria. Copy the rows into a new workbook.")
        )


def merged_cells(parts: zipfile.ZipFile) -> list[str]:
    found: list[str] = []
    for name in parts.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            found += [ref.decode("ascii", "replace") for ref in merged_in(parts, name)]
    return list(dict.fromkeys(found))[:5]


def merged_in(parts: zipfile.ZipFile, name: str) -> list[bytes]:
    found, tail = [], b""
    with parts.open(name) as sheet:
        while chunk := sheet.read(CHUNK):
            found += MERGED.findall(tail + chunk)
            tail = chunk[-OVERLAP:]
    return found


def refuse_wrong_sheets(workbook: Workbook) -> None:
    missing = [name for name in SHEETS if name not in workbook.sheetnames]
    if missing:
        raise BadWorkbook(
            _(
                "The workbook has no sheet “%(missing)s”. It has: %(sheets)s. "
                "Begin with an export, which has the right sheets."
            )
            % {"missing": "”, “".join(missing), "sheets": ", ".join(workbook.sheetnames)[:300]}
        )
