"""What may be meant, while one types: groups, titles, identifiers. Without script nobody asks for it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.forms.question import question_from
from search.queries import suggest, viewer_for
from search.queries.groups import groups_begun
from search.registry import documents
from search.views.hits import Names, show_hits

MOST = 6


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    kinds = tuple(kind for kind in request.GET.getlist("in")[:10] if kind in documents)
    question = question_from(
        request.GET,
        facets=(),
        kinds=kinds,
        node_id=request.node.pk,
        language=get_language() or "nb",
        viewer=viewer_for(request.user),
        page_size=MOST,
    )
    hits = show_hits(Names.of_hits(suggest(question), question.language), request)
    finder = reverse(documents[kinds[0]].finder if len(kinds) == 1 else "search:finder")
    groups = [
        (found, f"{finder}?{urlencode({'product_group': found.group.code})}")
        for found in groups_begun(question)
    ]
    context = {"groups": groups, "hits": hits, "count": len(groups) + len(hits)}
    return render(request, "search/suggestions.html", context)
