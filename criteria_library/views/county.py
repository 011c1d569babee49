"""Which county's notes a reader sees: the site's own, or on the national site the one the address names.

`?fylke=nordland` can be sent to a colleague, and goes along in the links of the library's pages; a script
offers the last one again. No cookie is set for it.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from criteria_library.models import LocalNote
from criteria_library.queries.notes import note_of
from hub.models import Node

PARAMETER = "fylke"


@dataclass(frozen=True)
class County:
    """`node` is whose notes are shown; `options` are the nodes to pick among, on the national site."""

    node: Node | None
    options: list[Node]
    chosen: bool

    @property
    def query(self) -> str:
        """Goes after the library's addresses, so that the choice is kept."""
        return f"?{urlencode(self.kept)}" if self.kept else ""

    @property
    def kept(self) -> dict[str, str]:
        return {PARAMETER: self.node.slug} if self.chosen and self.node else {}


def county_of(request) -> County:
    if not request.node.is_national:
        return County(node=request.node, options=[], chosen=False)
    asked = request.GET.get(PARAMETER, "").replace("\x00", "")
    noted = LocalNote.objects.filter(is_published=True)
    options = list(Node.objects.filter(pk__in=noted.values("node")).select_related("site").order_by("name"))
    node = next((node for node in options if node.slug == asked), None)
    return County(node=node, options=options, chosen=node is not None)


def county_asked_for(request) -> County:
    """For lists, which have nothing to pick from: costs nothing where the address names no county."""
    return county_of(request) if PARAMETER in request.GET else County(request.node, options=[], chosen=False)


def county_context(request, criterion) -> dict:
    county = county_of(request)
    note = note_of(criterion, node=county.node) if county.node else None
    return {"county": county, "note": note}
