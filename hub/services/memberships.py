"""The only writers of memberships. Each act is logged and carried to the Wagtail group of node and role."""

from collections.abc import Collection

from django.db import transaction

from hub.enums import Role
from hub.models import Membership, Node, NodeGroup, User
from hub.permissions import managing_role
from hub.services import audit


class LastManager(Exception):
    """An open node always has somebody who looks after its people."""


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
    """Takes the role away; a role that the person doesn't hold is left as it is. Raises LastManager."""
    if role == managing_role(node):
        refuse_for_last_manager(user, node)
    deleted, _rows = Membership.objects.filter(user=user, node=node, role=role).delete()
    if deleted:
        user.groups.remove(*[row.group for row in NodeGroup.objects.filter(node=node, role=role)])
        audit.record(action="membership.revoked", by=by, node=node, about=user, detail={"role": str(role)})
    forget_permissions(user)


def refuse_for_last_manager(user: User, node: Node) -> None:
    """Managers of one node leave it one at a time, so that of two who remove each other one stays."""
    locked = Node.objects.select_for_update().get(pk=node.pk)
    if is_last_manager(user, locked):
        raise LastManager


def is_last_manager(user: User, node: Node) -> bool:
    if node.is_read_only:
        return False
    managers = Membership.objects.filter(node=node, role=managing_role(node), user__is_active=True)
    return managers.filter(user=user).exists() and not managers.exclude(user=user).exists()


@transaction.atomic
def set_roles(*, user: User, node: Node, roles: Collection[Role], by) -> None:
    """Gives and takes until the person holds these roles in the node; none of them removes the person."""
    rows = Membership.objects.filter(user=user, node=node)
    held = {Role(role) for role in rows.values_list("role", flat=True)}
    for role in sorted(set(roles) - held):
        grant_membership(user=user, node=node, role=role, by=by)
    for role in sorted(held - set(roles)):
        revoke_membership(user=user, node=node, role=role, by=by)


def forget_permissions(user: User) -> None:
    if hasattr(user, "_permissions_by_node"):
        del user._permissions_by_node
