"""Who asks: seven people, one for each way of standing to a node."""

from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AnonymousUser

from hub.enums import NATIONAL_ROLES, Permission, Role
from hub.permissions import ROLES
from tests.factories.hub import make_member


class Who(StrEnum):
    ANONYMOUS = "anonymous"
    BUYER = "buyer"
    OUTSIDER = "outsider"  # runs another node, with every role there is in a node
    BYSTANDER = "bystander"  # a member of the node, without the permission asked for
    HOLDER = "holder"  # a member of the node, with it
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


def make_people(world) -> dict[Who, Any]:
    """Everybody but the holder and the bystander, who depend on the permission asked for."""
    roles_in_a_node = [Role.NODE_MANAGER, Role.EDITOR, Role.COURSE_ORGANISER, Role.COUNTY_GOVERNOR_LEAD]
    return {
        Who.ANONYMOUS: AnonymousUser(),
        Who.BUYER: make_member(world.own),
        Who.OUTSIDER: make_member(world.other, *roles_in_a_node),
        Who.ADMINISTRATOR: make_member(world.national, Role.NETWORK_ADMINISTRATOR),
        Who.AUDITOR: make_member(world.national, Role.AUDITOR),
    }


def roles_in(node) -> list[Role]:
    """The roles of the world's members: at the national level the national ones, else the others."""
    return [role for role in Role if (role in NATIONAL_ROLES) == node.is_national and role != Role.BUYER]


def role_with(permission: Permission, node) -> Role:
    """The role with the fewest permissions that has this one, so that no other permission opens the door."""
    holding = [role for role in roles_in(node) if permission in ROLES[role].permissions]
    return min(holding, key=lambda role: len(ROLES[role].permissions))


def role_without(permission: Permission, node) -> Role:
    """The role with the most permissions that lacks this one."""
    lacking = [role for role in roles_in(node) if permission not in everything(role)]
    return max(lacking, key=lambda role: len(ROLES[role].permissions))


def everything(role: Role) -> frozenset[Permission]:
    return ROLES[role].permissions | ROLES[role].everywhere
