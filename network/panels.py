"""What the network adds to the editing pages' menu."""

from wagtail.admin.menu import MenuItem

from hub.enums import Permission
from hub.permissions import has_permission_anywhere


class NetworkMenuItem(MenuItem):
    """A way to the hub's own pages, for those who read every node's reports."""

    def is_shown(self, request):
        return has_permission_anywhere(request.user, Permission.READ_ALL_REPORTS)
