from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from hub.viewsets import HubSnippetViewSet
from network.forms.asking import ReportFormForm
from network.models import Meeting, ReportForm, SteeringGroup


class SteeringGroupViewSet(HubSnippetViewSet):
    model = SteeringGroup
    icon = "group"
    list_display = ["node", "leader_organisation"]


class MeetingViewSet(HubSnippetViewSet):
    model = Meeting
    icon = "date"
    list_display = ["starts_at", "place", "node", "minutes_published_date"]


class SteeringMenu(SnippetViewSetGroup):
    menu_label = _("Steering group")
    menu_icon = "group"
    menu_order = 230
    items = (SteeringGroupViewSet, MeetingViewSet)


class ReportFormViewSet(HubSnippetViewSet):
    """The national level's alone."""

    model = ReportForm
    icon = "form"
    menu_order = 240
    add_to_admin_menu = True
    list_display = ["year", "opens_date", "deadline_date"]
    edit_handler = ObjectList(ReportForm.panels, base_form_class=ReportFormForm)
