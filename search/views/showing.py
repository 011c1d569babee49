"""The one finder: at /sok/ for everything, and in the rooms for their own kinds.

def list_criteria(request):
    return show_finder(request, Finder(title=_("Criteria"), kinds=("criterion",)))
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from search.forms.question import question_from
from search.queries import find, viewer_for
from search.queries.finding import FEW
from search.questions import Question
from search.registry import Name, documents
from search.services.misses import note_miss
from search.views.as_json import as_json
from search.views.finder import Finder, Scope
from search.views.results import Results
from search.views.ways_out import find_ways_out

EVERYTHING = Finder(title=_("Search"))


@require_safe
def find_everything(request: HttpRequest) -> HttpResponse:
    return show_finder(request, EVERYTHING)


def show_finder(request: HttpRequest, finder: Finder) -> HttpResponse:
    scope = finder.scope_in(request.GET)
    question, unknown = without_unknown(ask(request, finder, scope))
    names = finder.offered(question, scope)
    answer = find(question, facets=names)
    results = Results(question, answer, request, facets=names, finder=finder, scope=scope, unknown=unknown)
    if request.GET.get("format") == "json":
        return JsonResponse(as_json(results))
    if is_missed(request, results):
        note_miss(
            text=question.text,
            hits=answer.total,
            language=question.language,
            node=request.node,
            day=timezone.localdate(),
        )
    context = {**finder.context, "finder": finder, "results": results, "question": question}
    if not answer.total:
        context["ways_out"] = find_ways_out(results)
    # Only the part that changed, for a page that is already there.
    template = "search/changed_part.html" if request.htmx else finder.template
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def is_missed(request: HttpRequest, results: Results) -> bool:
    """Nothing or too little in any of the page's lists, and not because of filters or a missing engine."""
    answer, question = results.answer, results.question
    if request.method != "GET" or not question.text or question.page > 1:
        return False
    if results.chips or answer.degraded or any(scope.count >= FEW for scope in results.scopes):
        return False
    return answer.loosened or not answer.total


def ask(request: HttpRequest, finder: Finder, scope: Scope) -> Question:
    asked = question_from(
        request.GET,
        facets=finder.facet_names(),
        kinds=finder.kinds,
        sort=(scope.sorts or finder.sorts)[0],
        node_id=request.node.pk,
        language=get_language() or "nb",
        viewer=viewer_for(request.user),
    )
    left_out = {
        name: facet.left_out for name, facet in documents.facets(finder.kinds).items() if facet.left_out
    }
    return in_scope(replace(asked, left_out=left_out), scope)


def without_unknown(question: Question) -> tuple[Question, tuple[str, ...]]:
    """Values that nothing has ever had, as an old link may name them, are left out and told of."""
    kept, unknown = {}, []
    declared = documents.facets(question.kinds)
    for name, codes in question.facets.items():
        labels = declared[name].labels if name in declared else {"kind": kind_names}.get(name)
        known = labels(codes) if labels else codes
        unknown += [code for code in codes if code not in known]
        if left := tuple(code for code in codes if code in known):
            kept[name] = left
    return replace(question, facets=kept), tuple(unknown)


def kind_names(kinds: Iterable[str]) -> Mapping[str, Name]:
    return {kind: documents[kind].label_plural for kind in kinds if kind in documents}


def in_scope(question: Question, scope: Scope) -> Question:
    days = [day for day in (question.earliest, scope.earliest) if day]
    return replace(question, facets={**question.facets, **scope.facets}, earliest=max(days) if days else None)
