from hub.viewsets import HubSnippetViewSet
from network.models import Meeting, ReportForm, SteeringGroup


class SteeringGroupViewSet(HubSnippetViewSet):
    model = SteeringGroup
    icon = "group"
    list_display = ["node", "leader_organisation"]


class MeetingViewSet(HubSnippetViewSet):
    model = Meeting
    icon = "date"
    list_display = ["starts_at", "place", "node", "minutes_published_date"]


class ReportFormViewSet(HubSnippetViewSet):
    """The national level's alone."""

    model = ReportForm
    icon = "form"
    list_display = ["year", "opens_date", "deadline_date"]
