"""A workbook handed over to be saved."""

from collections.abc import Callable
from tempfile import TemporaryFile
from typing import IO

from django.http import FileResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_file(name: str, write: Callable[[IO[bytes]], None]) -> FileResponse:
    file = TemporaryFile()  # noqa: SIM115  (the response closes it)
    write(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)
