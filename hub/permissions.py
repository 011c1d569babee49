"""The two questions: may they, and in which nodes. Roles are closed and listed here alone."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies.base import BasePermissionPolicy

from hub.enums import NATIONAL_ROLES, NodeStatus, Permission, Role
from hub.models import Membership, Node

P = Permission

# What may still be done in a closed node: reading.
READING = {
    P.USE_ADMIN,
    P.SEE_MEMBER_PAGES,
    P.SEE_SIGN_UPS,
    P.READ_NODE_LOG,
    P.READ_ALL_REPORTS,
    P.READ_ALL_LOGS,
}

# What a password alone opens: the steering group's own papers and its report, which others read before it
# counts. All else that a role gives asks for a second factor (ADR 8).
WITHOUT_SECOND_FACTOR = {P.SEE_MEMBER_PAGES, P.WRITE_REPORT, P.SUBMIT_REPORT}


@dataclass(frozen=True)
class RoleDefinition:
    """`permissions` hold in the node of the membership, `everywhere` in every node."""

    sentence: Promise
    permissions: frozenset[Permission]
    everywhere: frozenset[Permission] = frozenset()


def role(sentence, *permissions, everywhere=()):
    return RoleDefinition(sentence, frozenset(permissions), frozenset(everywhere))


ROLES: dict[Role, RoleDefinition] = {
    Role.BUYER: role(_("Anyone with an account. Uses criteria, courses and examples.")),
    Role.PARTICIPANT: role(_("Takes part in the node's gatherings and reads their papers.")),
    Role.STEERING_GROUP_MEMBER: role(
        _("Sits in the steering group, reads its papers and writes the progress report."),
        P.SEE_MEMBER_PAGES,
        P.WRITE_REPORT,
    ),
    Role.COUNTY_GOVERNOR_LEAD: role(
        _("Leads the steering group for the county governor and submits the progress report."),
        P.SEE_MEMBER_PAGES,
        P.WRITE_REPORT,
        P.SUBMIT_REPORT,
        P.EDIT_STEERING_GROUP,
    ),
    Role.EDITOR: role(
        _("Writes the node's pages, news, examples and notes on criteria."),
        P.USE_ADMIN,
        P.EDIT_PAGES,
        P.EDIT_EXAMPLES,
        P.EDIT_LOCAL_NOTES,
        P.PROPOSE_TAXONOMY,
    ),
    Role.COURSE_ORGANISER: role(
        _("Plans courses and looks after those who have signed up."),
        P.USE_ADMIN,
        P.EDIT_COURSES,
        P.SEE_SIGN_UPS,
    ),
    Role.ADVISER: role(
        _("Helps buyers with single purchases and writes notes on criteria."),
        P.USE_ADMIN,
        P.EDIT_LOCAL_NOTES,
        P.EDIT_EXAMPLES,
        P.PROPOSE_TAXONOMY,
    ),
    Role.NODE_MANAGER: role(
        _("Runs the node: its people, pages, courses, examples and steering group."),
        P.USE_ADMIN,
        P.EDIT_PAGES,
        P.EDIT_EXAMPLES,
        P.EDIT_COURSES,
        P.SEE_SIGN_UPS,
        P.EDIT_LOCAL_NOTES,
        P.PROPOSE_TAXONOMY,
        P.SEE_MEMBER_PAGES,
        P.WRITE_REPORT,
        P.EDIT_STEERING_GROUP,
        P.MANAGE_MEMBERS,
        P.MANAGE_NODE,
        P.READ_NODE_LOG,
    ),
    Role.CRITERIA_EDITOR: role(_("Writes criteria for the national library."), P.USE_ADMIN, P.EDIT_CRITERIA),
    Role.CRITERIA_APPROVER: role(
        _("Approves and withdraws criteria for the national panel."),
        P.USE_ADMIN,
        P.EDIT_CRITERIA,
        P.APPROVE_CRITERIA,
    ),
    Role.HEARING_SECRETARY: role(_("Runs hearings and answers the comments."), P.USE_ADMIN, P.RUN_HEARINGS),
    Role.NETWORK_ADMINISTRATOR: role(
        _("Keeps what is shared, creates and closes nodes, and reads what came of it."),
        P.USE_ADMIN,
        P.EDIT_PAGES,
        P.EDIT_EXAMPLES,
        P.EDIT_COURSES,
        P.SEE_SIGN_UPS,
        P.KEEP_TAXONOMY,
        P.MANAGE_NETWORK,
        P.MANAGE_MEMBERS,
        P.READ_ALL_REPORTS,
        P.READ_ALL_LOGS,
        everywhere=(P.MANAGE_MEMBERS, P.MANAGE_NODE, P.READ_NODE_LOG),
    ),
    Role.AUDITOR: role(
        _("Reads everything and changes nothing."),
        P.READ_ALL_REPORTS,
        P.READ_ALL_LOGS,
        everywhere=(P.SEE_MEMBER_PAGES, P.READ_NODE_LOG),
    ),
}


def has_permission(user, permission: Permission, *, node: Node) -> bool:
    """Whether the person may do this in this node. In a closed node only reading is left."""
    if not user.is_authenticated or not user.is_active:
        return False
    if node.status == NodeStatus.CLOSED and permission not in READING:
        return False
    held = permissions_by_node(user)
    return permission in held[node.pk] or permission in held[None]


def nodes_with_permission(user, permission: Permission):
    """The nodes where the person may do this, as a queryset."""
    if not user.is_authenticated or not user.is_active:
        return Node.objects.none()
    held = permissions_by_node(user)
    nodes = Node.objects.all() if permission in READING else Node.objects.writable()
    if permission in held[None]:
        return nodes
    return nodes.filter(pk__in=[pk for pk, permissions in held.items() if permission in permissions])


def has_permission_anywhere(user, permission: Permission) -> bool:
    return nodes_with_permission(user, permission).exists()


def permissions_by_node(user) -> dict[int | None, set[Permission]]:
    """Node id to permissions, and under None those that hold everywhere. One query, kept on the user object.

    A user object lives for one request, so that a removal takes effect on the next.
    """
    if not hasattr(user, "_permissions_by_node"):
        held: dict[int | None, set[Permission]] = defaultdict(set)
        for node_id, name in Membership.objects.filter(user=user).values_list("node_id", "role"):
            held[node_id] |= ROLES[Role(name)].permissions
            held[None] |= ROLES[Role(name)].everywhere
        user._permissions_by_node = held
    return user._permissions_by_node


def roles_for(node: Node) -> list[Role]:
    """The roles that make sense in a node: national ones at the national level only."""
    return [role for role in Role if (role in NATIONAL_ROLES) == node.is_national or role in (Role.EDITOR,)]


def roles_to_give(node: Node) -> list[Role]:
    """Anyone with an account is a buyer, so that is nothing to give."""
    return [role for role in roles_for(node) if role != Role.BUYER]


def managing_role(node: Node) -> Role:
    """The role that looks after the people of the node."""
    return Role.NETWORK_ADMINISTRATOR if node.is_national else Role.NODE_MANAGER


class HubPolicy(BasePermissionPolicy):
    """Asks the hub's roles in place of Django's model permissions, for Wagtail's views."""

    def __init__(self, model, permission: Permission):
        super().__init__(model)
        self.permission = permission

    def nodes(self, user):
        return nodes_with_permission(user, self.permission)

    def user_has_permission(self, user, action):
        return self.nodes(user).exists()

    def users_with_any_permission(self, actions):
        # Filters of people would name those of other nodes, so nobody is listed.
        return get_user_model().objects.none()


