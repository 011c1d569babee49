"""May they see this page at all: sign-in, permission and host."""

from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse

from hub.enums import Permission
from hub.permissions import WITHOUT_SECOND_FACTOR, has_permission
from hub.services.second_factor import demand_second_factor


def demand(request, *permissions: Permission, node) -> None:
    """One of them is enough. Whoever holds it shows a second factor too, where it asks for one."""
    held = {permission for permission in permissions if has_permission(request.user, permission, node=node)}
    if not held:
        raise PermissionDenied
    if not held & WITHOUT_SECOND_FACTOR:
        demand_second_factor(request)


class NeedsPermission:
    """A view for those who hold `permission` in the node of the host. Strangers sign in first.

    `for_national` says on which hosts the page is: the hub's, the nodes', or None for all.
    """

    permission: Permission
    for_national: bool | None = False

    def dispatch(self, request, *args, **kwargs):
        if self.for_national not in (None, request.node.is_national):
            raise Http404
        if not request.user.is_authenticated:
            return HttpResponseRedirect(sign_in_address(request))
        demand(request, self.permission_in(request.node), node=request.node)
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def permission_in(self, node) -> Permission:
        return self.permission


class NeedsSignIn:
    """A view for everybody with an account, on any node's site."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return HttpResponseRedirect(sign_in_address(request))
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response


def sign_in_address(request) -> str:
    """The hub's sign-in, which leads back here. The language prefix of this node is not the hub's."""
    path = reverse("account_login").removeprefix(request.language_prefix.rstrip("/"))
    return f"{settings.HUB.base_url}{path}?next={quote(request.node.url(request.get_full_path()), safe='')}"
