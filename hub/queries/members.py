"""Who is in a node, and who is asked to be."""

from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, QuerySet

from hub.enums import Role
from hub.models import Invitation, Membership, Node, User


@dataclass(frozen=True)
class Member:
    user: User
    roles: list[Role]


def members_of(node: Node, *, words: str = "", role: str = "") -> QuerySet[User]:
    """The node's people by name, each with `roles_here`. `words` are looked for in name and address."""
    here = Membership.objects.filter(node=node)
    chosen = here.filter(role=role) if role else here
    people = User.objects.filter(pk__in=chosen.values("user")).select_related("organisation")
    if words:
        people = people.filter(Q(name__icontains=words) | Q(email__icontains=words))
    return people.order_by("name", "email").prefetch_related(
        Prefetch("memberships", queryset=here.order_by("pk"), to_attr="roles_here")
    )


def as_members(people) -> list[Member]:
    order = list(Role).index
    return [Member(user, sorted((Role(held.role) for held in user.roles_here), key=order)) for user in people]


def member_of(node: Node, public_id) -> User | None:
    return members_of(node).filter(public_id=public_id).first()


def invitations_of(node: Node) -> QuerySet[Invitation]:
    """Those that nobody has accepted, open ones first: an accepted one is a member by now."""
    waiting = Invitation.objects.filter(node=node, accepted_at=None).select_related("invited_by", "node")
    return waiting.order_by(F("revoked_at").desc(nulls_first=True), "-expires_at", "-pk")
