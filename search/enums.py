"""The few closed lists of the search room."""

from enum import StrEnum


class Access(StrEnum):
    """Who may find a document."""

    PUBLIC = "public"
    # Whoever has a role in the node that owns the document.
    NODE = "node"
    # Whoever has a role in any node.
    MEMBERS = "members"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    SOONEST = "soonest"
    TITLE = "title"
