"""The log, for a node's manager and for those at the national level who read all."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.generic import View

from hub.enums import Permission
from hub.forms.log import LogForm
from hub.queries.log import lines_of, log_of
from hub.services import audit
from hub.views.access import NeedsPermission
from hub.views.pages import crumbs
from hub.views.tables import csv_file, minute

ON_A_PAGE = 50
AT_A_TIME = 500


class OfLog(NeedsPermission):
    for_national = None

    def permission_in(self, node) -> Permission:
        return Permission.READ_ALL_LOGS if node.is_national else Permission.READ_NODE_LOG


class Log(OfLog, View):
    def get(self, request):
        form = LogForm(request.GET, node=request.node)
        entries = log_of(request.node, form.narrowed())
        page = Paginator(entries, ON_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "form": form,
            "lines": list(lines_of(page)),
            "page_obj": page,
            "breadcrumbs": crumbs(request, _("The log")),
        }
        return render(request, "hub/log/list.html", context)


class LogFile(OfLog, View):
    """What the page shows, in full. To take it out is itself a line in it."""

    def get(self, request):
        form = LogForm(request.GET, node=request.node)
        entries = log_of(request.node, form.narrowed())
        audit.record(action="log.exported", by=request.user, node=request.node)
        header = [_("When"), _("Who"), _("What"), _("About"), _("Node"), _("Number of the person")]
        name = f"logg-{request.node.slug}-{timezone.localdate():%Y-%m-%d}"
        return csv_file(name, header, rows_of(entries, request.LANGUAGE_CODE))


def rows_of(entries, language: str):
    """In portions: names are looked up for each, and the request's language is gone when they are sent."""
    for first in range(0, entries.count(), AT_A_TIME):
        with override(language):
            for line in lines_of(entries[first : first + AT_A_TIME]):
                node = line.entry.node or ""
                who = line.entry.actor_public_id or ""
                yield [minute(line.entry.at), line.who, line.what, line.about, node, who]
