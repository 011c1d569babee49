"""Narrows what Wagtail's choosers list and its document view serves. `hub.wagtail_hooks` registers them."""

from django.http import Http404

from hub.isolation import reach


def list_own_pages(pages, request):
    return pages.filter(pk__in=reach.own_pages(request.user).values("pk"))


def explore_own_pages(parent_page, pages, request):
    return list_own_pages(pages, request)


def choose_own_files(files, request):
    return files.filter(collection__in=reach.own_collections(request.user))


def serve_on_own_host_only(document, request):
    """A file is found on the host of the node that owns it, and nowhere else."""
    node = reach.node_of_collection(document.collection)
    if node != request.node:
        raise Http404
