"""Tables as files that Norwegian and Swedish spreadsheets read."""

import csv
import datetime
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse
from django.utils import timezone

# A spreadsheet takes what begins with these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class Echo:
    def write(self, text: str) -> str:
        return text


def csv_file(name: str, header: Iterable, rows: Iterable[Iterable]) -> StreamingHttpResponse:
    """Written row by row while it is sent, so that its length costs no memory."""
    response = StreamingHttpResponse(lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def lines(header: Iterable, rows: Iterable[Iterable]) -> Iterator[str]:
    writer = csv.writer(Echo(), delimiter=";")
    yield "\ufeff"
    yield writer.writerow([harmless(cell) for cell in header])
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def minute(at: datetime.datetime) -> str:
    """By our clock, as it is on the page."""
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"


def harmless(cell) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
