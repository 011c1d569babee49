"""The only writers of memberships. Each act is logged and carried to the Wagtail group of node and role."""

from django.db import transaction

from hub.enums import Role
from hub.models import Membership, Node, NodeGroup, User
from hub.services import audit


@transaction.atomic
def grant_membership(*, user: User, node: Node, role: Role, by) -> Membership:
    """Gives the person the role in the node; once more changes nothing."""
    membership, created = Membership.objects.get_or_create(user=user, node=node, role=role)
    group = NodeGroup.objects.filter(node=node, role=role).select_related("group").first()
    if group:
        user.groups.add(group.group)
    if created:
        audit.record(action="membership.granted", by=by, node=node, about=user, detail={"role": str(role)})
    forget_permissions(user)
    return membership


@transaction.atomic
def revoke_membership(*, user: User, node: Node, role: Role, by) -> None:
    """Takes the role away; a role that the person doesn't hold is left as it is."""
    deleted, _rows = Membership.objects.filter(user=user, node=node, role=role).delete()
    if deleted:
        user.groups.remove(*[row.group for row in NodeGroup.objects.filter(node=node, role=role)])
        audit.record(action="membership.revoked", by=by, node=node, about=user, detail={"role": str(role)})
    forget_permissions(user)


def forget_permissions(user: User) -> None:
    if hasattr(user, "_permissions_by_node"):
        del user._permissions_by_node
