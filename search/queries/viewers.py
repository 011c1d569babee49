from hub.enums import Permission
from hub.permissions import nodes_with_permission
from search.questions import ANYONE, Viewer


def viewer_for(user) -> Viewer:
    """What is private in a node is found by those who may open the node's member pages."""
    if not user.is_authenticated:
        return ANYONE
    nodes = nodes_with_permission(user, Permission.SEE_MEMBER_PAGES)
    return Viewer(frozenset(nodes.values_list("pk", flat=True)))
