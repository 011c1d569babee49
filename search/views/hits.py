"""Hits made ready to show: an address, names for codes, and the room's own row where it has one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from hub.addresses import without_prefix
from hub.models import Node
from search.queries.answering import in_language
from search.questions import Answer, Hit, Question
from search.registry import Name, documents

Load = Callable[[list[str]], Mapping[str, Any]]


@dataclass(frozen=True)
class ShownHit:
    hit: Hit
    url: str
    kind: Name
    node: Node | None
    tags: list[str]
    note: str
    row: Any = None

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


class Names:
    """Names of the nodes and codes in one answer, each asked for once."""

    def __init__(self, question: Question, answer: Answer) -> None:
        self.question = question
        self.answer = answer

    @classmethod
    def of_hits(cls, hits: Iterable[Hit], language: str = "nb") -> "Names":
        return cls(Question(language=language), Answer(hits=tuple(hits)))

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
        named: dict[str, Mapping[str, Any]] = {
            "kind": {document_type.kind: document_type.label_plural for document_type in documents},
            "node": {code: node.name for code, node in self.nodes.items()},
        }
        kinds = {hit.kind for hit in self.answer.hits if hit.kind in documents}
        shown = {name for kind in kinds for name in documents[kind].tags}
        for name, facet in documents.facets(self.question.kinds).items():
            codes = {value.code for value in self.answer.facets.get(name, ())}
            if name in shown:
                codes |= {code for hit in self.answer.hits for code in hit.source["facets"].get(name, ())}
            named[name] = facet.labels(codes) if facet.labels and codes else {code: code for code in codes}
        return named


def show_hits(names: Names, request: HttpRequest, load: Load | None = None) -> list[ShownHit]:
    """What the room no longer has, or no longer shows, is left out."""
    hits = [hit for hit in names.answer.hits if hit.kind in documents]
    rows = load([hit.source["key"] for hit in hits]) if load and hits else {}
    return [
        show_hit(hit, names, request, rows.get(hit.source["key"]))
        for hit in hits
        if load is None or hit.source["key"] in rows
    ]


def show_hit(hit: Hit, names: Names, request: HttpRequest, row: Any) -> ShownHit:
    node = names.nodes.get(str(hit.source["node_id"]))
    document_type = documents[hit.kind]
    return ShownHit(
        hit=hit,
        url=address_of(hit.source, node, request),
        kind=document_type.label,
        node=node if node and node.pk != request.node.pk else None,
        tags=list(dict.fromkeys(tags_of(hit, document_type.tags, names.labels))),
        note=in_language(hit.source["note"], names.question.language),
        row=row,
    )


def tags_of(hit: Hit, facets: Iterable[str], labels: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    for name in facets:
        for code in hit.source["facets"].get(name, ()):
            if code in labels.get(name, {}):
                yield str(labels[name][code])


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
