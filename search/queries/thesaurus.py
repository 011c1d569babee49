"""The words for the same thing that hold now, in every process at once."""

from functools import lru_cache

from django.db import connection

from search.analysis.thesaurus import ByLanguage, Thesaurus, shipped, stems_of_phrase, thesaurus_of
from search.models import SynonymGroup, SynonymKey

# Asked at each search. Ready made, since Django takes ten times as long to put it together as to ask it.
EDITION = "SELECT count(*), max(changed_at), max(id) FROM search_synonymgroup"


def current_thesaurus() -> Thesaurus:
    """Asked for at each search: a change holds from the next one on. Without groups, the shipped one."""
    with connection.cursor() as cursor:
        cursor.execute(EDITION)
        edition = cursor.fetchone()
    return thesaurus_in(tuple(edition)) if edition[0] else shipped()


@lru_cache(maxsize=2)
def thesaurus_in(edition: tuple) -> Thesaurus:
    return thesaurus_of(SynonymGroup.objects.values_list("words", flat=True))


def thesaurus_with(words: ByLanguage, *, instead_of: SynonymGroup | None = None) -> Thesaurus:
    """As it would be with this group, to try before it is kept."""
    others = SynonymGroup.objects.values_list("pk", "words")
    return thesaurus_of([*(said for pk, said in others if not instead_of or pk != instead_of.pk), words])


def groups_with(words: ByLanguage, *, apart_from: SynonymGroup | None = None) -> dict[str, SynonymGroup]:
    """Which of these words, or one that is read alike, stands in another group already."""
    by_key = {key_of(word): word for of_language in words.values() for word in of_language}
    taken = SynonymKey.objects.filter(stems__in=by_key).select_related("group")
    if apart_from:
        taken = taken.exclude(group=apart_from)
    return {by_key[key.stems]: key.group for key in taken}


def key_of(word: str) -> str:
    return " ".join(stems_of_phrase(word))
