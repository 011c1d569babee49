"""The nodes' notes on a criterion, and which of them must be looked at again."""

from django.db.models import F, QuerySet

from criteria_library.models import Criterion, LocalNote
from hub.models import Node


def notes_shown(criterion: Criterion) -> list[LocalNote]:
    """Every node's published note, for comparing them."""
    rows = LocalNote.objects.filter(criterion=criterion, is_published=True)
    return list(
        rows.select_related("version", "criterion", "node__site")
        .prefetch_related("links")
        .order_by("node__name")
    )


def note_of(criterion: Criterion, *, node: Node) -> LocalNote | None:
    rows = LocalNote.objects.filter(node=node, criterion=criterion, is_published=True)
    return rows.select_related("version", "criterion", "node").prefetch_related("links").first()


def outdated_notes(nodes: QuerySet) -> QuerySet:
    """Written for an earlier version than the one that stands, and not confirmed since."""
    return LocalNote.objects.filter(node__in=nodes).exclude(version=F("criterion__current_version"))
