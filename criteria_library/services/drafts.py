"""From a begun draft to a published version. Two pairs of eyes, and a hearing or a recorded reason."""

import datetime

import structlog
from django.db import transaction
from django.utils import timezone

from criteria_library.enums import Status
from criteria_library.models import Approval, Criterion, CriterionVersion, Draft, Proposal
from criteria_library.queries.drafts import authors_of, digest_of, open_draft_of, working_copy
from criteria_library.services.publishing import (
    CriterionIncomplete,
    CriterionWithdrawn,
    GroupWithdrawn,
    is_as_published,
    publish_version,
    refuse_if_incomplete,
)
from criteria_library.services.telling import tell_of_version
from hub.services.audit import record

logger = structlog.get_logger(__name__)


class ApprovalRefused(Exception):
    """Something stands in the way of approving or publishing."""


class DraftClosed(ApprovalRefused):
    pass


class WroteItThemselves(ApprovalRefused):
    pass


class HearingUnderWay(ApprovalRefused):
    pass


class HearingMissing(ApprovalRefused):
    """Neither heard nor exempted."""


class NothingChanged(ApprovalRefused):
    pass


class ChangedSinceSeen(ApprovalRefused):
    """The text is another than the one that the approver had before them."""


class NotApproved(ApprovalRefused):
    """There is no approval, the text is another by now, or whoever approved it has written in it since."""


@transaction.atomic
def start_draft(
    *,
    criterion: Criterion,
    by,
    at: datetime.datetime,
    summary: str = "",
    planned_date: datetime.date | None = None,
    proposal: Proposal | None = None,
) -> Draft:
    """Begins work on the next version, or answers the draft that is open already."""
    criterion = Criterion.objects.select_for_update().get(pk=criterion.pk)
    if criterion.status == Status.WITHDRAWN:
        raise CriterionWithdrawn
    if draft := open_draft_of(criterion):
        return draft
    draft = Draft.objects.create(
        criterion=criterion,
        author=by,
        started_at=at,
        summary=summary,
        planned_date=planned_date,
        proposal=proposal,
    )
    record(action="draft.started", by=by, about=criterion, detail={"draft": draft.pk})
    return draft


@transaction.atomic
def note_writing(*, criterion: Criterion, by, at: datetime.datetime) -> Draft:
    """Somebody saved the working copy: a draft is open, and an approval of other words is void."""
    draft = start_draft(criterion=criterion, by=by, at=at)
    if draft.approval and draft.approval.digest != digest_of(working_copy(draft.criterion)):
        draft.approval = None
        draft.save(update_fields=["approval"])
        record(action="draft.approval_voided", by=by, about=draft.criterion)
    return draft


@transaction.atomic
def plan_draft(*, draft: Draft, summary: str, planned_date: datetime.date | None, by) -> Draft:
    draft = lock_open(draft)
    draft.summary, draft.planned_date = summary, planned_date
    draft.save(update_fields=["summary", "planned_date"])
    record(action="draft.planned", by=by, about=draft.criterion, detail={"date": str(planned_date or "")})
    return draft


@transaction.atomic
def drop_draft(*, draft: Draft, reason: str, by, at: datetime.datetime) -> Draft:
    """Puts the work aside. The text stays with the criterion for whoever begins again."""
    draft = lock_open(draft)
    if draft.heard.filter(is_settled=False).exists():
        raise HearingUnderWay
    draft.dropped_at, draft.dropped_reason, draft.approval = at, reason, None
    draft.save(update_fields=["dropped_at", "dropped_reason", "approval"])
    record(action="draft.dropped", by=by, about=draft.criterion, detail={"reason": reason})
    return draft


@transaction.atomic
def close_draft_of_withdrawn(*, draft: Draft, at: datetime.datetime) -> None:
    """A hearing on it goes on, so that its comments are answered."""
    draft.dropped_at, draft.dropped_reason, draft.approval = at, draft.criterion.withdrawn_reason, None
    draft.save(update_fields=["dropped_at", "dropped_reason", "approval"])


