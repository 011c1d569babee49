"""What waits at the desk, for the first page of the editing pages."""

from django.urls import reverse
from django.utils.translation import ngettext

from criteria_library.enums import ProposalAnswer
from criteria_library.models import Comment, Draft, Proposal
from criteria_library.views.hearings.access import may
from hub.enums import Permission


def awaiting(user) -> list[tuple[str, str]]:
    desk = reverse("criteria_library:desk")
    lines = []
    if may(user, Permission.EDIT_CRITERIA):
        waiting = Proposal.objects.filter(answer=ProposalAnswer.OPEN).count()
        lines.append(
            (waiting, ngettext("%d proposal waits for an answer", "%d proposals wait for an answer", waiting))
        )
    if may(user, Permission.RUN_HEARINGS):
        left = Comment.objects.unanswered().filter(hearing__answered_at=None).count()
        lines.append((left, ngettext("%d comment has no answer", "%d comments have no answer", left)))
    if may(user, Permission.APPROVE_CRITERIA):
        heard = Draft.objects.open().filter(approval=None, heard__is_settled=True)
        ready = heard.exclude(heard__is_settled=False).distinct().count()
        lines.append((ready, ngettext("%d draft waits for approval", "%d drafts wait for approval", ready)))
    return [(words % count, desk) for count, words in lines if count]
