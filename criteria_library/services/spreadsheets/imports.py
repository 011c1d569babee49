"""One import: tried, and written when every row is right. The job, the command and the page use the same."""

import datetime
from collections.abc import Callable
from io import BytesIO
from typing import IO

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from criteria_library.enums import ImportState
from criteria_library.models import SpreadsheetImport
from criteria_library.services.spreadsheets.known import read_known
from criteria_library.services.spreadsheets.locked import refuse_locked
from criteria_library.services.spreadsheets.opening import BadWorkbook, open_workbook
from criteria_library.services.spreadsheets.reading import MOST_FAULTS, Contents, read_contents
from criteria_library.services.spreadsheets.saving import save_records
from criteria_library.services.spreadsheets.withdrawn import leave_withdrawn
from hub.services.audit import record

# How far a job has come is kept outside its transaction, so that others can see it meanwhile.
SECONDS_KEPT = 3600


class NotReady(Exception):
    """It has faults, or has been written already."""


@transaction.atomic
def take_workbook(
    *, file: IO[bytes], name: str, by, language: str, at: datetime.datetime
) -> SpreadsheetImport:
    """Keeps the file until it has been tried. Raises BadWorkbook where there is nothing to try."""
    with translation.override(language):
        open_workbook(file).close()
    file.seek(0)
    return SpreadsheetImport.objects.create(
        name=name[:200], content=file.read(), asked_by=by, language=language, asked_at=at
    )


def try_import(taken: SpreadsheetImport) -> SpreadsheetImport:
    """The dry run: says every fault, and writes nothing of the library."""
    set_state(taken, ImportState.CHECKING)
    with translation.override(taken.language):
        try:
            contents = read(taken, BytesIO(taken.content), by=taken.asked_by)
        except BadWorkbook as bad:
            return wrong(taken, fault=str(bad))
        if contents.faults:
            return wrong(taken, faults=contents)
        if not contents.records:
            return wrong(taken, fault=_("There are no criteria in the file."))
    taken.rows, taken.done = contents.rows, contents.rows
    taken.outcome = {"criteria": len(contents.records)}
    return set_state(taken, ImportState.RIGHT)


def write_import(taken: SpreadsheetImport, *, by) -> SpreadsheetImport:
    """Reads the file again, since the library may have changed since it was tried."""
    with translation.override(taken.language):
        contents = read(taken, BytesIO(taken.content), by=by)
    if contents.faults:
        return wrong(taken, faults=contents)
    with transaction.atomic():
        taken.outcome = save_records(
            contents.records.values(),
            by=by,
            at=timezone.now(),
            name=taken.name,
            told=lambda done: tell_progress(taken, done),
        )
        taken.content = b""
        taken.finished_at = timezone.now()
        set_state(taken, ImportState.WRITTEN)
    return taken


def read(taken: SpreadsheetImport, file: IO[bytes], *, by) -> Contents:
    return read_file(file, by=by, told=lambda rows: tell_progress(taken, rows))


def read_file(file: IO[bytes], *, by, told: Callable[[int], None]) -> Contents:
    """`by` is who would write it, to whom others' locks hold."""
    workbook = open_workbook(file)
    try:
        contents = read_contents(workbook, read_known(), told=told)
    finally:
        workbook.close()
    contents.faults += [*leave_withdrawn(contents), *refuse_locked(contents, by=by)]
    contents.faults.sort(key=lambda fault: (fault.sheet, fault.row))
    return contents


def wrong(taken: SpreadsheetImport, *, fault: str = "", faults: Contents | None = None) -> SpreadsheetImport:
    taken.fault = fault
    taken.faults = [each.as_row() for each in faults.faults[:MOST_FAULTS]] if faults else []
    taken.outcome = {"faults": len(faults.faults)} if faults else {}
    taken.rows = faults.rows if faults else 0
    # There is nothing more to do with it: the person sends a new one.
    taken.content = b""
    return set_state(taken, ImportState.WRONG)


def set_state(taken: SpreadsheetImport, state: ImportState) -> SpreadsheetImport:
    taken.state = state
    taken.save()
    return taken


@transaction.atomic
def ask_to_write(*, pk: int, by) -> SpreadsheetImport:
    """Of two who press the button, one begins."""
    begun = SpreadsheetImport.objects.filter(pk=pk, state=ImportState.RIGHT).update(state=ImportState.WRITING)
    if not begun:
        raise NotReady
    taken = SpreadsheetImport.objects.get(pk=pk)
    record(action="criteria.import_begun", by=by, about=taken)
    return taken


def tell_progress(taken: SpreadsheetImport, done: int) -> None:
    cache.set(f"criteria_library.import.{taken.pk}", done, SECONDS_KEPT)


def progress_of(taken: SpreadsheetImport) -> int:
    return cache.get(f"criteria_library.import.{taken.pk}", 0) if taken.is_working else taken.done


def forget_old_imports(*, before: datetime.datetime, dry_run: bool) -> int:
    """Files hold no persons, but what was never written should not lie for ever."""
    rows = SpreadsheetImport.objects.filter(asked_at__lt=before)
    return rows.count() if dry_run else rows.delete()[0]
