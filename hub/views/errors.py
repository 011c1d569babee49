"""Error pages. They render in the node's look where there is a node, and need no database."""

from django.http import HttpResponseForbidden, HttpResponseNotFound
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation


def not_found_without_node(request):
    """The page for a host that is no node's: there is no node to take a look or language from."""
    with translation.override("nb"):
        return HttpResponseNotFound(render_to_string("hub/no_node.html"))


def csrf_failure(request, reason=""):
    if getattr(request, "node", None) is None:
        return HttpResponseForbidden(render_to_string("hub/no_node.html"))
    return render(request, "403_csrf.html", status=403)
