"""An answer made ready to show: names for codes, addresses for hits, chips for what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from hub.addresses import without_prefix
from hub.models import Node
from search.enums import Sort
from search.queries.finding import in_language
from search.questions import LAST_PAGE, Answer, Hit, Question
from search.registry import Name, documents
from search.views.facets import ShownFacet, shown_facet

SORT_NAMES = {
    Sort.RELEVANCE: gettext_lazy("Best match"),
    Sort.NEWEST: gettext_lazy("Newest first"),
    Sort.SOONEST: gettext_lazy("Soonest first"),
    Sort.TITLE: gettext_lazy("By title"),
}


@dataclass(frozen=True)
class ShownHit:
    hit: Hit
    url: str
    kind: Name
    node: Node | None
    tags: list[str]
    note: str

    @property
    def title(self) -> SafeString | str:
        return self.hit.title or self.hit.source["identifier"]

    @property
    def foreign_language(self) -> str:
        """For a screen reader, where the hit is not in the page's language."""
        return self.hit.language if self.hit.language != get_language() else ""

    @property
    def identifier(self) -> str:
        return self.hit.source["identifier"]


@dataclass(frozen=True)
class Chip:
    label: str
    url: str


class Results:
    def __init__(
        self,
        question: Question,
        answer: Answer,
        request: HttpRequest,
        *,
        facets: Sequence[str] = (),
        sorts: Sequence[Sort] = (),
    ) -> None:
        self.question = question
        self.answer = answer
        self.request = request
        self.facet_names = facets
        self.sort_codes = sorts

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Those that own a hit or are offered as a filter, in one query."""
        codes = {value.code for value in self.answer.facets.get("node", ())}
        codes |= {str(hit.source["node_id"]) for hit in self.answer.hits if hit.source["node_id"]}
        ids = [int(code) for code in codes if code.isascii() and code.isdigit() and len(code) < 18]
        found = Node.objects.select_related("site").filter(pk__in=ids) if ids else []
        return {str(node.pk): node for node in found}

    @cached_property
    def labels(self) -> dict[str, Mapping[str, Any]]:
        """Names of the codes of each facet, asked for once."""
        named: dict[str, Mapping[str, Any]] = {
            "kind": {document_type.kind: document_type.label_plural for document_type in documents},
            "node": {code: node.name for code, node in self.nodes.items()},
        }
        for name, facet in documents.facets(self.question.kinds).items():
            codes = {value.code for value in self.answer.facets.get(name, ())}
            codes |= {code for hit in self.answer.hits for code in hit.source["facets"].get(name, ())}
            named[name] = facet.labels(codes) if facet.labels and codes else {code: code for code in codes}
        return named

    @cached_property
    def facets(self) -> list[ShownFacet]:
        return [self._facet(name) for name in self.facet_names]

    def _facet(self, name: str) -> ShownFacet:
        declared = documents.facets(self.question.kinds).get(name)
        label = declared.label if declared else {"kind": _("Kind"), "node": _("Published by")}[name]
        found = self.answer.facets.get(name, ())
        return shown_facet(name, label, found, self.labels[name], ordered=bool(declared and declared.ordered))

    @cached_property
    def hits(self) -> list[ShownHit]:
        return [self._hit(hit) for hit in self.answer.hits if hit.kind in documents]

    def _hit(self, hit: Hit) -> ShownHit:
        node = self.nodes.get(str(hit.source["node_id"]))
        document_type = documents[hit.kind]
        tags = [
            str(self.labels[name][code])
            for name in document_type.tags
            for code in hit.source["facets"].get(name, ())
            if code in self.labels.get(name, {})
        ]
        return ShownHit(
            hit=hit,
            url=address_of(hit.source, node, self.request),
            kind=document_type.label,
            node=node if node and node.pk != self.request.node.pk else None,
            tags=list(dict.fromkeys(tags)),
            note=in_language(hit.source["note"], self.question.language),
        )

    @property
    def page(self) -> Page:
        """Hits in pages, no further than anybody reads."""
        reachable = min(self.answer.total, LAST_PAGE * self.question.page_size)
        return Paginator(range(reachable), self.question.page_size).get_page(self.question.page)

    @cached_property
    def chips(self) -> list[Chip]:
        return [
            Chip(str(self.labels.get(name, {}).get(code, code)), self._address_without(name, code))
            for name, codes in self.question.facets.items()
            for code in codes
        ]

    @property
    def chosen_count(self) -> int:
        return len(self.chips)

    @property
    def sorts(self) -> list[dict[str, Any]]:
        return [
            {"code": sort.value, "name": SORT_NAMES[sort], "chosen": sort == self.question.sort}
            for sort in self.sort_codes
        ]

    @property
    def address_without_filters(self) -> str:
        return self._address(("q", [self.question.text]))

    @property
    def corrected_address(self) -> str:
        return self._address(("q", [self.answer.did_you_mean]))

    @property
    def kept_filters(self) -> list[tuple[str, str]]:
        """What a new search in the box keeps of the address."""
        return [(name, code) for name, codes in self.question.facets.items() for code in codes]

    def _address_without(self, name: str, code: str) -> str:
        params = self.request.GET.copy()
        params.setlist(name, [other for other in params.getlist(name) if other.strip() != code])
        params.pop("page", None)
        return f"{self.request.path}?{params.urlencode()}"

    def _address(self, *pairs: tuple[str, list[str]]) -> str:
        params = self.request.GET.copy()
        params.clear()
        for name, values in pairs:
            params.setlist(name, [value for value in values if value])
        return f"{self.request.path}?{params.urlencode()}"


def address_of(source: Mapping[str, Any], node: Node | None, request: HttpRequest) -> str:
    """On the reader's host when the thing is shown there, else on its owner's."""
    stays = source["everywhere"] or node is None or node.pk == request.node.pk
    path = source["path"]
    if source["route"]:
        name, arguments = source["route"]
        try:
            path = reverse(name, kwargs=arguments)
        except NoReverseMatch:
            return ""
        if not stays:
            # The reader's language prefix is not the owner's.
            path = without_prefix(path)
    return path if stays or node is None else node.url(path)
