"""One criterion and what its page shows."""

from django.http import Http404

from criteria_library.enums import Status
from criteria_library.models import Criterion, CriterionVersion, LocalNote, Relation
from criteria_library.queries.texts import with_texts
from hub.models import Node


def criterion_or_404(identifier: str) -> Criterion:
    """A published or withdrawn criterion with what its page shows. Drafts don't exist for readers."""
    rows = with_texts(Criterion.objects.readable()).select_related("successor__current_version")
    rows = rows.prefetch_related("product_groups__cpv_codes", "themes", "goals", "known_problems")
    criterion = rows.filter(identifier=identifier.upper()).first()
    if criterion is None:
        raise Http404
    return criterion


def neighbours(criterion: Criterion) -> dict[str, list[Criterion]]:
    """Readable criteria by how they relate to this one, each with its current texts."""
    rows = Relation.objects.filter(criterion=criterion, other__status=Status.PUBLISHED).order_by(
        "other__identifier"
    )
    others = with_texts(Criterion.objects.filter(pk__in=rows.values("other"))).in_bulk()
    found: dict[str, list[Criterion]] = {}
    for relation in rows:
        found.setdefault(relation.kind, []).append(others[relation.other_id])
    return found


def nodes_with_notes(criterion: Criterion) -> list[Node]:
    """Which nodes say something of their own here: for the national page to send readers on to."""
    noted = LocalNote.objects.filter(criterion=criterion, is_published=True)
    return list(Node.objects.filter(pk__in=noted.values("node")).select_related("site").order_by("name"))


def version_or_404(criterion: Criterion, number: int) -> CriterionVersion:
    rows = criterion.versions.select_related("criterion").prefetch_related("texts")
    version = rows.filter(number=number).first()
    if version is None:
        raise Http404
    return version
