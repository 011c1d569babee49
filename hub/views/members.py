"""A node's manager looks after the node's people: lists, invites, changes, removes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from hub.addresses import at_hub, plain_reverse
from hub.enums import Permission, Role
from hub.forms.members import FindMembersForm, InviteForm, RolesForm
from hub.models import Invitation
from hub.permissions import has_permission, roles_to_give
from hub.queries.members import as_members, invitations_of, member_of, members_of
from hub.services.invitations import InvitationNotOpen, Sent, invite, send_again, withdraw
from hub.services.memberships import LastManager, is_last_manager, set_roles
from hub.views.access import NeedsPermission
from hub.views.pages import crumbs

ON_A_PAGE = 50
# Open ones first. None may be out of sight: it holds also when whoever sent it is no longer here.
INVITATIONS_SHOWN = 1000


class OfManager(NeedsPermission):
    permission = Permission.MANAGE_MEMBERS
    for_national = None

    def way(self, *steps):
        front, *_rest = crumbs(self.request)
        return [front, (_("Members"), reverse("hub:members") if steps else ""), *steps]


class Members(OfManager, View):
    def get(self, request):
        form = FindMembersForm(request.GET, node=request.node)
        asked = form.asked()
        page = Paginator(members_of(request.node, **asked), ON_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "form": form,
            "is_narrowed": any(asked.values()),
            "members": as_members(page),
            "page_obj": page,
            "invitations": [] if any(asked.values()) else invitations_of(request.node)[:INVITATIONS_SHOWN],
            "may_read_log": has_permission(request.user, Permission.READ_NODE_LOG, node=request.node),
            "breadcrumbs": self.way(),
        }
        return render(request, "hub/members/list.html", context)


class Invite(OfManager, View):
    def get(self, request):
        return self.show(InviteForm(node=request.node))

    def post(self, request):
        form = InviteForm(request.POST, node=request.node)
        if not form.is_valid():
            return self.show(form, status=422)
        asked = form.cleaned_data
        sent = invite(
            emails=asked["emails"],
            role=Role(asked["role"]),
            language=asked["language"],
            node=request.node,
            by=request.user,
            at=timezone.now(),
        )
        tell(request, sent)
        return redirect("hub:members")

    def show(self, form, status=200):
        context = {"form": form, "breadcrumbs": self.way((_("Invite"), ""))}
        return render(self.request, "hub/members/invite.html", context, status=status)


def tell(request, sent: Sent) -> None:
    if count := len(sent.invitations):
        text = ngettext("%(count)d invitation is sent.", "%(count)d invitations are sent.", count)
        messages.success(request, text % {"count": count})
    if sent.already_members:
        text = _("Have the role already, and are not invited: %(who)s")
        messages.info(request, text % {"who": ", ".join(sent.already_members)})
    if sent.already_invited:
        text = _("Have an open invitation already: %(who)s. Send it again from the list if it is lost.")
        messages.info(request, text % {"who": ", ".join(sent.already_invited)})


class OfMember(OfManager):
    @cached_property
    def member(self):
        found = member_of(self.request.node, self.kwargs["public_id"])
        if found is None:
            raise Http404
        return as_members([found])[0]

    def refused(self):
        messages.error(self.request, last_manager_words(self.request.node))
        return redirect("hub:member", self.member.user.public_id)


def last_manager_words(node) -> str:
    return _(
        "%(node)s would have nobody left who looks after its people. Give somebody else that role first."
    ) % {"node": node}


class ChangeMember(OfMember, View):
    def get(self, request, public_id):
        return self.show(RolesForm(initial={"roles": self.member.roles}, node=request.node))

    def post(self, request, public_id):
        user = self.member.user
        form = RolesForm(request.POST, node=request.node)
        if not form.is_valid():
            return self.show(form, status=422)
        kept = set(self.member.roles) - set(roles_to_give(request.node))  # given before, by another rule
        try:
            set_roles(
                user=user, node=request.node, roles=kept | set(form.cleaned_data["roles"]), by=request.user
            )
        except LastManager:
            return self.refused()
        messages.success(request, _("The roles of %(name)s are saved.") % {"name": user})
        return redirect("hub:my_page" if user == request.user else "hub:members")

    def show(self, form, status=200):
        user = self.member.user
        context = {
            "form": form,
            "member": self.member,
            "is_last_manager": is_last_manager(user, self.request.node),
            "breadcrumbs": self.way((str(user), "")),
        }
        return render(self.request, "hub/members/member.html", context, status=status)


class RemoveMember(OfMember, View):
    def get(self, request, public_id):
        user = self.member.user
        if user == request.user:  # has a page of its own, with words for it
            return redirect(at_hub(plain_reverse("hub:leave_node", args=[request.node.slug])))
        way = self.way((str(user), reverse("hub:member", args=[public_id])), (_("Remove"), ""))
        context = {
            "member": self.member,
            "is_last_manager": is_last_manager(user, request.node),
            "last_manager_words": last_manager_words(request.node),
            "breadcrumbs": way,
        }
        return render(request, "hub/members/remove.html", context)

    def post(self, request, public_id):
        user = self.member.user
        try:
            set_roles(user=user, node=request.node, roles=(), by=request.user)
        except LastManager:
            return self.refused()
        said = _("%(name)s is no longer a member of %(node)s.")
        messages.success(request, said % {"name": user, "node": request.node})
        return redirect("hub:members")


class OfInvitation(OfManager):
    http_method_names = ["post"]

    @cached_property
    def invitation(self):
        return get_object_or_404(Invitation, node=self.request.node, pk=self.kwargs["pk"])

    def not_open(self, fault: InvitationNotOpen):
        said = _("The invitation to %(email)s is no longer open: %(state)s.")
        state = fault.state.label.lower()
        messages.error(self.request, said % {"email": self.invitation.email, "state": state})


class SendInvitationAgain(OfInvitation, View):
    def post(self, request, pk):
        try:
            send_again(invitation=self.invitation, by=request.user, at=timezone.now())
            said = _("The invitation to %(email)s is sent again. The earlier link no longer works.")
            messages.success(request, said % {"email": self.invitation.email})
        except InvitationNotOpen as fault:
            self.not_open(fault)
        return redirect("hub:members")


class WithdrawInvitation(OfInvitation, View):
    def post(self, request, pk):
        try:
            withdraw(invitation=self.invitation, by=request.user, at=timezone.now())
            said = _("The invitation to %(email)s is withdrawn.")
            messages.success(request, said % {"email": self.invitation.email})
        except InvitationNotOpen as fault:
            self.not_open(fault)
        return redirect("hub:members")
