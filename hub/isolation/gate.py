"""Asks, before a view of the admin runs, whether the address exists and whether what it names is in reach."""

from django.apps import apps
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, JsonResponse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.deprecation import MiddlewareMixin
from wagtail.models import Page

from hub.isolation import reach
from hub.isolation.allowed import ANYBODYS, is_allowed

# What a view's argument names. An argument of Wagtail's that stands nowhere here is refused.
KINDS = {
    "page_id": reach.own_pages,
    "parent_page_id": reach.own_pages,
    "page_to_move_id": reach.own_pages,
    "destination_id": reach.own_pages,
    "image_id": reach.own_pictures,
    "document_id": reach.own_documents,
    "doc_id": reach.own_documents,
    "revision_id": reach.own_revisions,
    "workflow_state_id": reach.own_workflow_states,
    "task_state_id": reach.own_task_states,
    "task_id": reach.own_tasks,
    "uploaded_file_id": reach.own_uploads,
}
KINDS_OF_PK = {
    "wagtailadmin_pages:revisions_compare": reach.own_pages,
    "wagtailadmin_api:pages:detail": reach.own_pages,
    "wagtailimages_chooser:chosen": reach.own_pictures,
    "wagtaildocs_chooser:chosen": reach.own_documents,
}
# Views that take several things as ?id=1&id=2.
KINDS_OF_QUERY = {
    "wagtailadmin_choose_page_chosen_multiple": reach.own_pages,
    "wagtailimages_chooser:chosen_multiple": reach.own_pictures,
    "wagtaildocs_chooser:chosen_multiple": reach.own_documents,
}
COMPARED = ("revision_id_a", "revision_id_b")
# Arguments that name no row, or a row that the view checks with the person's own rights.
NAMING_NOTHING = {
    "action_name", "content_type_app_name", "content_type_model_name", "filter_spec", "app_label",
    "model_name", "app_name", "action", "session_id", "object_id", "pk",
}  # fmt: skip


def choose_page(request, view):
    """Where a person begins to choose a page; Wagtail would begin above all nodes."""
    roots = list(reach.own_roots(request.user)[:2])
    if not roots:
        raise Http404
    first = roots[0] if len(roots) == 1 else Page.get_first_root_node()
    return view(request, parent_page_id=first.pk)


def complete_tag(request, view):
    term = request.GET.get("term", "")
    tags = reach.own_tags(request.user).filter(name__istartswith=term) if term else []
    return JsonResponse([tag.name for tag in tags[:10]], safe=False)


REPLACED = {
    "wagtailadmin_choose_page": choose_page,
    "wagtailadmin_tag_autocomplete": complete_tag,
    "wagtailadmin_tag_model_autocomplete": complete_tag,
}


class AdminGateMiddleware(MiddlewareMixin):
    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        if not request.path_info.startswith("/admin/") or match is None:
            return None
        user = request.user
        if not user.is_authenticated or match.view_name in ANYBODYS:
            return None  # Wagtail sends them to the sign-in
        if not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied  # the sign-in would send them back here, for ever
        if not is_allowed(match.view_name or "", user):
            raise Http404
        if match.view_name.startswith("wagtail"):
            check_arguments(user, match.view_name, kwargs)
            check_query(user, match.view_name, kwargs, request.GET)
        replacement = REPLACED.get(match.view_name)
        return replacement(request, view) if replacement else None

    def process_exception(self, request, exception):
        """Wagtail's forms take it for granted that all their parts are sent."""
        if request.path_info.startswith("/admin/") and isinstance(exception, MultiValueDictKeyError):
            raise BadRequest from exception


def check_arguments(user, view_name: str, kwargs: dict) -> None:
    if view_name.startswith(("wagtailsnippets_", "wagtailsnippetchoosers_")):
        return
    for name, value in kwargs.items():
        kind = KINDS_OF_PK.get(view_name) if name == "pk" else KINDS.get(name)
        if name in COMPARED:
            kind = reach.own_revisions if str(value).isdecimal() else None
        elif kind is None and name not in NAMING_NOTHING:
            raise Http404
        if kind is not None and not in_reach(kind(user), user, value, view_name):
            raise Http404
    if "object_id" in kwargs:
        check_rows(user, kwargs, {kwargs["object_id"]})


def is_key(value: str) -> bool:
    """Longer numbers have no room in a key, and the databases raise."""
    return value.isdecimal() and len(value) < 19


def in_reach(rows, user, value, view_name: str) -> bool:
    if rows.filter(pk=value).exists():
        return True
    browsing = view_name.startswith(("wagtailadmin_explore", "wagtailadmin_choose_page", "wagtailadmin_api"))
    return browsing and value == root_of_several(user)


def root_of_several(user) -> int | None:
    """Wagtail's root page, by which those with several nodes or languages go from one to the next."""
    return Page.get_first_root_node().pk if reach.own_roots(user).count() > 1 else None


def check_query(user, view_name: str, kwargs: dict, query) -> None:
    if view_name in KINDS_OF_QUERY:
        wanted = query.getlist("id")
        if not all(is_key(value) for value in wanted):
            raise Http404
        if KINDS_OF_QUERY[view_name](user).filter(pk__in=wanted).count() != len(set(wanted)):
            raise Http404
    if view_name == "wagtail_bulk_action":
        check_bulk(user, kwargs, query)


def check_bulk(user, kwargs: dict, query) -> None:
    """A bulk action names its rows, or all children of a page; “all there are” would be everybody's."""
    wanted = set(query.getlist("id"))
    if "all" in wanted and not may_take_all(user, kwargs["model_name"], query.get("childOf", "")):
        raise Http404
    check_rows(user, kwargs, wanted - {"all"})


def may_take_all(user, model_name: str, parent: str) -> bool:
    if model_name in ("picture", "hubdocument"):
        return True  # Wagtail itself takes only those that the person may change
    return model_name == "page" and is_key(parent) and reach.own_pages(user).filter(pk=parent).exists()


def check_rows(user, kwargs: dict, wanted: set[str]) -> None:
    if any(value.isdecimal() and not is_key(value) for value in wanted):
        raise Http404
    try:
        model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
        found = reach.own_rows(user, model).filter(pk__in=wanted).count()
    except (LookupError, ValueError) as error:
        raise Http404 from error
    if found != len(wanted):
        raise Http404
