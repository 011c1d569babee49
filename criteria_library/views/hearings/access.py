"""Who comes to the desk: those who write, approve or hear criteria for the national level."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.enums import Permission
from hub.permissions import has_permission, permissions_by_node
from hub.queries import national_node
from hub.views.access import demand, sign_in_first

AT_THE_DESK = frozenset({Permission.EDIT_CRITERIA, Permission.APPROVE_CRITERIA, Permission.RUN_HEARINGS})


def may(user, permission: Permission) -> bool:
    return has_permission(user, permission, node=national_node())


def is_at_the_desk(user) -> bool:
    """For menus and links, which are asked on every page: from what was read of the person already."""
    held = permissions_by_node(user).values() if user.is_authenticated else []
    return any(AT_THE_DESK & permissions for permissions in held)


class NeedsDesk:
    """On the hub's host alone. `permissions`: one of them is enough to see the page."""

    permissions: frozenset[Permission] = AT_THE_DESK

    def dispatch(self, request, *args, **kwargs):
        if not request.node.is_national:
            raise Http404
        if not request.user.is_authenticated:
            return sign_in_first(request)
        demand(request, *self.permissions, node=national_node())
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def demand(self, permission: Permission) -> None:
        demand(self.request, permission, node=national_node())

    def crumbs(self, *more) -> list:
        return [
            (_("Criteria"), reverse("criteria_library:list")),
            (_("The criteria desk"), reverse("criteria_library:desk")),
            *more,
        ]
