"""The library's jobs, for the worker that carries all jobs."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from criteria_library.models import SpreadsheetImport
from criteria_library.services.spreadsheets.imports import try_import, write_import, wrong


@task()
def try_spreadsheet(pk: int) -> None:
    taken = SpreadsheetImport.objects.get(pk=pk)
    with told_if_it_fails(taken):
        try_import(taken)


@task()
def write_spreadsheet(pk: int) -> None:
    taken = SpreadsheetImport.objects.select_related("asked_by").get(pk=pk)
    with told_if_it_fails(taken):
        write_import(taken, by=taken.asked_by)


@contextmanager
def told_if_it_fails(taken: SpreadsheetImport) -> Iterator[None]:
    """The person waits at a page that would look for ever; the log has the fault itself."""
    try:
        yield
    except Exception:
        with translation.override(taken.language):
            wrong(
                taken, fault=_("Something failed on our side, and nothing was written. Send the file again.")
            )
        raise


def later(job, pk: int) -> None:
    """The job and its cause are saved together."""
    transaction.on_commit(lambda: job.enqueue(pk))
