"""A node's notes on criteria."""

import datetime

from django.db import transaction

from criteria_library.models import LocalNote
from hub.services.audit import record


@transaction.atomic
def save_note(*, note: LocalNote, by, on: datetime.date) -> LocalNote:
    note.confirm(on=on)
    note.save()
    log_note(note=note, by=by)
    return note


@transaction.atomic
def remove_note(*, note: LocalNote, by) -> None:
    record(action="local_note.removed", by=by, node=note.node, about=note)
    note.delete()


def log_note(*, note: LocalNote, by) -> None:
    record(
        action="local_note.written",
        by=by,
        node=note.node,
        about=note,
        detail={"version": note.version.number},
    )
