"""The admin's addresses that exist for those who write. What isn't named is 404, so an upgrade opens nothing.

Closed on purpose, for everybody: people and groups (whoever may change people can
make a superuser), sites, collections, workflows and redirects, since they list all
nodes' rows; Wagtail's own copies of the sign-in and password pages. Reports list all
nodes' people in their filters, so they are for those who read every node's log.
"""

from hub.enums import Permission
from hub.permissions import has_permission_anywhere

PAGES = {
    "add", "preview_on_add", "edit", "preview_on_edit", "view_draft", "add_subpage", "delete", "unpublish",
    "search", "search_results", "move", "move_confirm", "set_page_position", "copy", "workflow_action",
    "collect_workflow_action_data", "confirm_workflow_cancellation", "workflow_preview", "lock", "unlock",
    "revisions_index", "revisions_view", "revisions_revert", "revisions_unschedule", "revisions_compare",
    "workflow_history", "workflow_history_detail", "history", "history_results", "usage", "convert_alias",
    "choose_parent",
}  # fmt: skip

PICTURES = {
    "index", "index_results", "edit", "delete", "preview", "add", "image_usage", "add_multiple",
    "edit_multiple", "create_multiple_from_uploaded_image", "delete_multiple", "delete_upload_multiple",
}  # fmt: skip

DOCUMENTS = {
    "index", "index_results", "add", "edit", "delete", "add_multiple", "edit_multiple",
    "create_multiple_from_uploaded_document", "delete_multiple", "delete_upload_multiple", "document_usage",
}  # fmt: skip

CHOOSER = {"choose", "choose_results", "chosen", "chosen_multiple", "create", "select_format"}

OTHERS = {
    "wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_explore", "wagtailadmin_explore_results",
    "wagtail_bulk_action", "wagtailadmin_choose_page", "wagtailadmin_choose_page_child",
    "wagtailadmin_choose_page_search", "wagtailadmin_choose_page_chosen_multiple",
    "wagtailadmin_choose_page_external_link", "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link", "wagtailadmin_choose_page_anchor_link",
    "wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete", "wagtailadmin_account",
    "wagtailadmin_logout", "wagtailadmin_dismissibles", "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release", "wagtailadmin_block_preview", "wagtailadmin_api:pages:listing",
    "wagtailadmin_api:pages:detail",
    "wagtailsnippets:index", "wagtailadmin_sprite", "wagtailadmin_login", "wagtailadmin_javascript_catalog",
}  # fmt: skip

NAMES = (
    OTHERS
    | {f"wagtailadmin_pages:{name}" for name in PAGES}
    | {f"wagtailimages:{name}" for name in PICTURES}
    | {f"wagtaildocs:{name}" for name in DOCUMENTS}
    | {f"{app}_chooser:{name}" for app in ("wagtailimages", "wagtaildocs") for name in CHOOSER}
)

REPORTS = {
    f"wagtailadmin_reports:{report}{part}"
    for report in ("site_history", "aging_pages")
    for part in ("", "_results")
}

# No page of the admin's: the way in and out, and what every page loads.
ANYBODYS = {
    "wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog",
}  # fmt: skip

# Every view of ours in these is scoped by `hub.viewsets`, which a test demands.
OWN = ("wagtailsnippets_", "wagtailsnippetchoosers_")


def is_allowed(view_name: str, user) -> bool:
    if view_name in REPORTS:
        return has_permission_anywhere(user, Permission.READ_ALL_LOGS)
    return view_name in NAMES or view_name.startswith(OWN) or not view_name.startswith("wagtail")
