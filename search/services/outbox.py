"""Notes what changed, in the same transaction as the change."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from search.models import OutboxEntry
from search.signals import changes_noted


def note_changes(*, kind: str, keys: Iterable[Any]) -> None:
    """Have these documents indexed anew, or taken out when they can no longer be found."""
    entries = [OutboxEntry(kind=kind, key=str(key)) for key in dict.fromkeys(keys)]
    if not entries:
        return
    OutboxEntry.objects.bulk_create(entries)
    connection = transaction.get_connection()
    # Once for each transaction is enough, however much it changed.
    if not any(waiting[1] is tell_carriers for waiting in connection.run_on_commit):
        transaction.on_commit(tell_carriers)


def tell_carriers() -> None:
    changes_noted.send_robust(sender=OutboxEntry)
