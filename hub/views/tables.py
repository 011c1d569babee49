"""Tables as files that Norwegian and Swedish spreadsheets read."""

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse

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


def harmless(cell) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
