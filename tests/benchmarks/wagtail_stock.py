"""Wagtail's own search, on its database backend: each document a page, found as a site without more would."""

from collections.abc import Iterable
from html import escape

from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from hub.models import ArticlePage, Node
from search.registry import Document


class WagtailPages:
    def __init__(self, documents: Iterable[Document]) -> None:
        self.backend = get_search_backend("default")
        above = Node.objects.select_related("site__root_page").first().site.root_page
        self.identifiers = {self._page(above, one): one.identifier for one in documents}

    def _page(self, above: Page, document: Document) -> int:
        texts = [text for part in (document.summary, document.body) for text in part.values()]
        page = ArticlePage(
            title=" ".join([document.identifier, *document.title.values()])[:255],
            slug=f"bench-{document.identifier.lower()}",
            body=[("text", f"<p>{escape(text)}</p>") for text in texts],
        )
        above.add_child(instance=page)
        self.backend.add(page)
        return page.pk

    def find(self, text: str) -> list[str]:
        """Any of the words: with all of them, its default on SQLite, it finds next to nothing."""
        pages = ArticlePage.objects.filter(pk__in=self.identifiers)
        return [self.identifiers[page.pk] for page in self.backend.search(text, pages, operator="or")[:20]]
