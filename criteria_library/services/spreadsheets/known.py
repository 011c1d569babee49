"""What the rows may name, read once: codes of shared lists, and the criteria that exist."""

from dataclasses import dataclass, field

from criteria_library.enums import RelationKind
from criteria_library.models import Criterion, Relation
from hub.models import Goal, ProductGroup, Theme


@dataclass
class Known:
    groups: dict[str, int] = field(default_factory=dict)
    themes: dict[str, int] = field(default_factory=dict)
    goals: dict[str, int] = field(default_factory=dict)
    criteria: set[str] = field(default_factory=set)
    # Which languages each criterion has a text in.
    languages: dict[str, set[str]] = field(default_factory=dict)
    relations: set[tuple[str, str, str]] = field(default_factory=set)


def read_known() -> Known:
    known = Known(
        groups=dict(ProductGroup.objects.values_list("code", "pk")),
        themes=dict(Theme.objects.values_list("code", "pk")),
        goals={str(number): pk for number, pk in Goal.objects.values_list("number", "pk")},
        criteria=set(Criterion.objects.values_list("identifier", flat=True)),
    )
    for identifier, language in Criterion.objects.values_list("identifier", "texts__language"):
        known.languages.setdefault(identifier, set()).add(language)
    rows = Relation.objects.exclude(kind=RelationKind.GOES_WITH)
    known.relations = set(rows.values_list("criterion__identifier", "kind", "other__identifier"))
    return known
