from datetime import datetime

from django.db import models
from django.db.models import Q


class OutboxQuerySet(models.QuerySet):
    def waiting(self):
        """Not carried yet, and not set aside after failing too often."""
        return self.filter(carried=False, set_aside=False)

    def due(self, now: datetime):
        return self.waiting().filter(Q(next_try_at=None) | Q(next_try_at__lte=now))

    def set_aside_ones(self):
        return self.filter(set_aside=True)
