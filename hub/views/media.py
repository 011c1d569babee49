"""Small pictures, on the host of the node that owns them and wherever the network shows them."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from hub.isolation.reach import node_of_collection
from hub.models import Rendition

A_YEAR = 365 * 24 * 60 * 60


@require_safe
def picture(request, name):
    """A rendition of a picture. Originals and documents have no address here; a name is never used twice."""
    rendition = Rendition.objects.filter(file=f"images/{name}").select_related("image__collection").first()
    if rendition is None or not is_shown_at(rendition, request.node):
        raise Http404
    try:
        response = FileResponse(default_storage.open(rendition.file.name))
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


def is_shown_at(rendition: Rendition, node) -> bool:
    """National articles bring their pictures to every node, and the national pages show the nodes'."""
    owner = node_of_collection(rendition.image.collection)
    return owner is not None and (owner == node or owner.is_national or node.is_national)
