"""Hearings: opened over drafts, extended, and closed when each comment has its answer."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from criteria_library.models import Draft, HeardDraft, Hearing, HearingDocument, Invitation
from criteria_library.queries.drafts import texts_of, working_copy
from criteria_library.services.drafts import lock_open
from criteria_library.services.telling import invite_by_mail, tell_of_answers
from hub.services.audit import record


class HearingRefused(Exception):
    """The hearing can't be opened, changed or closed as asked."""


class HearingsOverlap(HearingRefused):
    def __init__(self, heard: HeardDraft):
        super().__init__(str(heard))
        self.draft, self.hearing = heard.draft, heard.hearing


class DeadlineTooEarly(HearingRefused):
    pass


class NothingToHear(HearingRefused):
    """No draft, or one without a text in its original language."""


class HearingAnswered(HearingRefused):
    """It is over: nothing is added or changed any more."""


class HearingChanged(HearingRefused):
    """Somebody else changed its wording after it was read."""


class HearingStillOpen(HearingRefused):
    pass


class CommentsUnanswered(HearingRefused):
    def __init__(self, count: int):
        super().__init__(count)
        self.count = count


@dataclass(frozen=True)
class CheckedFile:
    """What an upload turned out to be."""

    name: str
    content_type: str
    file: File


def beginning_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def end_of(day: datetime.date) -> datetime.datetime:
    """The last second of the day in the time zone of the national level."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(23, 59, 59)))


@transaction.atomic
def open_hearing(
    *,
    hearing: Hearing,
    opens_date: datetime.date,
    deadline_date: datetime.date,
    drafts: Iterable[Draft],
    by,
    at: datetime.datetime,
    documents: Iterable[CheckedFile] = (),
    invited: Iterable[tuple[str, str]] = (),
) -> Hearing:
    """Sends the drafts out as they are now. `invited` are pairs of name and e-mail. Raises HearingRefused."""
    hearing.opens_at, hearing.closes_at = beginning_of(opens_date), end_of(deadline_date)
    if deadline_date < max(opens_date, timezone.localdate(at)):
        raise DeadlineTooEarly
    locked = sorted((lock_open(draft) for draft in drafts), key=lambda draft: draft.criterion.identifier)
    if not locked:
        raise NothingToHear
    for draft in locked:
        refuse_overlap(draft)
    hearing.created_by = by
    hearing.save()
    for draft in locked:
        put_on_hearing(hearing, draft)
    for document in documents:
        HearingDocument.objects.create(hearing=hearing, **stored(document))
    record(action="hearing.opened", by=by, about=hearing, detail={"drafts": [draft.pk for draft in locked]})
    invite(hearing=hearing, invited=invited, by=by, at=at)
    return hearing


def refuse_overlap(draft: Draft) -> None:
    other = draft.heard.filter(is_settled=False).select_related("hearing", "draft__criterion").first()
    if other:
        raise HearingsOverlap(other)


def put_on_hearing(hearing: Hearing, draft: Draft) -> HeardDraft:
    texts = texts_of(working_copy(draft.criterion))
    if not texts.get(draft.criterion.original_language, {}).get("requirement", "").strip():
        raise NothingToHear
    if draft.approval:
        draft.approval = None
        draft.save(update_fields=["approval"])
    return HeardDraft.objects.create(hearing=hearing, draft=draft, texts=texts)


def stored(document: CheckedFile) -> dict:
    return {
        "name": document.name[:120],
        "content_type": document.content_type,
        "size": document.file.size,
        "file": document.file,
    }


@transaction.atomic
def invite(*, hearing: Hearing, invited: Iterable[tuple[str, str]], by, at: datetime.datetime) -> int:
    """Answers how many were new; nobody is asked twice."""
    lock_unanswered(hearing)
    known = set(hearing.invitations.values_list("email", flat=True))
    fresh = {email.lower(): name for name, email in invited if email.lower() not in known}
    for email, name in fresh.items():
        invite_by_mail(Invitation.objects.create(hearing=hearing, name=name, email=email, sent_at=at))
    if fresh:
        record(action="hearing.invited", by=by, about=hearing, detail={"bodies": sorted(fresh.values())})
    return len(fresh)


@transaction.atomic
def reword_hearing(*, hearing: Hearing, title: str, introduction: str, seen: str, by) -> Hearing:
    """Raises HearingChanged where `seen` (`wording_seen`) is not what stands, and HearingAnswered."""
    hearing = lock_unanswered(hearing)
    if hearing.wording_seen != seen:
        raise HearingChanged
    if (hearing.title, hearing.introduction) != (title, introduction):
        before = {"title": hearing.title, "introduction": hearing.introduction}
        hearing.title, hearing.introduction = title, introduction
        hearing.save(update_fields=["title", "introduction"])
        record(action="hearing.reworded", by=by, about=hearing, detail={"before": before})
    return hearing


@transaction.atomic
def extend_hearing(*, hearing: Hearing, deadline_date: datetime.date, by, at: datetime.datetime) -> Hearing:
    """A deadline only ever moves to a later day."""
    hearing = lock_unanswered(hearing)
    closes_at = end_of(deadline_date)
    if closes_at <= hearing.closes_at or closes_at < at:
        raise DeadlineTooEarly
    hearing.closes_at = closes_at
    hearing.save(update_fields=["closes_at"])
    hearing.comments.filter(is_late=True, received_at__lte=closes_at).update(is_late=False)
    record(action="hearing.extended", by=by, about=hearing, detail={"deadline": str(deadline_date)})
    return hearing


@transaction.atomic
def close_hearing(*, hearing: Hearing, by, at: datetime.datetime) -> Hearing:
    """Publishes the answers. Raises HearingStillOpen or CommentsUnanswered."""
    hearing = lock_unanswered(hearing)
    if not hearing.is_past_deadline(at):
        raise HearingStillOpen
    if unanswered := hearing.comments.unanswered().count():
        raise CommentsUnanswered(unanswered)
    hearing.answered_at = at
    hearing.save(update_fields=["answered_at"])
    for heard in hearing.heard.select_related("draft__criterion"):
        heard.texts_after = texts_of(working_copy(heard.draft.criterion))
        heard.is_settled = True
        heard.save(update_fields=["texts_after", "is_settled"])
    record(
        action="hearing.answered",
        by=by,
        about=hearing,
        detail={"comments": hearing.comments.confirmed().count()},
    )
    tell_of_answers(hearing)
    return hearing


def lock_unanswered(hearing: Hearing) -> Hearing:
    """Raises HearingAnswered."""
    row = Hearing.objects.select_for_update().get(pk=hearing.pk)
    if row.is_answered:
        raise HearingAnswered
    return row
