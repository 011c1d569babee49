"""What buyers tell of a criterion, and what its owner answers."""

import datetime

from django.db import transaction

from criteria_library.enums import FeedbackState, Used
from criteria_library.models import Criterion, Feedback
from hub.addresses import plain_reverse
from hub.models import Node
from hub.services.audit import record
from hub.services.mail import send_mail_later


class NothingToTellOf(Exception):
    """Drafts have no readers, so nobody has used them."""


@transaction.atomic
def give_feedback(
    *,
    criterion: Criterion,
    node: Node,
    used: str,
    worked: str = "",
    text: str = "",
    email: str = "",
    language: str,
    at: datetime.datetime,
) -> Feedback:
    """From anybody. Without an account there is no `by`; the log says only that it came."""
    if criterion.current_version is None:
        raise NothingToTellOf
    feedback = Feedback.objects.create(
        criterion=criterion,
        version=criterion.current_version,
        sent_on=node,
        used=used,
        worked=worked if used == Used.YES else "",
        text=text,
        email=email.strip().lower(),
        language=language,
        sent_at=at,
    )
    record(action="feedback.given", node=node, about=feedback)
    return feedback


@transaction.atomic
def settle_feedback(
    *, feedback: Feedback, answer: str, role: str, is_shown: bool, by, at: datetime.datetime
) -> Feedback:
    """Answered, or closed where nothing is to be said. The sender hears of an answer by e-mail, once."""
    row = Feedback.objects.select_for_update().get(pk=feedback.pk)
    first_answer = bool(answer) and not row.answer
    row.state = FeedbackState.ANSWERED if answer else FeedbackState.CLOSED
    row.answer, row.answered_by_role, row.answered_at = answer, role, at
    row.is_shown = is_shown and bool(answer)
    row.save()
    record(action=f"feedback.{row.state}", by=by, about=row)
    if first_answer and row.email:
        path = plain_reverse("criteria_library:detail", args=[row.criterion.identifier])
        send_mail_later(
            to=row.email,
            template="criteria_library/mail/feedback_answered",
            context={"feedback": row, "criterion": row.criterion, "url": row.sent_on.url(path)},
            language=row.language,
            node=row.sent_on,
        )
    return row
