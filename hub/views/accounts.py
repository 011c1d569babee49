"""My page, and the table of roles. Signing in itself is allauth's, in hub/templates/account."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView, TemplateView, UpdateView

from hub.addresses import on_hub, plain_reverse
from hub.enums import NATIONAL_ROLES, Permission, Role
from hub.forms.accounts import DetailsForm
from hub.models import OutgoingMail
from hub.permissions import ROLES, WITHOUT_SECOND_FACTOR, has_permission
from hub.queries.people import places_of


@method_decorator(never_cache, name="dispatch")
class MyPage(LoginRequiredMixin, TemplateView):
    template_name = "hub/accounts/my_page.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        places = [
            {"node": place.node, "roles": place.roles, "links": links_of(user, place.node)}
            for place in places_of(user)
        ]
        return super().get_context_data(
            places=places, breadcrumbs=[(_("My page"), "")], may_write=may_write(user, places), **kwargs
        )


def may_write(user, places) -> bool:
    return any(has_permission(user, Permission.USE_ADMIN, node=place["node"]) for place in places)


def links_of(user, node) -> list[tuple[str, str]]:
    """Where the person may go in the node, apart from what is for everybody."""
    members = (Permission.MANAGE_MEMBERS, "hub:members", _("Members"))
    pages = (
        [
            members,
            (Permission.READ_ALL_LOGS, "hub:log", _("The log of all nodes")),
            (Permission.READ_ALL_REPORTS, "network:reports", _("Progress reports of all nodes")),
            (Permission.MANAGE_NETWORK, "network:node_create", _("Make a node")),
        ]
        if node.is_national
        else [
            members,
            (Permission.READ_NODE_LOG, "hub:log", _("The log")),
            (Permission.SEE_MEMBER_PAGES, "network:member_page", _("The steering group's own page")),
        ]
    )
    return [
        (label, node.url(plain_reverse(name)))
        for permission, name, label in pages
        if has_permission(user, permission, node=node)
    ]


@method_decorator(never_cache, name="dispatch")
class MyDetails(LoginRequiredMixin, UpdateView):
    form_class = DetailsForm
    template_name = "hub/accounts/details.html"

    def get_object(self, queryset=None):
        return self.request.user

    def get_context_data(self, **kwargs):
        crumbs = [(_("My page"), reverse("hub:my_page")), (_("Change my details"), "")]
        return super().get_context_data(breadcrumbs=crumbs, **kwargs)

    def form_valid(self, form):
        form.save()
        messages.success(self.request, _("Your details are saved."))
        return redirect("hub:my_page")


class SignInInstead(RedirectView):
    """In the place of Wagtail's own sign-in forms."""

    def get_redirect_url(self, *args, **kwargs):
        return on_hub("account_login", next_url=self.request.GET.get("next", ""))


@require_safe
def roles(request):
    """Which role may do what, read from the code that decides it."""
    crumbs = [(_("Roles"), "")]
    tables = [role_table(_("In a node"), set(Role) - NATIONAL_ROLES)]
    tables.append(role_table(_("At the national level"), NATIONAL_ROLES))
    by_password = [permission.label for permission in Permission if permission in WITHOUT_SECOND_FACTOR]
    if not settings.HUB.asks_second_factor:  # in the demonstration, a password opens everything
        by_password = []
    context = {"tables": tables, "by_password": by_password, "breadcrumbs": crumbs}
    return render(request, "hub/accounts/roles.html", context)


def role_table(heading: str, among: set) -> dict:
    shown = [role for role in Role if role in among]
    held = {role: ROLES[role].permissions | ROLES[role].everywhere for role in shown}
    rows = [
        (permission.label, [permission in held[role] for role in shown])
        for permission in Permission
        if any(permission in held[role] for role in shown)
    ]
    return {
        "heading": heading,
        "roles": [(role.label, ROLES[role].sentence) for role in shown],
        "rows": rows,
    }


@require_safe
@never_cache
def demo_mail(request):
    """The mail that the demonstration has sent, since nobody can receive it."""
    if not settings.HUB.is_demo or not request.node.is_national:
        raise Http404
    context = {
        "mails": OutgoingMail.objects.all()[:50],
        "breadcrumbs": [(_("E-mails of the demonstration"), "")],
    }
    return render(request, "hub/accounts/demo_mail.html", context)
