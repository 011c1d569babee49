"""What hearings and proposals keep on people, and for how long."""

import datetime

from django.utils.translation import gettext_lazy as _

from criteria_library.models import Proposal
from criteria_library.services.comments import (
    DAYS_TO_CONFIRM,
    comments_by,
    drop_unconfirmed,
    forget_commenters,
    forget_one,
)
from hub.enums import LegalBasis
from hub.slots import PersonalData, Retention


def forget_proposers(*, before: datetime.datetime, dry_run: bool = False) -> int:
    rows = Proposal.objects.filter(answered_at__lt=before).exclude(proposer=None)
    return rows.count() if dry_run else rows.update(proposer=None)


def comments_of_person(user):
    for comment in comments_by(user).select_related("hearing"):
        yield {
            "hearing": comment.hearing.title,
            "received_at": comment.received_at,
            "name": comment.name,
            "organisation": comment.organisation,
            "role": comment.get_role_display(),
            "text": comment.text,
        }


def proposals_of_person(user):
    for proposal in Proposal.objects.filter(proposer=user):
        yield {
            "title": proposal.title,
            "created_at": proposal.created_at,
            "reason": proposal.reason,
            "suggested_text": proposal.suggested_text,
            "answer": proposal.get_answer_display(),
        }


def forget_proposer(user) -> None:
    Proposal.objects.filter(proposer=user).update(proposer=None)


RETENTION = {
    "criteria.unconfirmed_comments": Retention(
        label=_("Comments that nobody confirmed"),
        purpose=_("The comment and the e-mail address wait for you to confirm. Then they are deleted."),
        basis=LegalBasis.ASKED_FOR,
        ends=_("after they were sent"),
        days=DAYS_TO_CONFIRM,
        carry_out=drop_unconfirmed,
        order=40,
    ),
    "criteria.commenters": Retention(
        label=_("Those who commented in hearings"),
        purpose=_(
            "Name, organisation and e-mail address, to show your name if you asked for that and to tell you "
            "of the answer. Afterwards the comment stays, with your name only if you asked for that."
        ),
        basis=LegalBasis.ASKED_FOR,
        ends=_("after the hearing was answered"),
        days=365,
        carry_out=forget_commenters,
        order=41,
    ),
    "criteria.proposers": Retention(
        label=_("Those who proposed criteria"),
        purpose=_("Who you are, to tell you of the answer. Afterwards the proposal stays without you."),
        basis=LegalBasis.ASKED_FOR,
        ends=_("after the answer"),
        days=365,
        carry_out=forget_proposers,
        order=42,
    ),
}

PERSONAL_DATA = {
    "criteria.comments": PersonalData(
        label=_("Comments in hearings"),
        fields={
            "hearing": _("Hearing"),
            "received_at": _("Received"),
            "name": _("Name"),
            "organisation": _("Organisation"),
            "role": _("Role"),
            "text": _("Comment"),
        },
        export=comments_of_person,
        forget=lambda user: forget_one(user=user),
        kept=_("What you said and the answer to it, without your name, since it shaped the criteria."),
        order=40,
    ),
    "criteria.proposals": PersonalData(
        label=_("Proposals for criteria"),
        fields={
            "title": _("What you propose, in one line"),
            "created_at": _("Sent"),
            "reason": _("Why"),
            "suggested_text": _("Suggested text"),
            "answer": _("Answer"),
        },
        export=proposals_of_person,
        forget=forget_proposer,
        kept=_("What you proposed and the answer to it, without your name."),
        order=41,
    ),
}
