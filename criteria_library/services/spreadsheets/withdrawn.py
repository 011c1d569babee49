"""Withdrawn criteria in a file: as they were they are passed over, changed they are a fault."""

from django.utils.translation import gettext as _

from criteria_library.enums import Status
from criteria_library.models import Criterion
from criteria_library.queries.drafts import as_written
from criteria_library.services.spreadsheets.cells import Fault
from criteria_library.services.spreadsheets.changing import differs
from criteria_library.services.spreadsheets.columns import CRITERIA, SHARED_LISTS
from criteria_library.services.spreadsheets.reading import IDENTIFIER, Contents


def leave_withdrawn(contents: Contents) -> Contents:
    rows = Criterion.objects.filter(identifier__in=list(contents.records), status=Status.WITHDRAWN)
    related = ("texts", "known_problems", "relations__other", *SHARED_LISTS.values())
    for row in rows.select_related("latest_revision").prefetch_related(*related):
        record = contents.records.pop(row.identifier)
        if differs(record, as_written(row)):
            told = _("%s is withdrawn, and stays as it was.") % row.identifier
            contents.faults.append(Fault(CRITERIA, record.row.number, IDENTIFIER, told))
    return contents
