"""What the hub tells Wagtail. Registration only."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from hub import models, permissions
from hub.enums import Permission
from hub.isolation.hooks import (
    choose_own_files,
    explore_own_pages,
    list_own_pages,
    serve_to_its_readers,
)
from hub.views.editing.bin import (
    PutFileInBin,
    bring_back_thing,
    deleted,
    put_page_in_bin,
    put_rows_in_bin,
    put_several_in_bin,
)
from hub.views.editing.from_template import new_from_template
from hub.views.editing.home import (
    count_nothing,
    leave_out_closed_reports,
    leave_out_what_is_closed,
    put_what_awaits_first,
)
from hub.views.editing.nodes import NodeViewSet, ProblemReportViewSet
from hub.views.editing.shared_lists import SharedListsGroup
from hub.views.editing.translations import translate_page, translations

KEEP = Permission.KEEP_TAXONOMY
# What criteria, courses and old versions refer to is withdrawn, never deleted.
STAYS = frozenset({"delete"})

register_permission_policy(
    models.ProductGroup, permissions.SharedPolicy(models.ProductGroup, KEEP, frozen=STAYS)
)
register_permission_policy(models.Theme, permissions.SharedPolicy(models.Theme, KEEP, frozen=STAYS))
register_permission_policy(models.Goal, permissions.SharedPolicy(models.Goal, KEEP, frozen=STAYS | {"add"}))
register_permission_policy(models.Audience, permissions.SharedPolicy(models.Audience, KEEP, frozen=STAYS))
register_permission_policy(models.PageTemplate, permissions.SharedPolicy(models.PageTemplate, KEEP))
register_permission_policy(
    models.TaxonomyProposal, permissions.ProposalPolicy(models.TaxonomyProposal, Permission.PROPOSE_TAXONOMY)
)
register_permission_policy(
    models.Notice, permissions.NationalPolicy(models.Notice, Permission.MANAGE_NETWORK)
)
register_permission_policy(models.Node, permissions.OwnNodePolicy(models.Node, Permission.MANAGE_NODE))
register_permission_policy(
    models.ProblemReport, permissions.SentInPolicy(models.ProblemReport, Permission.EDIT_PAGES)
)

register_snippet(SharedListsGroup)
register_snippet(NodeViewSet)
register_snippet(ProblemReportViewSet)

hooks.register("construct_page_chooser_queryset", list_own_pages)
hooks.register("construct_explorer_page_queryset", explore_own_pages)
hooks.register("construct_image_chooser_queryset", choose_own_files)
hooks.register("construct_document_chooser_queryset", choose_own_files)
hooks.register("before_serve_document", serve_to_its_readers)
hooks.register("before_delete_page", put_page_in_bin)
hooks.register("before_bulk_action", put_several_in_bin)
hooks.register("before_delete_snippet", put_rows_in_bin)
hooks.register("construct_homepage_panels", put_what_awaits_first)
hooks.register("construct_homepage_summary_items", count_nothing, order=1000)
hooks.register("construct_main_menu", leave_out_what_is_closed, order=1000)
hooks.register("construct_reports_menu", leave_out_closed_reports, order=1000)


@hooks.register("register_admin_urls")
def own_addresses():
    return [
        path("slettet/", deleted, name="deleted_things"),
        path("slettet/<int:pk>/hent-tilbake/", bring_back_thing, name="bring_back"),
        path("oversettelser/", translations, name="translations"),
        path("oversettelser/<int:pk>/<slug:language>/", translate_page, name="translate_page"),
        path("ny-fra-standardside/", new_from_template, name="new_from_template"),
    ]


@hooks.register("register_admin_menu_item")
def deleted_in_menu():
    return MenuItem(_("Deleted"), reverse("deleted_things"), icon_name="bin", order=900)


@hooks.register("register_admin_menu_item")
def standard_page_in_menu():
    return MenuItem(
        _("New from a standard page"), reverse("new_from_template"), icon_name="doc-empty", order=150
    )


class TranslationsMenuItem(MenuItem):
    def is_shown(self, request):
        return permissions.has_permission_anywhere(request.user, Permission.EDIT_PAGES)


@hooks.register("register_admin_menu_item")
def translations_in_menu():
    return TranslationsMenuItem(_("Translations"), reverse("translations"), icon_name="globe", order=160)


@hooks.register("register_actions")
def deleting_puts_files_in_bin(registry):
    registry.register(models.Picture, PutFileInBin)
    registry.register(models.HubDocument, PutFileInBin)


@hooks.register("insert_global_admin_css")
def fit_lists_to_a_phone():
    return format_html('<link rel="stylesheet" href="{}">', static("hub/admin.css"))
