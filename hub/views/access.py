"""May they see this page at all: sign-in, permission and host."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect

from hub.addresses import on_hub
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
            return sign_in_first(request)
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
            return sign_in_first(request)
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response


def sign_in_address(request) -> str:
    """The hub's sign-in in the language being read, which leads back here."""
    return on_hub("account_login", next_url=request.node.url(request.get_full_path()))


def sign_in_first(request) -> HttpResponseRedirect:
    """For a page that needs an account: the sign-in says so."""
    return HttpResponseRedirect(f"{sign_in_address(request)}&needed")
