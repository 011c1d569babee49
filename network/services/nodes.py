"""Trying out a new node: everything is made, looked at, and undone."""

import datetime
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from wagtail.models import Site

from hub.managers import SITES
from hub.models import Node, NodeGroup
from hub.services.nodes import NodeSpec, create_node


@dataclass
class Preview:
    """What `create_node` would make, told before it is done."""

    is_new: bool
    address: str
    collections: list[str]
    roles: list[str]


def preview_node(spec: NodeSpec, *, by, on: datetime.date) -> Preview:
    """Raises NodeRefused as `create_node` does. Nothing is kept."""
    try:
        with transaction.atomic():
            node, is_new = create_node(spec, by=by, on=on)
            preview = Preview(is_new, node.url(), collections_of(node), roles_of(node))
            transaction.set_rollback(True)
    finally:
        forget_what_was_cached()
    return preview


def collections_of(node: Node) -> list[str]:
    return [node.image_collection.name, node.document_collection.name]


def roles_of(node: Node) -> list[str]:
    return [str(group.get_role_display()) for group in NodeGroup.objects.filter(node=node)]


def forget_what_was_cached() -> None:
    """The addresses of sites may have been cached while the tried node stood."""
    Site.clear_site_root_paths_cache()
    cache.delete(SITES)
