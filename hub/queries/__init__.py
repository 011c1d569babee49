"""Reads that span models, and reads that decide who sees what."""

import datetime

from django.utils import timezone

from hub.enums import NodeKind
from hub.models import County, Node, Notice


def nodes_with_frame():
    """Nodes with all that a page's frame shows, in one query."""
    return Node.objects.select_related("site", "county", "host_organisation")


def node_at_host(host: str) -> Node | None:
    return nodes_with_frame().filter(site__hostname=host.lower()).first()


def national_node() -> Node:
    return nodes_with_frame().get(kind=NodeKind.NATIONAL)


def counties_with_tile(day: datetime.date) -> list[County]:
    """The counties in force that have a place on the map of tiles."""
    return list(County.objects.in_force(day).exclude(tile_column=None).exclude(tile_row=None))


def nodes_on_the_map() -> list[Node]:
    """The nodes that are not closed, in the order of their counties' names."""
    nodes = nodes_with_frame().counties().writable().exclude(county__tile_column=None)
    return sorted(nodes, key=lambda node: str(node.county))


def notices_shown_in(node: Node, *, now: datetime.datetime | None = None) -> list:
    """The national notices that are on now. Every node shows them."""
    return list(Notice.objects.on_at(now or timezone.now()))
