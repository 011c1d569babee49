"""Product groups that a text which is still being typed may mean."""

from dataclasses import dataclass, replace

from hub.models import ProductGroup
from search.analysis.stems import STOPPED
from search.analysis.words import folded_words
from search.queries.finding import find
from search.questions import Question

MOST = 3


@dataclass(frozen=True)
class FoundGroup:
    group: ProductGroup
    count: int


def groups_begun(question: Question) -> list[FoundGroup]:
    """Those with a word that begins as each typed word does, and with something in them for the viewer."""
    typed = [word for word in folded_words(question.text) if word not in STOPPED]
    if not typed or len(typed[-1]) < 2:
        return []
    groups = ProductGroup.objects.filter(withdrawn_date=None).order_by("path")
    named = [group for group in groups if has_words(group, typed, question.language)][: 2 * MOST]
    if not named:
        return []
    asked = replace(question, text="", page=1, page_size=1)
    values = find(asked, facets=("product_group",)).facets.get("product_group", ())
    counts = {value.code: value.count for value in values}
    return [FoundGroup(group, counts[group.code]) for group in named if counts.get(group.code)][:MOST]


def has_words(group: ProductGroup, typed: list[str], language: str) -> bool:
    name = getattr(group, f"name_{language}", "") or group.name_nb
    words = folded_words(name)
    return all(any(word.startswith(start) for word in words) for start in typed)
