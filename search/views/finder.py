"""The one finder: at /sok/ for everything, and in the rooms for their own kinds.

def list_criteria(request):
    finder = Finder(title=_("Criteria"), kinds=("criterion",), unit=criteria_counted)
    return show_finder(request, finder)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from search.enums import Sort
from search.forms import question_from
from search.queries import find, viewer_for
from search.queries.finding import BUILT_IN_FACETS
from search.questions import Question
from search.registry import documents
from search.views.as_json import as_json
from search.views.results import Results


@dataclass(frozen=True, kw_only=True)
class Finder:
    """What a page's finder looks for, and how it looks."""

    title: str | Promise
    # None means everything that rooms have declared.
    kinds: tuple[str, ...] = ()
    lead: str | Promise = ""
    sorts: tuple[Sort, ...] = (Sort.RELEVANCE, Sort.NEWEST, Sort.TITLE)
    # Facets that the page does not offer.
    hidden: frozenset[str] = frozenset()
    template: str = "search/finder.html"
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def narrow(self) -> str:
        """For the address of suggestions: those of this finder only."""
        return urlencode([("in", kind) for kind in self.kinds])

    def facet_names(self) -> list[str]:
        """All that the address may choose from."""
        return self._with_built_in(documents.facets(self.kinds))

    def offered(self, question: Question) -> list[str]:
        """Among several kinds only what they share, until a kind is chosen; and whatever is chosen."""
        kinds = [kind for kind in question.facets.get("kind", ()) if kind in documents] or self.kinds
        shared = documents.shared_facets(kinds)
        return [
            name
            for name in self.facet_names()
            if name in BUILT_IN_FACETS or name in shared or name in question.facets
        ]

    def _with_built_in(self, declared: Iterable[str]) -> list[str]:
        first = ["kind"] if len(self.kinds) != 1 else []
        return [name for name in [*first, *declared, "node"] if name not in self.hidden]


EVERYTHING = Finder(title=_("Search"))


@require_safe
def find_everything(request: HttpRequest) -> HttpResponse:
    return show_finder(request, EVERYTHING)


def show_finder(request: HttpRequest, finder: Finder) -> HttpResponse:
    question = ask(request, finder)
    names = finder.offered(question)
    results = Results(question, find(question, facets=names), request, facets=names, sorts=finder.sorts)
    if request.GET.get("format") == "json":
        return JsonResponse(as_json(results))
    context = {**finder.context, "finder": finder, "results": results, "question": question}
    # Only the part that changed, for a page that is already there.
    template = "search/changed_part.html" if request.htmx else finder.template
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def ask(request: HttpRequest, finder: Finder) -> Question:
    return question_from(
        request.GET,
        facets=finder.facet_names(),
        kinds=finder.kinds,
        sort=finder.sorts[0],
        node_id=request.node.pk,
        language=get_language() or "nb",
        viewer=viewer_for(request.user),
    )
