from django.utils import timezone

from hub.models import Node
from network.models import Meeting, Report
from network.queries.steering import steering_group_of


def front_section(request, node: Node) -> dict | None:
    """The steering group in short, for a county's front page. None where there is no group."""
    group = None if node.is_national else steering_group_of(node)
    if group is None:
        return None
    return {
        "group": group,
        "next_meeting": Meeting.objects.filter(node=node).coming(timezone.now()).first(),
        "last_report": Report.objects.handed_in().filter(node=node).select_related("form").first(),
    }
