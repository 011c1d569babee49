from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.queries.pages import front_page_in
from hub.templatetags.hub import day
from hub.views.pages import crumbs


@require_safe
def about(request):
    """Who runs the node and how it stands; the text above the facts is kept on the front page."""
    page = front_page_in(request.node, get_language()).specific
    context = {
        "page": page,
        "page_language": page.locale.language_code,
        "facts": node_facts(request.node),
        "breadcrumbs": crumbs(request, _("About us")),
    }
    return render(request, "hub/about.html", context)


def node_facts(node) -> list[tuple]:
    return [
        (_("Run by"), node.host_organisation),
        (_("County"), node.county),
        (_("Status"), node.get_status_display()),
        (_("Rollout"), node.get_phase_display() if node.phase else ""),
        (_("Launched"), day(node.launched_date)),
        (_("Closed"), day(node.closed_date)),
    ]
