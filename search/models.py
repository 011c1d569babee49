"""The index's life in rows: what waits to be carried, and which index is live."""

from django.db import models
from django.db.models import Q

from hub.enums import Language
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


class SynonymGroup(models.Model):
    """Words for the same thing, by language. The national level keeps them."""

    # {"nb": ["hanske"], "sv": ["handske"]}. PostgreSQL keeps an order of its own, so the languages give ours.
    words = models.JSONField(default=dict)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return ", ".join(word for language in Language.values for word in self.words.get(language, ()))


class SynonymKey(models.Model):
    """What one word or expression of a group is read as. One group has it, so none lead in a ring."""

    stems = models.CharField(max_length=200, unique=True)
    group = models.ForeignKey(SynonymGroup, on_delete=models.CASCADE, related_name="keys")

    def __str__(self):
        return self.stems


class SearchMiss(models.Model):
    """What was looked for on a site on one day and gave nothing or next to nothing. Nothing tells by whom."""

    day = models.DateField()
    node = models.ForeignKey("hub.Node", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=2)
    text = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=0)
    # The most that it has given: nothing, or too little.
    most_hits = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "node", "language", "text"], name="one_miss_a_day")
        ]
        indexes = [models.Index(fields=["text"], name="misses_by_text")]

    def __str__(self):
        return self.text


class FileText(models.Model):
    """The words inside a document's file, or why there are none to be had."""

    document = models.OneToOneField("hub.HubDocument", on_delete=models.CASCADE, related_name="file_text")
    # Of the file that was read; another one has another.
    checksum = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    failure = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return str(self.document_id)
