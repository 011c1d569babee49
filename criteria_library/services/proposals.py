"""Proposals: sent by anyone with an account, answered by the criteria editors."""

import datetime

from django.db import IntegrityError, transaction

from criteria_library.enums import ProposalAnswer
from criteria_library.models import Criterion, CriterionText, Draft, Proposal
from criteria_library.services.drafts import start_draft
from criteria_library.services.telling import tell_of_answer
from hub.services.audit import record


class ProposalAnswered(Exception):
    """Somebody has answered it already."""


class IdentifierTaken(Exception):
    pass


@transaction.atomic
def send_proposal(*, proposal: Proposal, by, at: datetime.datetime) -> Proposal:
    proposal.proposer, proposal.created_at = by, at
    proposal.save()
    record(action="proposal.sent", by=by, node=proposal.node, about=proposal)
    return proposal


@transaction.atomic
def decline_proposal(*, proposal: Proposal, reason: str, by, at: datetime.datetime) -> Proposal:
    return answer(proposal, ProposalAnswer.DECLINED, reason, by=by, at=at)


@transaction.atomic
def take_up_proposal(
    *,
    proposal: Proposal,
    reason: str,
    by,
    at: datetime.datetime,
    planned_date: datetime.date | None = None,
    identifier: str = "",
    owner_role: str = "",
) -> Draft:
    """Begins the draft it asks for. A new criterion gets its identifier now. Raises IdentifierTaken."""
    proposal = answer(proposal, ProposalAnswer.ACCEPTED, reason, by=by, at=at)
    criterion = proposal.criterion or new_criterion(proposal, identifier, owner_role)
    return start_draft(
        criterion=criterion,
        by=by,
        at=at,
        summary=proposal.title,
        planned_date=planned_date,
        proposal=proposal,
    )


def answer(proposal: Proposal, outcome: ProposalAnswer, reason: str, *, by, at) -> Proposal:
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("proposer").get(pk=proposal.pk)
    if not proposal.is_open:
        raise ProposalAnswered
    proposal.answer, proposal.answer_reason, proposal.answered_at = outcome, reason, at
    proposal.save(update_fields=["answer", "answer_reason", "answered_at"])
    record(action=f"proposal.{outcome}", by=by, node=proposal.node, about=proposal)
    tell_of_answer(proposal)
    return proposal


def new_criterion(proposal: Proposal, identifier: str, owner_role: str) -> Criterion:
    """With what the proposal says. The editor goes on from there; a specification is what most become."""
    try:
        with transaction.atomic():
            criterion = Criterion.objects.create(
                identifier=identifier,
                original_language=proposal.language,
                owner_role=owner_role,
                as_specification=True,
                live=False,
            )
    except IntegrityError as taken:
        raise IdentifierTaken from taken
    if proposal.product_group:
        criterion.product_groups = [proposal.product_group]
        criterion.save()
    CriterionText.objects.create(
        criterion=criterion,
        language=proposal.language,
        title=proposal.title,
        requirement=proposal.suggested_text,
        rationale=proposal.reason,
    )
    return criterion
