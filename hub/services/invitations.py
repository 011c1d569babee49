"""Invitations to a role in a node: sent, sent again, withdrawn, accepted."""

import datetime
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from allauth.account.models import EmailAddress
from django.db import transaction

from hub.addresses import plain_reverse
from hub.enums import InvitationState, Role
from hub.models import Invitation, Membership, Node, User
from hub.permissions import ROLES, roles_to_give
from hub.queries import national_node
from hub.services import audit
from hub.services.mail import send_mail_later
from hub.services.memberships import grant_membership

VALID = datetime.timedelta(days=14)


class RoleNotInNode(Exception):
    """The node has no such role to give."""


class InvitationNotOpen(Exception):
    """`state` says why: used, expired or withdrawn."""

    def __init__(self, state: InvitationState):
        super().__init__(state)
        self.state = state


class NodeIsClosed(Exception):
    """Nobody joins a closed node."""


class InvitationOfAnother(Exception):
    """The person hasn't shown that the invited address is theirs."""


@dataclass
class Sent:
    """What became of a list of addresses."""

    invitations: list[Invitation] = field(default_factory=list)
    already_members: list[str] = field(default_factory=list)
    already_invited: list[str] = field(default_factory=list)


@transaction.atomic
def invite(
    *, emails: Iterable[str], role: Role, node: Node, language: str, by: User, at: datetime.datetime
) -> Sent:
    """Invites each address once. Who has the role, or an open invitation to it, is left as they are."""
    if role not in roles_to_give(node):
        raise RoleNotInNode
    Node.objects.select_for_update().get(pk=node.pk)  # two who invite the same address do it in turn
    sent = Sent()
    held = set(Membership.objects.filter(node=node, role=role).values_list("user__email", flat=True))
    waiting = {row.email: row for row in waiting_for(node).filter(role=role)}
    for email in dict.fromkeys(address.strip().lower() for address in emails):
        earlier = waiting.get(email)
        if email in held:
            sent.already_members.append(email)
        elif earlier and earlier.state_at(at) == InvitationState.OPEN:
            sent.already_invited.append(email)
        else:
            invitation = earlier or Invitation(node=node, email=email, role=role)
            invitation.language, invitation.invited_by = language, by
            sent.invitations.append(send(invitation, at=at))
            audit.record(action="invitation.sent", by=by, node=node, about=invitation)
    return sent


def waiting_for(node: Node):
    return Invitation.objects.filter(node=node, accepted_at=None, revoked_at=None)


def send(invitation: Invitation, *, at: datetime.datetime) -> Invitation:
    """Each mail has a secret of its own; an earlier link is dead from now on."""
    token = secrets.token_urlsafe(32)
    invitation.digest = digest_of(token)
    invitation.sent_at, invitation.expires_at = at, at + VALID
    invitation.save()
    send_mail_later(
        to=invitation.email,
        template="hub/mail/invitation",
        context={
            "invitation": invitation,
            "sentence": ROLES[Role(invitation.role)].sentence,
            "link": national_node().url(plain_reverse("hub:invitation", args=[token])),
        },
        language=invitation.language,
        node=invitation.node,
    )
    return invitation


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def find_invitation(token: str) -> Invitation | None:
    return Invitation.objects.filter(digest=digest_of(token)).select_related("node__site").first()


@transaction.atomic
def send_again(*, invitation: Invitation, by: User, at: datetime.datetime) -> Invitation:
    invitation = lock(invitation)
    if invitation.state_at(at) not in {InvitationState.OPEN, InvitationState.EXPIRED}:
        raise InvitationNotOpen(invitation.state_at(at))
    audit.record(action="invitation.sent_again", by=by, node=invitation.node, about=invitation)
    return send(invitation, at=at)


@transaction.atomic
def withdraw(*, invitation: Invitation, by: User, at: datetime.datetime) -> Invitation:
    """Once more changes nothing. Raises InvitationNotOpen for one that has been accepted."""
    invitation = lock(invitation)
    if invitation.accepted_at:
        raise InvitationNotOpen(InvitationState.ACCEPTED)
    if invitation.revoked_at is None:
        invitation.revoked_at = at
        invitation.save()
        audit.record(action="invitation.withdrawn", by=by, node=invitation.node, about=invitation)
    return invitation


@transaction.atomic
def accept(*, invitation: Invitation, user: User, at: datetime.datetime) -> Invitation:
    """Gives the role to whoever has shown that the invited address is theirs, once.

    It is the node's and not its sender's: it holds when they have left, until a manager withdraws it.
    """
    invitation = lock(invitation)
    if not is_address_of(user, invitation.email):
        raise InvitationOfAnother
    state = invitation.state_at(at)
    if state != InvitationState.OPEN:
        raise InvitationNotOpen(state)
    if invitation.node.is_read_only:
        raise NodeIsClosed
    invitation.accepted_at = at
    invitation.save()
    audit.record(action="invitation.accepted", by=user, node=invitation.node, about=invitation)
    grant_membership(user=user, node=invitation.node, role=Role(invitation.role), by=invitation.invited_by)
    return invitation


def is_address_of(user: User, email: str) -> bool:
    return EmailAddress.objects.filter(user=user, email__iexact=email, verified=True).exists()


def lock(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("node__site", "invited_by")
    return rows.get(pk=invitation.pk)
