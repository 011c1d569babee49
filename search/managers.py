from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

# Between two tries of one document.
LONGEST_WAIT = timedelta(minutes=10)


class OutboxQuerySet(models.QuerySet):
    def waiting(self):
        """Not carried yet, and not set aside after failing too often."""
        return self.filter(carried=False, set_aside=False)

    def due(self, now: datetime):
        """A wait longer than any was noted by a clock that has been set back since."""
        waits = Q(next_try_at__gt=now) & Q(next_try_at__lte=now + LONGEST_WAIT)
        return self.waiting().filter(Q(next_try_at=None) | ~waits)

    def set_aside_ones(self):
        return self.filter(set_aside=True)

    def of(self, names: Iterable[tuple[str, str]]):
        """Entries of these documents, each by its kind and key."""
        keys_by_kind: dict[str, set[str]] = {}
        for kind, key in names:
            keys_by_kind.setdefault(kind, set()).add(key)
        wanted = Q(pk__in=[])
        for kind, keys in keys_by_kind.items():
            wanted |= Q(kind=kind, key__in=keys)
        return self.filter(wanted)
