"""Which of a version's texts a reader gets."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from criteria_library.enums import TextState
from criteria_library.models import CriterionVersion, VersionText


@dataclass(frozen=True)
class ShownText:
    """The text a reader gets, and whether it stands in for one in their own language."""

    text: VersionText
    wanted: str

    @property
    def stands_in(self) -> bool:
        return self.text.language != self.wanted

    @property
    def is_machine_draft(self) -> bool:
        return self.text.state == TextState.MACHINE


def shown_text(version: CriterionVersion, *, language: str) -> ShownText:
    """From the prefetched texts: the language asked for, or else the original."""
    texts = {text.language: text for text in version.texts.all()}
    original = version.criterion.original_language
    return ShownText(text=texts.get(language) or texts[original], wanted=language)


def with_texts(criteria: QuerySet) -> QuerySet:
    """With the current version and its texts. The text that search reads is left in the database."""
    versions = CriterionVersion.objects.select_related("criterion").defer("criterion__search_text")
    shown = Prefetch("current_version", queryset=versions.prefetch_related("texts"))
    return criteria.defer("search_text").prefetch_related(shown)
