"""Where the link in an invitation leads: on the hub, where people sign in."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from hub.enums import InvitationState, Role
from hub.models import User
from hub.permissions import ROLES
from hub.services.invitations import (
    InvitationNotOpen,
    InvitationOfAnother,
    NodeIsClosed,
    accept,
    find_invitation,
    is_address_of,
)

# Kept in the session from the link to the account that is made with it.
INVITATION = "invitation"


@method_decorator(never_cache, name="dispatch")
class InvitationPage(View):
    """Who has an account answers here. Who has none makes one, which is the answer."""

    def dispatch(self, request, token):
        self.token = token
        self.invitation = find_invitation(token)
        if self.invitation is None:
            return self.closed("unknown", status=404)
        state = self.invitation.state
        if state == InvitationState.ACCEPTED and is_own(request.user, self.invitation):
            return redirect("hub:my_page")
        if state != InvitationState.OPEN:
            return self.closed(state.value, status=410)
        if self.invitation.node.is_read_only:
            return self.closed("closed_node", status=410)
        if request.user.is_authenticated and not is_own(request.user, self.invitation):
            return self.closed("another", status=403)
        return super().dispatch(request, token)

    def get(self, request, token):
        if not request.user.is_authenticated:
            # Whoever holds the link has shown that the address is theirs: it stood in that mail alone.
            get_adapter().stash_verified_email(request, self.invitation.email)
            request.session[INVITATION] = token
        return self.show()

    def post(self, request, token):
        if not request.user.is_authenticated:
            return self.show(status=403)
        try:
            accept(invitation=self.invitation, user=request.user, at=timezone.now())
        except InvitationNotOpen as fault:
            return self.closed(fault.state.value, status=410)
        except NodeIsClosed:
            return self.closed("closed_node", status=410)
        except InvitationOfAnother:
            return self.closed("another", status=403)
        welcome(request, self.invitation)
        return redirect("hub:my_page")

    def show(self, status=200):
        context = {
            "invitation": self.invitation,
            "sentence": ROLES[Role(self.invitation.role)].sentence,
            "has_account": User.objects.filter(email=self.invitation.email).exists(),
            "path": self.request.path,
            "breadcrumbs": [(_("Invitation"), "")],
        }
        return render(self.request, "hub/invitations/open.html", context, status=status)

    def closed(self, why: str, status: int):
        context = {"why": why, "invitation": self.invitation, "breadcrumbs": [(_("Invitation"), "")]}
        return render(self.request, "hub/invitations/closed.html", context, status=status)


def is_own(user, invitation) -> bool:
    return user.is_authenticated and is_address_of(user, invitation.email)


def welcome(request, invitation) -> None:
    said = _("You are now a member of %(node)s: %(role)s.")
    messages.success(request, said % {"node": invitation.node, "role": invitation.get_role_display()})


def accept_after_sign_up(request, user) -> None:
    """The account was made with the link of an invitation. What stops it is told when the link is opened."""
    token = request.session.pop(INVITATION, None)
    invitation = find_invitation(token) if token else None
    if invitation is None:
        return
    try:
        accept(invitation=invitation, user=user, at=timezone.now())
    except (InvitationNotOpen, InvitationOfAnother, NodeIsClosed):
        return
    welcome(request, invitation)
