"""All that the hub holds on me: shown, taken along, deleted."""

import datetime

from allauth.account.internal.flows.reauthentication import (
    did_recently_reauthenticate,
    get_reauthentication_flows,
)
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import View

from hub.addresses import plain_reverse
from hub.models import Node
from hub.services.accounts import HasDuties, delete_account, duties_of, held_on, parts
from hub.services.memberships import LastManager, is_last_manager, set_roles
from hub.templatetags.hub import day, day_and_time
from hub.views.members import last_manager_words

RECENTLY = datetime.timedelta(minutes=5)


def way(*steps):
    return [(_("My page"), reverse("hub:my_page")), *steps]


@method_decorator(never_cache, name="dispatch")
class MyData(LoginRequiredMixin, View):
    def get(self, request):
        tables = [
            {"label": part.label, "names": part.fields.values(), "rows": cells_of(part, rows)}
            for _name, part, rows in held_on(request.user)
        ]
        context = {
            "tables": tables,
            "without": [table["label"] for table in tables if not table["rows"]],
            "breadcrumbs": way((_("What we have about me"), "")),
        }
        return render(request, "hub/accounts/my_data.html", context)


def cells_of(part, rows) -> list[list[tuple]]:
    """Each with its label, since a phone shows no heads of columns."""
    return [[(label, shown(row.get(name))) for name, label in part.fields.items()] for row in rows]


def shown(value) -> str:
    if isinstance(value, datetime.datetime):
        return day_and_time(value)
    if isinstance(value, datetime.date):
        return day(value)
    return "" if value is None else str(value)


@method_decorator(never_cache, name="dispatch")
class MyDataFile(LoginRequiredMixin, View):
    """The same as JSON, with names that stay the same in every language."""

    def get(self, request):
        told = {
            name: [{key: machine(value) for key, value in row.items()} for row in rows]
            for name, _part, rows in held_on(request.user)
        }
        content = {"made_at": timezone.now().isoformat(timespec="seconds"), "held": told}
        response = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 2})
        response["Content-Disposition"] = 'attachment; filename="knutepunktene.json"'
        return response


def machine(value):
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)


@method_decorator(never_cache, name="dispatch")
class DeleteAccount(LoginRequiredMixin, View):
    """Shows what goes and what stays. The press of the button asks once more who it is."""

    def get(self, request):
        return self.show()

    def post(self, request):
        if duties_of(request.user):
            return self.show(status=409)
        if not has_just_signed_in(request):
            return self.ask_who_it_is()
        try:
            delete_account(user=request.user, by=request.user, at=timezone.now())
        except HasDuties:
            return self.show(status=409)
        logout(request)
        return redirect("hub:account_deleted")

    def ask_who_it_is(self):
        """By password or second factor; who has neither signs in once more, and comes back here."""
        if get_reauthentication_flows(self.request.user):
            raise ReauthenticationRequired
        logout(self.request)
        messages.info(self.request, _("Sign in once more, so that we know that it is you."))
        return redirect(f"{reverse('account_login')}?next={self.request.path}")

    def show(self, status=200):
        context = {
            "duties": duties_of(self.request.user),
            "goes": [part for _name, part in parts() if not part.kept],
            "stays": [part for _name, part in parts() if part.kept],
            "breadcrumbs": way((_("Delete my account"), "")),
        }
        return render(self.request, "hub/accounts/delete.html", context, status=status)


def has_just_signed_in(request) -> bool:
    if get_reauthentication_flows(request.user):
        return did_recently_reauthenticate(request)
    signed_in_at = request.user.last_login
    return signed_in_at is not None and timezone.now() - signed_in_at < RECENTLY


@require_safe
@never_cache
def account_deleted(request):
    if not request.node.is_national:
        raise Http404
    return render(request, "hub/accounts/deleted.html", {"breadcrumbs": [(_("The account is deleted"), "")]})


@method_decorator(never_cache, name="dispatch")
class LeaveNode(LoginRequiredMixin, View):
    """A person gives back all roles in a node."""

    def setup(self, request, slug):
        super().setup(request, slug=slug)
        self.leaving = Node.objects.filter(slug=slug, memberships__user_id=request.user.pk).first()

    def dispatch(self, request, slug):
        if request.user.is_authenticated and self.leaving is None:
            raise Http404
        return super().dispatch(request, slug=slug)

    def get(self, request, slug):
        context = {
            "leaving": self.leaving,
            "is_last_manager": is_last_manager(request.user, self.leaving),
            "last_manager_words": last_manager_words(self.leaving),
            "members_url": self.leaving.url(plain_reverse("hub:members")),
            "breadcrumbs": way((_("Leave the node"), "")),
        }
        return render(request, "hub/accounts/leave.html", context)

    def post(self, request, slug):
        try:
            set_roles(user=request.user, node=self.leaving, roles=(), by=request.user)
        except LastManager:
            messages.error(request, last_manager_words(self.leaving))
            return redirect("hub:my_page")
        messages.success(request, _("You have left %(node)s.") % {"node": self.leaving})
        return redirect("hub:my_page")
