"""The index's life in rows: what waits to be carried, and which index is live."""

from django.db import models
from django.db.models import Q

from search.managers import OutboxQuerySet


class OutboxEntry(models.Model):
    """A document that changed, written in the same transaction as the change.

    It names the document and holds nothing of it: whoever carries it reads what is true then.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    noted_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True)
    set_aside = models.BooleanField(default=False)
    # Carried to the live index, and kept for the one that is being built beside it.
    carried = models.BooleanField(default=False)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["carried", "set_aside", "id"], name="outbox_waiting")]

    def __str__(self):
        return f"{self.kind}:{self.key}"


class IndexBuild(models.Model):
    """An index, from its beginning beside the live one until another takes its place."""

    class State(models.TextChoices):
        BUILDING = "building"
        LIVE = "live"
        RETIRED = "retired"
        FAILED = "failed"

    engine = models.CharField(max_length=20)
    index = models.CharField(max_length=80, unique=True)
    format = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.BUILDING)
    started_at = models.DateTimeField()
    live_at = models.DateTimeField(null=True, blank=True)
    documents = models.PositiveIntegerField(default=0)
    expected = models.PositiveIntegerField(default=0)
    # The words that its documents were read with; questions are read with the same.
    lexicon = models.BinaryField(default=bytes)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engine"], condition=Q(state="live"), name="one_live_index_for_an_engine"
            )
        ]

    def __str__(self):
        return self.index
