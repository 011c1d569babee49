import csv

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from courses.queries import sign_ups_seen_by
from courses.views.sessions import OfSession
from hub.addresses import on_hub
from hub.enums import Permission
from hub.permissions import has_permission, permissions_by_node
from hub.services import audit

# A spreadsheet takes what begins with these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@method_decorator(never_cache, name="dispatch")
class OfOrganiser(OfSession):
    """Only for the organisers of the session's node. To those of other nodes the list does not exist."""

    def dispatch(self, request, *args, **kwargs):
        node = self.session.node
        if not request.user.is_authenticated:
            return redirect(on_hub("account_login", next_url=node.url(request.get_full_path())))
        if not has_permission(request.user, Permission.SEE_SIGN_UPS, node=node):
            if permissions_by_node(request.user).get(node.pk):
                raise PermissionDenied
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class Participants(OfOrganiser, TemplateView):
    template_name = "courses/participants.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(sign_ups=sign_ups_seen_by(self.request.user, self.session), **kwargs)

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (_("Who has signed up"), None)]


class ParticipantsFile(OfOrganiser, View):
    """The list as CSV, as Norwegian and Swedish spreadsheets read it. Each download is logged."""

    def get(self, request, *args, **kwargs):
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self.session.slug}.csv"'
        response.write("\ufeff")
        rows = csv.writer(response, delimiter=";")
        rows.writerow([_("Name"), _("E-mail"), _("Organisation"), _("Status"), _("Signed up")])
        for place in sign_ups_seen_by(request.user, self.session):
            cells = [place.name, place.email, place.organisation, place.get_status_display()]
            rows.writerow([*map(harmless, cells), f"{place.signed_up_at:%Y-%m-%d %H:%M}"])
        audit.record(action="sign_ups.exported", by=request.user, node=self.session.node, about=self.session)
        return response


def harmless(cell) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
