"""An answer made ready to show: facets, hits, chips for what was chosen, and ways on from here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.enums import Sort
from search.queries import find
from search.questions import LAST_PAGE, Answer, Question
from search.registry import documents
from search.views.facets import ShownFacet, shown_facet
from search.views.finder import Finder, Scope
from search.views.hits import Names, ShownHit, show_hits

SORT_NAMES = {
    Sort.RELEVANCE: gettext_lazy("Best match"),
    Sort.NEWEST: gettext_lazy("Newest first"),
    Sort.SOONEST: gettext_lazy("Soonest first"),
    Sort.TITLE: gettext_lazy("By title"),
}


@dataclass(frozen=True)
class Chip:
    label: str
    url: str
    # The question that is left without it.
    left: Question


@dataclass(frozen=True)
class Part:
    """Hits of one page that have all that was asked for, or that only come near."""

    hits: list[ShownHit]
    # The number of its first one among all hits.
    start: int
    near: bool


@dataclass(frozen=True)
class ShownScope:
    label: str | Promise
    url: str
    count: int
    current: bool


class Results:
    def __init__(
        self,
        question: Question,
        answer: Answer,
        request: HttpRequest,
        *,
        finder: Finder,
        scope: Scope,
        facets: Sequence[str] = (),
        unknown: Sequence[str] = (),
    ) -> None:
        self.question = question
        self.answer = answer
        self.request = request
        self.finder = finder
        self.scope = scope
        self.facet_names = facets
        # Values of the address that were left out.
        self.unknown = unknown
        self.names = Names(question, answer)

    @property
    def nodes(self):
        return self.names.nodes

    @cached_property
    def facets(self) -> list[ShownFacet]:
        return [self._facet(name) for name in self.facet_names]

    def _facet(self, name: str) -> ShownFacet:
        declared = documents.facets(self.question.kinds).get(name)
        label = declared.label if declared else {"kind": _("Kind"), "node": _("Published by")}[name]
        found, labels = self.answer.facets.get(name, ()), self.names.labels[name]
        return shown_facet(name, label, found, labels, ordered=bool(declared and declared.ordered))

    @cached_property
    def hits(self) -> list[ShownHit]:
        return show_hits(self.names, self.request, self.finder.load)

    @property
    def parts(self) -> list[Part]:
        start = self.page.start_index()
        strict, near = ([hit for hit in self.hits if hit.hit.near == is_near] for is_near in (False, True))
        parts = (Part(strict, start, False), Part(near, start + len(strict), True))
        return [part for part in parts if part.hits]

    @property
    def page(self) -> Page:
        """Hits in pages, no further than anybody reads."""
        reachable = min(self.answer.total, LAST_PAGE * self.question.page_size)
        return Paginator(range(reachable), self.question.page_size).get_page(self.question.page)

    @cached_property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """By the reader, and not by the page."""
        facets = self.question.facets.items()
        return {name: codes for name, codes in facets if name not in self.scope.facets}

    @cached_property
    def chips(self) -> list[Chip]:
        return [
            Chip(
                str(self.names.labels.get(name, {}).get(code, code)),
                self._address_without(name, code),
                self._question_without(name, code),
            )
            for name, codes in self.chosen.items()
            for code in codes
        ]

    @property
    def chosen_count(self) -> int:
        return len(self.chips)

    @cached_property
    def scopes(self) -> list[ShownScope]:
        """The page's lists with how many each holds of what was asked; nothing where there is only one."""
        if len(self.finder.scopes) == 1:
            return []
        return [self._scope(scope) for scope in self.finder.scopes]

    def _scope(self, scope: Scope) -> ShownScope:
        current = scope == self.scope
        count = self.answer.total if current else self._count_in(scope)
        chosen = [pair for pair in self.kept_filters if pair[0] not in scope.facets]
        kept = [*chosen, *([("q", self.question.text)] if self.question.text else [])]
        return ShownScope(scope.label, self._address(kept, scope), count, current)

    def _count_in(self, scope: Scope) -> int:
        chosen = {name: codes for name, codes in self.chosen.items() if name not in scope.facets}
        asked = replace(
            self.question, facets={**chosen, **scope.facets}, earliest=scope.earliest, page=1, page_size=1
        )
        return find(asked, facets=()).total

    @property
    def sorts(self) -> list[dict[str, Any]]:
        return [
            {"code": sort.value, "name": SORT_NAMES[sort], "chosen": sort == self.question.sort}
            for sort in self.scope.sorts or self.finder.sorts
        ]

    @property
    def scope_param(self) -> str:
        return self.scope.name

    @property
    def address_of_everything(self) -> str:
        return self._address([], self.finder.scopes[0])

    @property
    def address_without_filters(self) -> str:
        return self._address([("q", self.question.text)])

    @property
    def corrected_address(self) -> str:
        return self.address_with_text(self.answer.did_you_mean)

    def address_with_text(self, text: str) -> str:
        return self._address([("q", text), *self.kept_filters])

    @property
    def kept_filters(self) -> list[tuple[str, str]]:
        """What a new search in the box keeps of the address."""
        return [(name, code) for name, codes in self.chosen.items() for code in codes]

    def _question_without(self, name: str, code: str) -> Question:
        left = tuple(other for other in self.question.facets[name] if other != code)
        return replace(self.question, facets={**self.question.facets, name: left}, page=1)

    def _address_without(self, name: str, code: str) -> str:
        params = self.request.GET.copy()
        params.setlist(name, [other for other in params.getlist(name) if other.strip() != code])
        params.pop("page", None)
        if self.scope.name:
            params.setdefault(self.scope.name, "")
        return f"{self.request.path}?{params.urlencode()}"

    def _address(self, pairs: list[tuple[str, str]], scope: Scope | None = None) -> str:
        name = (scope or self.scope).name
        pairs = [*pairs, *self.finder.kept.items()]
        query = urlencode([*([(name, "")] if name else []), *(pair for pair in pairs if pair[1])])
        return f"{self.request.path}?{query}" if query else self.request.path
