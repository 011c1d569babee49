"""The library as a list: what is chosen, how many, and where to begin."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import StrIndex, Substr

from criteria_library.enums import Level, Status, Use
from criteria_library.models import Criterion, LocalNote
from criteria_library.queries.texts import with_texts
from hub.models import Node, ProductGroup, Theme

MOST_WORDS = 8


@dataclass(frozen=True)
class Choices:
    """What a reader has chosen in the list. Values that nothing answers to are left out."""

    words: str = ""
    group: ProductGroup | None = None
    uses: tuple[Use, ...] = ()
    levels: tuple[Level, ...] = ()
    themes: tuple[Theme, ...] = ()

    @property
    def count(self) -> int:
        return len(self.uses) + len(self.levels) + len(self.themes) + bool(self.group)


@dataclass(frozen=True)
class Facets:
    uses: list[tuple] = field(default_factory=list)
    levels: list[tuple] = field(default_factory=list)
    themes: list[tuple] = field(default_factory=list)


def criteria_chosen(choices: Choices) -> QuerySet:
    found = Criterion.objects.published()
    if choices.group:
        found = found.in_group(choices.group)
    for word in words_of(choices):
        found = found.filter(search_text__contains=word)
    if choices.uses:
        found = found.filter(or_all(Q(**{f"current_version__as_{use.value}": True}) for use in choices.uses))
    if choices.levels:
        found = found.filter(current_version__level__in=choices.levels)
    if choices.themes:
        found = found.filter(
            pk__in=Criterion.themes.through.objects.filter(theme__in=choices.themes).values("criterion")
        )
    return found


def words_of(choices: Choices) -> list[str]:
    return choices.words.lower().split()[:MOST_WORDS]


def or_all(conditions: Iterable[Q]) -> Q:
    either = Q()
    for condition in conditions:
        either |= condition
    return either


def criteria_listed(choices: Choices, *, node: Node) -> QuerySet:
    """Rows of the list, with whether this node has a note on each."""
    notes = LocalNote.objects.filter(node=node, is_published=True, criterion=OuterRef("pk"))
    rows = criteria_chosen(choices).annotate(has_note=Exists(notes)).prefetch_related("themes")
    if words := words_of(choices):
        rows = rows.annotate(place=StrIndex("search_text", Value(words[0]))).order_by("place", "identifier")
    return with_texts(rows)


def facets_of(choices: Choices) -> Facets:
    """How many each choice would show, among what the other choices leave."""
    criteria = Criterion.objects.filter(pk__in=criteria_chosen(choices).values("pk"))
    counts = criteria.aggregate(
        **{use.value: Count("pk", filter=Q(**{f"current_version__as_{use.value}": True})) for use in Use},
        **{level.name: Count("pk", filter=Q(current_version__level=level)) for level in Level},
    )
    themes = Theme.objects.annotate(found=Count("criteria", filter=Q(criteria__in=criteria))).order_by(
        "-found", "pk"
    )
    return Facets(
        uses=[(use, counts[use.value]) for use in Use],
        levels=[(level, counts[level.name]) for level in Level],
        themes=[(theme, theme.found) for theme in themes if theme.found or theme in choices.themes],
    )


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
    rows = criteria_listed(Choices(group=group), node=node).filter(
        current_version__level__in=[Level.BASIC, ""]
    )
    return list(rows.order_by("effort_buyer", "effort_supplier", "-market", "identifier")[:limit])
