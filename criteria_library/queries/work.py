"""The story of a draft, step by step, for everybody."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from criteria_library.models import Draft, Hearing
from hub.templatetags.hub import day


@dataclass(frozen=True)
class Step:
    at: datetime.datetime
    words: str
    detail: str = ""
    url: str = ""


def title_of(draft: Draft) -> str:
    """As it is written last. Read straight from the revision, since lists show many."""
    criterion = draft.criterion
    if criterion.latest_revision and criterion.has_unpublished_changes:
        written = criterion.latest_revision.content["texts"]
        own = (text["title"] for text in written if text["language"] == criterion.original_language)
        return next(own, "")
    return criterion.original_text.title if criterion.original_text else ""


def steps_of(draft: Draft) -> list[Step]:
    """In the order they happened; what is planned comes last."""
    steps = [*beginning(draft)]
    for heard in draft.heard.all():
        steps += hearing_steps(heard.hearing)
    steps += ending(draft)
    return sorted(steps, key=lambda step: step.at)


def beginning(draft: Draft) -> list[Step]:
    proposal = draft.proposal
    steps = [Step(draft.started_at, _("Work begun"), draft.summary)]
    if proposal:
        sender = _("Proposed by %(node)s") % {"node": proposal.node} if proposal.node else _("Proposed")
        steps.append(Step(proposal.created_at, sender, proposal.reason))
        if proposal.answered_at:
            steps.append(Step(proposal.answered_at, _("Proposal taken up"), proposal.answer_reason))
    return steps


def hearing_steps(hearing: Hearing) -> list[Step]:
    url = reverse("criteria_library:hearing", args=[hearing.pk])
    deadline = _("Deadline %(day)s") % {"day": day(hearing.closes_at)}
    steps = [Step(hearing.opens_at, _("On hearing"), deadline, url)]
    if hearing.answered_at:
        steps.append(Step(hearing.answered_at, _("Every comment answered"), "", f"{url}#comments"))
    return steps


def ending(draft: Draft) -> list[Step]:
    steps = []
    if approval := draft.approval:
        words = _("Approved by %(role)s") % {"role": approval.role}
        without = _("Without a hearing: %(reason)s") % {"reason": approval.waiver_reason}
        steps.append(Step(approval.approved_at, words, without if approval.waiver_reason else ""))
    if version := draft.version:
        words = _("Published as version %(number)s") % {"number": version.number}
        steps.append(Step(version.published_at, words, version.change_note, version.get_absolute_url()))
    if draft.dropped_at:
        steps.append(Step(draft.dropped_at, _("Put aside"), draft.dropped_reason))
    return steps
