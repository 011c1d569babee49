"""What a group of words would find, before it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis.thesaurus import ByLanguage
from search.models import SynonymGroup
from search.queries.finding import find
from search.queries.thesaurus import current_thesaurus, thesaurus_with
from search.questions import Hit, Question

MOST_WORDS, MOST_HITS = 8, 3


@dataclass(frozen=True)
class Tried:
    word: str
    today: int
    then: int
    # The best that the word does not find today, or finds further down.
    new: tuple[Hit, ...]


def try_words(words: ByLanguage, *, instead_of: SynonymGroup | None) -> Iterator[Tried]:
    """Each word, as anybody who isn't signed in would get it."""
    now, then = current_thesaurus(), thesaurus_with(words, instead_of=instead_of)
    said = [(language, word) for language, of_language in words.items() for word in of_language]
    for language, word in said[:MOST_WORDS]:
        question = Question(text=word, language=language)
        before = find(question, facets=(), thesaurus=now)
        after = find(question, facets=(), thesaurus=then)
        known = {(hit.kind, hit.source["key"]) for hit in before.hits}
        new = [hit for hit in after.hits if (hit.kind, hit.source["key"]) not in known]
        yield Tried(word, before.total, after.total, tuple(new[:MOST_HITS]))
