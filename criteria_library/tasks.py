"""The library's jobs, for the worker that carries all jobs."""

from django.db import transaction
from django_tasks import task

from criteria_library.models import SpreadsheetImport
from criteria_library.services.spreadsheets.imports import try_import, write_import


@task()
def try_spreadsheet(pk: int) -> None:
    try_import(SpreadsheetImport.objects.get(pk=pk))


@task()
def write_spreadsheet(pk: int) -> None:
    taken = SpreadsheetImport.objects.select_related("asked_by").get(pk=pk)
    write_import(taken, by=taken.asked_by)


def later(job, pk: int) -> None:
    """The job and its cause are saved together."""
    transaction.on_commit(lambda: job.enqueue(pk))
