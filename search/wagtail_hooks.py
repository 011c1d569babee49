"""What search tells Wagtail: the national level's own pages. Registration only."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from hub.enums import Permission
from hub.permissions import has_permission_anywhere
from search.views.editing import misses, thesaurus


@hooks.register("register_admin_urls")
def own_addresses():
    return [
        path("ordliste/", thesaurus.thesaurus, name="thesaurus"),
        path("ordliste/ny/", thesaurus.new_group, name="new_synonym_group"),
        path("ordliste/<int:pk>/", thesaurus.group, name="synonym_group"),
        path("ordliste/<int:pk>/fjern/", thesaurus.remove, name="remove_synonym_group"),
        path("sokt-forgjeves/", misses.search_misses, name="search_misses"),
    ]


class ForKeepers(MenuItem):
    def is_shown(self, request):
        return has_permission_anywhere(request.user, Permission.KEEP_TAXONOMY)


@hooks.register("register_admin_menu_item")
def thesaurus_in_menu():
    return ForKeepers(_("Words for the same thing"), reverse("thesaurus"), icon_name="list-ul", order=410)


@hooks.register("register_admin_menu_item")
def misses_in_menu():
    return ForKeepers(_("Looked for in vain"), reverse("search_misses"), icon_name="search", order=420)
