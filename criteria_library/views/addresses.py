"""Where a criterion is for search engines and quotations: on the hub, whatever site shows it."""

from django.utils.translation import get_language

from hub.addresses import without_prefix
from hub.models import Node
from hub.queries import national_node


def canonical_address(path: str, *, shown_on: Node) -> str:
    """The hub's address of a path, in the page's language where the hub has it."""
    national = shown_on if shown_on.is_national else national_node()
    language = get_language()
    prefix = f"/{language}" if language in national.other_languages else ""
    return national.url(prefix + without_prefix(path))
