"""The admin's first page: what awaits me, before all else."""

from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from hub import slots
from hub.enums import Permission
from hub.models import ProblemReport, TaxonomyProposal
from hub.permissions import has_permission_anywhere, nodes_with_permission
from hub.queries.pages import pages_of


class AwaitingPanel(Component):
    name = "awaiting"
    template_name = "hub/editing/awaiting.html"
    order = 10

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        own = [drafts(user), problems(user), proposals(user)]
        others = [line for provider in slots.awaiting.values() for line in provider(user)]
        drafts_here = unpublished_pages(user).order_by("-latest_revision_created_at")[:5]
        return {"lines": [line for line in own if line] + others, "drafts": drafts_here}


def unpublished_pages(user):
    return pages_of(nodes_with_permission(user, Permission.EDIT_PAGES)).filter(has_unpublished_changes=True)


def drafts(user):
    count = unpublished_pages(user).count()
    text = ngettext(
        "%d page has changes that are not published", "%d pages have changes that are not published", count
    )
    return (text % count, reverse("wagtailadmin_explore_root")) if count else None


def problems(user):
    nodes = nodes_with_permission(user, Permission.EDIT_PAGES)
    count = ProblemReport.objects.filter(node__in=nodes, handled_at=None).count()
    text = ngettext("A reader has reported a problem", "Readers have reported %d problems", count)
    return (text % count if count > 1 else text, address_of_list(ProblemReport)) if count else None


def proposals(user):
    if not has_permission_anywhere(user, Permission.KEEP_TAXONOMY):
        return None
    count = TaxonomyProposal.objects.filter(answer=TaxonomyProposal.Answer.OPEN).count()
    text = ngettext(
        "%d proposal from a node waits for an answer", "%d proposals from nodes wait for an answer", count
    )
    return (text % count, address_of_list(TaxonomyProposal)) if count else None


def address_of_list(model) -> str:
    return reverse(model.snippet_viewset.get_url_name("list"))


def put_what_awaits_first(request, panels):
    """For the hook construct_homepage_panels."""
    panels.insert(0, AwaitingPanel())


def count_nothing(request, items):
    """For the hook construct_homepage_summary_items: its counts are of all nodes' things."""
    items.clear()


def leave_out_what_is_closed(request, items):
    """For the hook construct_main_menu: what is closed, and a help that is about another product."""
    closed = {"help", "settings"}
    if not has_permission_anywhere(request.user, Permission.READ_ALL_LOGS):
        closed.add("reports")
    items[:] = [item for item in items if item.name not in closed]


def leave_out_closed_reports(request, items):
    """For the hook construct_reports_menu."""
    items[:] = [item for item in items if item.name in {"site-history", "aging-pages"}]
