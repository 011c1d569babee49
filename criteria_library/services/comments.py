"""Comments: sent in, confirmed by e-mail where there is no account, sorted and answered."""

import datetime
from collections.abc import Iterable

from django.core import signing
from django.db import transaction
from django.db.models import Max, Q

from criteria_library.enums import CommentOutcome
from criteria_library.models import Attachment, Comment, CommentGroup
from criteria_library.services.hearings import CheckedFile, HearingRefused, lock_unanswered, stored
from criteria_library.services.telling import ask_to_confirm
from hub.services.audit import record

SALT = "criteria_library.comment"
DAYS_TO_CONFIRM = 7


class HearingNotOpen(HearingRefused):
    """It begins on a later day."""


class ConfirmationExpired(Exception):
    pass


class AnswerChanged(Exception):
    """Somebody else saved this answer after it was read."""


@transaction.atomic
def send_comment(
    *, comment: Comment, by, at: datetime.datetime, files: Iterable[CheckedFile] = ()
) -> Comment:
    """Takes it in, late ones too, which say so. Without an account it waits for the link in the mail."""
    hearing = lock_unanswered(comment.hearing)
    if not hearing.has_opened(at):
        raise HearingNotOpen
    comment.received_at, comment.is_late = at, hearing.is_past_deadline(at)
    if by is not None:
        comment.user, comment.email = by, ""
        count_in(comment, at)
    comment.save()
    for file in files:
        Attachment.objects.create(comment=comment, **stored(file))
    record(action="comment.sent", by=by, about=comment)
    if by is None:
        ask_to_confirm(comment, signing.dumps(comment.pk, salt=SALT))
    return comment


def count_in(comment: Comment, at: datetime.datetime) -> None:
    """Its number; the hearing is locked, so no two get the same."""
    last = Comment.objects.filter(hearing=comment.hearing).aggregate(last=Max("number"))["last"] or 0
    comment.confirmed_at, comment.number = at, last + 1


def comment_of(token: str) -> Comment:
    """Raises ConfirmationExpired for a link that is too old, damaged or of a comment that is gone."""
    try:
        number = signing.loads(token, salt=SALT, max_age=datetime.timedelta(days=DAYS_TO_CONFIRM))
    except signing.BadSignature as fault:
        raise ConfirmationExpired from fault
    comment = Comment.objects.filter(pk=number).select_related("hearing").first()
    if comment is None:
        raise ConfirmationExpired
    return comment


@transaction.atomic
def confirm_comment(*, comment: Comment, at: datetime.datetime) -> Comment:
    """A second click changes nothing. Raises HearingAnswered."""
    comment = Comment.objects.select_related("hearing").get(pk=comment.pk)
    if comment.confirmed_at:
        return comment
    lock_unanswered(comment.hearing)
    count_in(comment, at)
    comment.save(update_fields=["confirmed_at", "number"])
    record(action="comment.confirmed", about=comment)
    return comment


@transaction.atomic
def answer_comment(
    *,
    comment: Comment,
    outcome: CommentOutcome | str,
    answer: str,
    edition: int,
    by,
    at: datetime.datetime,
    group: str = "",
    for_the_group: bool = False,
) -> int:
    """Sorts and answers it, and if asked the group's others that have no answer. Answers how many.

    Without an outcome it is only sorted. Raises AnswerChanged and HearingAnswered.
    """
    lock_unanswered(comment.hearing)
    comment = Comment.objects.confirmed().get(pk=comment.pk)
    if comment.edition != edition:
        raise AnswerChanged
    title = group.strip()
    comment.group = (
        CommentGroup.objects.get_or_create(hearing=comment.hearing, title=title)[0] if title else None
    )
    write_answer(comment, outcome, answer, at=at)
    others = comment.group.comments.unanswered() if for_the_group and comment.group and outcome else []
    for other in others:
        write_answer(other, outcome, answer, at=at)
    record(action="comment.answered" if outcome else "comment.sorted", by=by, about=comment)
    return 1 + len(others)


def write_answer(comment: Comment, outcome: CommentOutcome | str, answer: str, *, at) -> None:
    comment.outcome, comment.answer = outcome, answer
    comment.answered_at = at if outcome else None
    comment.edition += 1
    comment.save(update_fields=["group", "outcome", "answer", "answered_at", "edition"])


@transaction.atomic
def remove_comment(*, comment: Comment, reason: str, by, at: datetime.datetime) -> Comment:
    """Takes it from view for good, with a reason that stands in its place. A second time changes nothing."""
    comment = Comment.objects.confirmed().select_for_update().get(pk=comment.pk)
    if comment.removed_at is None:
        comment.removed_at, comment.removed_reason = at, reason
        comment.save(update_fields=["removed_at", "removed_reason"])
        record(action="comment.removed", by=by, about=comment, detail={"reason": reason})
    return comment


def drop_unconfirmed(*, before: datetime.datetime, dry_run: bool = False) -> int:
    """Takes the files with them."""
    rows = Comment.objects.filter(confirmed_at=None, received_at__lt=before)
    count = rows.count()
    if not dry_run:
        for comment in rows.prefetch_related("attachments"):
            for attachment in comment.attachments.all():
                attachment.file.delete(save=False)
            comment.delete()
    return count


def forget_commenters(*, before: datetime.datetime, dry_run: bool = False) -> int:
    """Of hearings answered before that: addresses go, and the names that were not to be shown."""
    rows = Comment.objects.filter(hearing__answered_at__lt=before)
    count = rows.exclude(email="", user=None).count()
    if not dry_run:
        rows.filter(shows_name=False).update(name="", organisation="")
        rows.update(email="", user=None)
    return count


def comments_by(user):
    """With those sent before there was an account, and confirmed from the same address."""
    return Comment.objects.confirmed().filter(Q(user=user) | Q(email__iexact=user.email))


def forget_one(*, user) -> None:
    """Their comments stay without them. A name that was shown was theirs to show, and goes too."""
    comments_by(user).update(name="", organisation="", shows_name=False, user=None, email="")
