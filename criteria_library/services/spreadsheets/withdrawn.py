"""Withdrawn criteria in a file: as they were they are passed over, changed they are a fault."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from criteria_library.enums import Status
from criteria_library.models import Criterion
from criteria_library.services.spreadsheets.cells import Fault
from criteria_library.services.spreadsheets.changing import changes_of
from criteria_library.services.spreadsheets.columns import CRITERIA
from criteria_library.services.spreadsheets.reading import IDENTIFIER, Contents


def leave_withdrawn(contents: Contents) -> Iterator[Fault]:
    for row, record, differs in changes_of(
        contents.records, Criterion.objects.filter(status=Status.WITHDRAWN)
    ):
        del contents.records[row.identifier]
        if differs:
            told = _("%s is withdrawn, and stays as it was.") % row.identifier
            yield Fault(CRITERIA, record.row.number, IDENTIFIER, told)
