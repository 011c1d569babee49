"""What a page's finder looks for, and how it looks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise

from search.enums import Sort
from search.queries.finding import BUILT_IN_FACETS
from search.questions import Question
from search.registry import documents

Codes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Scope:
    """One of several lists that a page offers, such as the node's own things and the network's."""

    label: str | Promise = ""
    # The word in the address that chooses it. A page's first scope needs none.
    name: str = ""
    # What is chosen by it; the page does not offer these facets.
    facets: Codes = field(default_factory=dict)
    earliest: date | None = None
    sorts: tuple[Sort, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Finder:
    title: str | Promise
    # Without any, everything that rooms have declared.
    kinds: tuple[str, ...] = ()
    lead: str | Promise = ""
    description: str | Promise = ""
    sorts: tuple[Sort, ...] = (Sort.RELEVANCE, Sort.NEWEST, Sort.TITLE)
    scopes: tuple[Scope, ...] = (Scope(),)
    # Facets that the page does not offer.
    hidden: frozenset[str] = frozenset()
    template: str = "search/finder.html"
    # How the hits of one page are shown: `part.hits`, each with its `row` where `load` answers one.
    hits_template: str = "search/hit_list.html"
    # What stands where nothing is published yet.
    empty_template: str = "search/nothing_yet.html"
    # Keys of documents to the room's own rows, of those that everybody may see.
    load: Callable[[list[str]], Mapping[str, Any]] | None = None
    context: Mapping[str, Any] = field(default_factory=dict)
    # What the address says beside the question, and forms and links of the page take along.
    kept: Mapping[str, str] = field(default_factory=dict)

    @property
    def narrow(self) -> str:
        """For the address of suggestions: those of this finder only."""
        return urlencode([("in", kind) for kind in self.kinds])

    def scope_in(self, params: QueryDict) -> Scope:
        """The one that is named, or the first that contradicts nothing in the address."""
        named = [scope for scope in self.scopes if scope.name and scope.name in params]
        agreeing = [scope for scope in self.scopes if params.keys().isdisjoint(scope.facets)]
        return (named or agreeing or self.scopes)[0]

    def facet_names(self) -> list[str]:
        """All that the address may choose from."""
        return self._with_built_in(documents.facets(self.kinds))

    def offered(self, question: Question, scope: Scope) -> list[str]:
        """Among several kinds only what they share, until a kind is chosen; and whatever is chosen."""
        kinds = [kind for kind in question.facets.get("kind", ()) if kind in documents] or self.kinds
        shared = documents.shared_facets(kinds)
        return [
            name
            for name in self.facet_names()
            if name not in scope.facets
            and (name in BUILT_IN_FACETS or name in shared or name in question.facets)
        ]

    def _with_built_in(self, declared: Iterable[str]) -> list[str]:
        first = ["kind"] if len(self.kinds) != 1 else []
        return [name for name in [*first, *declared, "node"] if name not in self.hidden]
