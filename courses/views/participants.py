from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from courses.queries import sign_ups_seen_by
from courses.views.sessions import OfSession
from hub.enums import Permission
from hub.permissions import permissions_by_node
from hub.services import audit
from hub.views.access import demand, sign_in_address
from hub.views.tables import csv_file, minute


@method_decorator(never_cache, name="dispatch")
class OfOrganiser(OfSession):
    """Only for the organisers of the session's node. To those of other nodes the list does not exist."""

    def dispatch(self, request, *args, **kwargs):
        node = self.session.node
        if not request.user.is_authenticated:
            return redirect(sign_in_address(request))
        if not permissions_by_node(request.user).get(node.pk):
            raise Http404
        demand(request, Permission.SEE_SIGN_UPS, node=node)
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
        header = [_("Name"), _("E-mail"), _("Organisation"), _("Status"), _("Signed up")]
        rows = [cells_of(place) for place in sign_ups_seen_by(request.user, self.session)]
        audit.record(action="sign_ups.exported", by=request.user, node=self.session.node, about=self.session)
        return csv_file(self.session.slug, header, rows)


def cells_of(place) -> list:
    """Of a person who is no longer kept only the seat is left."""
    person = [place.name, place.email, place.organisation] if place.name else ["", "", ""]
    return [*person, place.get_status_display(), minute(place.signed_up_at)]
