"""Error pages. They render in the node's look where there is a node, and need no database."""

from django.conf import settings
from django.http import (
    HttpResponseBadRequest,
    HttpResponseForbidden,
    HttpResponseNotFound,
    HttpResponseServerError,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation


def not_found_without_node(request):
    """The page for a host that is no node's: there is no node to take a look or language from."""
    with translation.override("nb"):
        return HttpResponseNotFound(render_to_string("hub/no_node.html", {"hub": settings.HUB}))


def bad_request(request, exception):
    """Django's own would render the template without the request, and so without a node."""
    if getattr(request, "node", None) is None:
        return HttpResponseBadRequest(render_to_string("hub/no_node.html"))
    return render(request, "400.html", status=400)


def server_error(request):
    """In the node's look when the node was known before the fault. The template needs nothing else."""
    return HttpResponseServerError(render_to_string("500.html", {"node": getattr(request, "node", None)}))


def csrf_failure(request, reason=""):
    if getattr(request, "node", None) is None:
        return HttpResponseForbidden(render_to_string("hub/no_node.html"))
    return render(request, "403_csrf.html", status=403)
