"""Mail is written in the transaction of its cause and leaves by a job, which tries again for two days."""

import datetime
import smtplib
from email.utils import formataddr, make_msgid

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.template import Context, Engine
from django.template.loader import render_to_string
from django.utils import timezone, translation

from hub.models import Node, OutgoingMail
from hub.queries import national_node

logger = structlog.get_logger(__name__)

MINUTE = datetime.timedelta(minutes=1)
WAITING = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE, *([60 * MINUTE] * 48)]
# Longer than a mail server may keep us: after that the job that took the mail is taken for dead.
LEASE = 10 * MINUTE


def send_mail_later(
    *,
    to: str,
    template: str,
    context: dict,
    language: str,
    node: Node | None = None,
    reply_to: str = "",
    unsubscribe_url: str = "",
) -> OutgoingMail:
    """Renders `<template>_subject.txt` and `<template>_message.txt` and puts the mail in the outbox.

    The HTML is the same text with its links made, so that both say one thing. Links
    in it are absolute: `node.url(path)`. Without a node the national level is the sender.
    """
    sender = node or national_node()
    with translation.override(language):
        context = {**context, "node": sender, "hub": settings.HUB}
        subject = " ".join(render_plain(f"{template}_subject.txt", context).split())
        message = render_plain(f"{template}_message.txt", context).strip()
        framed = {**context, "message": message, "subject": subject, "language": language}
        return OutgoingMail.objects.create(
            node=sender,
            to=to,
            reply_to=reply_to or sender.contact_email,
            unsubscribe_url=unsubscribe_url,
            language=language,
            subject=subject[:250],
            text=render_plain("hub/mail/frame.txt", framed),
            html=render_to_string("hub/mail/frame.html", framed),
            message_id=make_msgid(domain=settings.HUB.host),
            next_attempt_at=timezone.now(),
        )


def render_plain(name: str, context: dict) -> str:
    """A template of plain text, where an apostrophe stays one."""
    return Engine.get_default().get_template(name).render(Context(context, autoescape=False))


def deliver_due_mail(*, now: datetime.datetime) -> datetime.datetime | None:
    """Sends what is due, and answers when to try again what could not be sent."""
    due = OutgoingMail.objects.filter(next_attempt_at__lte=now).order_by("next_attempt_at", "pk")
    again_at = [deliver(mail, now=now) for mail in due.select_related("node") if take(mail, now=now)]
    return min(filter(None, again_at), default=None)


def take(mail: OutgoingMail, *, now: datetime.datetime) -> bool:
    """Claims the mail for this job alone: of several that try, one changes the row."""
    mine = OutgoingMail.objects.filter(pk=mail.pk, next_attempt_at=mail.next_attempt_at)
    return bool(mine.update(next_attempt_at=now + LEASE, attempts=F("attempts") + 1))


def deliver(mail: OutgoingMail, *, now: datetime.datetime) -> datetime.datetime | None:
    row = OutgoingMail.objects.filter(pk=mail.pk)
    try:
        as_message(mail).send()
    except (OSError, smtplib.SMTPException) as fault:
        again_at = now + WAITING[mail.attempts] if mail.attempts < len(WAITING) else None
        row.update(next_attempt_at=again_at, last_fault=f"{type(fault).__name__}: {fault}"[:200])
        logger.warning("mail_not_sent", mail=mail.pk, fault=type(fault).__name__, gave_up=again_at is None)
        return again_at
    wiped = {} if settings.HUB.is_demo else {"text": "", "html": ""}
    row.update(next_attempt_at=None, sent_at=now, last_fault="", **wiped)
    return None


def as_message(mail: OutgoingMail) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        formataddr((mail.node.name if mail.node else "", settings.DEFAULT_FROM_EMAIL)),
        [mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={
            "Message-ID": mail.message_id,
            "Content-Language": mail.language,
            "Auto-Submitted": "auto-generated",
            **unsubscribe_headers(mail),
        },
    )
    message.attach_alternative(mail.html, "text/html")
    return message


def unsubscribe_headers(mail: OutgoingMail) -> dict[str, str]:
    if not mail.unsubscribe_url:
        return {}
    return {
        "List-Unsubscribe": f"<{mail.unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
