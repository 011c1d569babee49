"""What a person has in the network."""

from dataclasses import dataclass

from hub.enums import Role
from hub.models import Membership, Node, Organisation


@dataclass(frozen=True)
class Place:
    """A node where the person has roles."""

    node: Node
    roles: list[Role]


def places_of(user) -> list[Place]:
    memberships = Membership.objects.filter(user=user).select_related("node__site").order_by("node__name")
    roles: dict[Node, list[Role]] = {}
    for membership in memberships:
        roles.setdefault(membership.node, []).append(Role(membership.role))
    return [Place(node, sorted(held, key=list(Role).index)) for node, held in roles.items()]


def organisation_with_number(number: str) -> Organisation | None:
    return Organisation.objects.filter(number=number).first() if number else None
