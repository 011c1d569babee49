"""The library as a list: what stands in a group, how many, and where to begin."""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Substr

from criteria_library.enums import Level, Status
from criteria_library.models import Criterion, LocalNote
from criteria_library.queries.texts import with_texts
from hub.models import Node, ProductGroup


def with_notes(criteria: QuerySet, *, node: Node) -> QuerySet:
    """With whether this node has a note on each."""
    notes = LocalNote.objects.filter(node=node, is_published=True, criterion=OuterRef("pk"))
    return criteria.annotate(has_note=Exists(notes))


def criteria_in(group: ProductGroup, *, node: Node) -> QuerySet:
    """Published criteria of the group and of those below it, with what a row shows."""
    rows = Criterion.objects.published().in_group(group).prefetch_related("themes")
    return with_texts(with_notes(rows, node=node))


def criteria_found(keys: Iterable[str], *, node: Node) -> dict[str, Criterion]:
    """What search found and a reader may open, by its key."""
    rows = with_notes(Criterion.objects.readable(), node=node).select_related("current_version")
    return {str(row.pk): row for row in rows.defer("search_text").filter(pk__in=list(keys))}


def groups_with_counts(*, under: ProductGroup | None = None) -> list[tuple[ProductGroup, int]]:
    """The groups of one level with how many published criteria stand in each or below it. Two queries."""
    depth = (under.depth if under else 0) + 1
    rows = Criterion.product_groups.through.objects.filter(criterion__status=Status.PUBLISHED)
    groups = ProductGroup.objects.filter(depth=depth, withdrawn_date=None)
    if under:
        rows = rows.filter(productgroup__path__startswith=under.path)
        groups = groups.filter(path__startswith=under.path)
    branch = Substr("productgroup__path", 1, depth * ProductGroup.steplen)
    counted = rows.values(branch=branch).annotate(found=Count("criterion", distinct=True)).order_by()
    counts = dict(counted.values_list("branch", "found"))
    return [(group, counts.get(group.path, 0)) for group in groups.order_by("path")]


def library_size() -> int:
    """A criterion may stand in several groups, so the groups' counts don't add up to this."""
    return Criterion.objects.published().count()


def recently_changed(limit: int = 5) -> list[Criterion]:
    return list(
        with_texts(
            Criterion.objects.published().order_by("-current_version__published_at", "identifier")[:limit]
        )
    )


def begin_with(group: ProductGroup, *, node: Node, limit: int = 3) -> list[Criterion]:
    """The few to begin with: least effort for both, most can deliver."""
    rows = criteria_in(group, node=node).filter(current_version__level__in=[Level.BASIC, ""])
    return list(rows.order_by("effort_buyer", "effort_supplier", "-market", "identifier")[:limit])
