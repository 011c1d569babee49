"""Who may read the files of a steering group."""

from hub.enums import Permission
from hub.models import HubDocument
from hub.permissions import has_permission
from network.models import Meeting, MeetingPaper


def may_read_document(user, document: HubDocument) -> bool:
    """Papers of a meeting and minutes that aren't published are for those who see the member pages."""
    private_in = [paper.meeting.node for paper in papers_with(document)] + [
        meeting.node for meeting in unpublished_minutes_with(document)
    ]
    return all(has_permission(user, Permission.SEE_MEMBER_PAGES, node=node) for node in private_in)


def is_in_a_meeting(document: HubDocument) -> bool:
    """Who may read it there is for `may_read_document` to say."""
    return papers_with(document).exists() or Meeting.objects.filter(minutes_document=document).exists()


def papers_with(document: HubDocument):
    return MeetingPaper.objects.filter(document=document).select_related("meeting__node")


def unpublished_minutes_with(document: HubDocument):
    return Meeting.objects.filter(minutes_document=document, minutes_published_date=None).select_related(
        "node"
    )