@transaction.atomic
def approve_draft(
    *,
    draft: Draft,
    by,
    role: str,
    at: datetime.datetime,
    waiver_reason: str = "",
    publish_date: datetime.date | None = None,
    seen: str = "",
) -> Draft:
    """Lets it be published, at once or on a later day. `seen` is the digest of the text that was read.

    Raises ApprovalRefused, CriterionIncomplete or GroupWithdrawn.
    """
    draft = lock_open(draft)
    working = working_copy(draft.criterion)
    digest = digest_of(working)
    if seen and seen != digest:
        raise ChangedSinceSeen
    hearing = hearing_behind(draft)
    if hearing is None and not waiver_reason.strip():
        raise HearingMissing
    refuse_what_was_not_seen_by_two(draft, by)
    refuse_if_incomplete(working)
    current = draft.criterion.current_version
    if current and is_as_published(working, current):
        raise NothingChanged
    today = timezone.localdate(at)
    draft.approval = Approval.objects.create(
        criterion=draft.criterion,
        hearing=hearing,
        waiver_reason="" if hearing else waiver_reason.strip(),
        role=role,
        approved_by=by,
        approved_at=at,
        publish_date=publish_date or today,
        digest=digest,
    )
    draft.save(update_fields=["approval"])
    waiver = {"waiver": draft.approval.waiver_reason} if hearing is None else {"hearing": hearing.pk}
    record(action="draft.approved", by=by, about=draft.criterion, detail={"role": role, **waiver})
    if draft.approval.publish_date <= today:
        publish_draft(draft=draft, by=by, at=at)
    return Draft.objects.get(pk=draft.pk)


def hearing_behind(draft: Draft):
    """The hearing it has been through, or None. Raises HearingUnderWay."""
    heard = draft.heard.select_related("hearing").order_by("pk").last()
    if heard is None:
        return None
    if not heard.hearing.is_answered:
        raise HearingUnderWay
    return heard.hearing


def refuse_what_was_not_seen_by_two(draft: Draft, by) -> None:
    if by is not None and by.pk in authors_of(draft):
        raise WroteItThemselves


@transaction.atomic
def publish_draft(*, draft: Draft, by, at: datetime.datetime) -> CriterionVersion:
    """Makes what was approved the next version. Raises NotApproved where the words are others."""
    draft = lock_open(draft)
    criterion, approval = draft.criterion, draft.approval
    if approval is None or approval.digest != digest_of(working_copy(criterion)):
        raise NotApproved
    if approval.approved_by_id in authors_of(draft):
        raise NotApproved
    if criterion.latest_revision:
        criterion.latest_revision.publish(user=by, skip_permission_checks=True)
    draft.version = version = publish_version(criterion=criterion, approval=approval, by=by, at=at)
    draft.save(update_fields=["version"])
    tell_of_version(draft, version)
    return version


def publish_what_is_due(*, at: datetime.datetime) -> int:
    """Approved drafts whose day has come. One that can't be published any more waits, and stops no other."""
    due = Draft.objects.open().filter(approval__publish_date__lte=timezone.localdate(at))
    published = 0
    for draft in due:
        try:
            publish_draft(draft=draft, by=None, at=at)
        except (ApprovalRefused, CriterionIncomplete, CriterionWithdrawn, GroupWithdrawn) as reason:
            logger.warning("draft_not_published", draft=draft.pk, why=repr(reason))
            continue
        published += 1
    return published


def lock_open(draft: Draft) -> Draft:
    """Two who act at once must not both have their way. Raises DraftClosed."""
    rows = Draft.objects.select_for_update(of=("self",)).select_related("criterion", "approval")
    row = rows.get(pk=draft.pk)
    if not row.is_open:
        raise DraftClosed
    return row