class NodeOwnedPolicy(HubPolicy):
    """Rows of a node-owned model, for those who hold the permission in the row's node."""

    def user_has_permission_for_instance(self, user, action, instance):
        return has_permission(user, self.permission, node=instance.node)

    def instances_user_has_any_permission_for(self, user, actions):
        return self.model._default_manager.filter(node__in=self.nodes(user))


class NationalPolicy(HubPolicy):
    """Shared rows, for those who hold the permission at the national level."""

    def instances_user_has_any_permission_for(self, user, actions):
        rows = self.model._default_manager.all()
        return rows if self.user_has_permission(user, "change") else rows.none()

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_permission(user, action)


class SharedPolicy(HubPolicy):
    """Shared lists: the national level keeps them, everybody who uses the admin may look."""

    READ_ONLY_ACTIONS = frozenset({"view"})

    def __init__(self, model, permission: Permission, *, frozen: frozenset[str] = frozenset()):
        super().__init__(model, permission)
        self.frozen = frozen  # what nobody does, like deleting a product group that versions refer to

    def user_has_permission(self, user, action):
        if action in self.READ_ONLY_ACTIONS:
            return has_permission_anywhere(user, Permission.USE_ADMIN)
        return action not in self.frozen and super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_permission(user, action)

    def instances_user_has_any_permission_for(self, user, actions):
        rows = self.model._default_manager.all()
        return rows if any(self.user_has_permission(user, action) for action in actions) else rows.none()


class OwnNodePolicy(HubPolicy):
    """The node itself: changed by those who run it, made and closed by services alone."""

    def user_has_permission(self, user, action):
        return action in {"view", "change"} and super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user, action, instance):
        return action in {"view", "change"} and has_permission(user, self.permission, node=instance)

    def instances_user_has_any_permission_for(self, user, actions):
        return self.nodes(user) if {"view", "change"} & set(actions) else Node.objects.none()


class ProposalPolicy(NodeOwnedPolicy):
    """A node sees and makes its own proposals; the national level sees and answers all."""

    def nodes(self, user):
        return Node.objects.all() if self.answers(user) else super().nodes(user)

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, action) or self.answers(user)

    def user_has_permission_for_instance(self, user, action, instance):
        if self.answers(user):
            return action != "delete"
        is_open = instance.answer == instance.Answer.OPEN
        return (is_open or action == "view") and super().user_has_permission_for_instance(
            user, action, instance
        )

    def instances_user_has_any_permission_for(self, user, actions):
        rows = self.model._default_manager
        return (
            rows.all() if self.answers(user) else super().instances_user_has_any_permission_for(user, actions)
        )

    def answers(self, user) -> bool:
        return has_permission_anywhere(user, Permission.KEEP_TAXONOMY)


class SentInPolicy(NodeOwnedPolicy):
    """Rows that readers send in: nobody adds them in the admin."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)
