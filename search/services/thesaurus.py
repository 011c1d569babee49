"""Changes to the words for the same thing. They hold from the next search on: nothing is indexed anew."""

from django.db import IntegrityError, transaction

from hub.services.audit import record
from search.analysis.thesaurus import ByLanguage
from search.models import SynonymGroup, SynonymKey
from search.queries.thesaurus import key_of


class WordTaken(Exception):
    """Another group got one of the words meanwhile."""


def save_group(*, words: ByLanguage, by, group: SynonymGroup | None = None) -> SynonymGroup:
    """Raises WordTaken."""
    action = "synonyms.changed" if group else "synonyms.added"
    before = dict(group.words) if group else {}
    group = group or SynonymGroup()
    group.words = {language: list(said) for language, said in words.items() if said}
    try:
        with transaction.atomic():
            group.save()
            group.keys.all().delete()
            keys = {key_of(word) for said in group.words.values() for word in said}
            SynonymKey.objects.bulk_create(SynonymKey(stems=key, group=group) for key in sorted(keys))
            record(action=action, by=by, about=group, detail={"words": group.words, "before": before})
    except IntegrityError as error:
        raise WordTaken from error
    return group


@transaction.atomic
def remove_group(*, group: SynonymGroup, by) -> None:
    record(action="synonyms.removed", by=by, about=group, detail={"before": group.words})
    group.delete()
