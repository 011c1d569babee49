"""A node's pages beside their translations, as those who write them see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from wagtail.models import Page

from hub.enums import Language
from hub.models import Node
from hub.models.pages.base import ROOT_DEPTH
from hub.queries.pages import pages_of


@dataclass(frozen=True)
class Cell:
    """One page in one language. It can be begun once the page above it stands in that language."""

    language: Language
    page: Page | None
    can_begin: bool


@dataclass(frozen=True)
class TranslationRow:
    page: Page
    cells: list[Cell]

    @property
    def step(self) -> int:
        """How far below the front page it stands."""
        return self.page.depth - ROOT_DEPTH


def pages_to_translate(node: Node):
    """The node's pages in its main language, in the order of the tree."""
    return Page.objects.descendant_of(node.site.root_page, inclusive=True).order_by("path")


def translation_rows(node: Node, pages: Sequence[Page]) -> list[TranslationRow]:
    languages = [Language(code) for code in node.other_languages]
    by_path = dict(pages_to_translate(node).values_list("path", "translation_key"))
    found = {
        (page.translation_key, page.locale.language_code): page
        for page in pages_of([node.pk]).filter(locale__language_code__in=languages).select_related("locale")
    }
    return [
        TranslationRow(page, [cell(page, language, found, by_path) for language in languages])
        for page in pages
    ]


def cell(page: Page, language: Language, found: dict, by_path: dict) -> Cell:
    above = by_path.get(page.path[: -Page.steplen])
    is_open = above is None or (above, language.value) in found
    return Cell(language, found.get((page.translation_key, language.value)), is_open)
