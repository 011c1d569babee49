"""The node's pages, with what is translated into its other languages and what is not."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hub.enums import Permission
from hub.permissions import has_permission_anywhere, nodes_with_permission
from hub.queries.pages import pages_of
from hub.queries.translations import pages_to_translate, translation_rows
from hub.services.translating import NotTranslatable, begin_translation
from hub.views.editing.heading import heading

ON_A_PAGE = 50


def translations(request):
    nodes = nodes_to_translate(request.user)
    node = chosen_node(nodes, request.GET.get("node"))
    context = {"node": node, "nodes": nodes, **heading(_("Translations"), "globe")}
    if node:
        pages = Paginator(pages_to_translate(node), ON_A_PAGE).get_page(request.GET.get("p"))
        context |= {"pages": pages, "rows": translation_rows(node, list(pages))}
    return render(request, "hub/editing/translations.html", context)


def nodes_to_translate(user) -> list:
    """Those where the person writes pages and that are read in more than one language."""
    if not has_permission_anywhere(user, Permission.EDIT_PAGES):
        raise PermissionDenied
    nodes = nodes_with_permission(user, Permission.EDIT_PAGES).select_related("site__root_page__locale")
    return [node for node in nodes if node.other_languages]


def chosen_node(nodes: list, slug: str | None):
    if not slug:
        return nodes[0] if nodes else None
    for node in nodes:
        if node.slug == slug:
            return node
    raise Http404


@require_POST
def translate_page(request, pk, language):
    own = pages_of(nodes_with_permission(request.user, Permission.EDIT_PAGES))
    page = get_object_or_404(own, pk=pk)
    try:
        copy = begin_translation(page=page, language=language, by=request.user)
    except NotTranslatable:
        raise Http404 from None
    return redirect("wagtailadmin_pages:edit", copy.pk)
