"""A node's notes on criteria."""

import datetime

from django.db import transaction

from criteria_library.models import LocalNote
from hub.services.audit import record


@transaction.atomic
def save_note(*, note: LocalNote, by, on: datetime.date) -> LocalNote:
    """Writes the note for the version that stands now: to save it is to confirm it."""
    is_new = note.pk is None
    note.version = note.criterion.current_version
    note.confirmed_date = on
    note.save()
    record(action="local_note.written" if is_new else "local_note.confirmed", by=by, node=note.node, about=note)
    return note
