"""Narrows what Wagtail's choosers list and its document view serves. `hub.wagtail_hooks` registers them."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from wagtail.models import Page, ReferenceIndex

from hub import slots
from hub.enums import Permission
from hub.isolation import reach
from hub.permissions import has_permission


def list_own_pages(pages, request):
    return pages.filter(pk__in=reach.own_pages(request.user).values("pk"))


def explore_own_pages(parent_page, pages, request):
    return list_own_pages(pages, request)


def choose_own_files(files, request):
    return files.filter(collection__in=reach.own_collections(request.user))


def serve_to_its_readers(document, request):
    """A file is found on the host of the node that owns it, by all once something published shows it.

    Before that it is for the node's editors. Rooms narrow further, each for what it keeps to itself.
    """
    node = reach.node_of_collection(document.collection)
    if node is None or node != request.node:
        raise Http404
    if not is_shown(document) and not has_permission(request.user, Permission.USE_ADMIN, node=node):
        raise Http404


def is_shown(document) -> bool:
    return any(shows(document) for shows in slots.shown_documents.values())


def is_on_published_page(document) -> bool:
    uses = ReferenceIndex.get_references_to(document)
    pages = uses.filter(base_content_type=ContentType.objects.get_for_model(Page))
    return (
        Page.objects.live()
        .filter(pk__in=[int(pk) for pk in pages.values_list("object_id", flat=True)])
        .exists()
    )
