"""Mail is written with its cause, leaves by a job, and survives a mail server that is down."""

import datetime
import smtplib

import pytest
from django.core import mail as outbox
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.utils import timezone

from hub.models import OutgoingMail
from hub.services.mail import LEASE, deliver_due_mail, send_mail_later

NOW = datetime.datetime(2126, 11, 16, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


class ServerDown(BaseEmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


@pytest.fixture
def server_down(settings):
    settings.EMAIL_BACKEND = f"{__name__}.ServerDown"


@pytest.fixture
def server_up(settings):
    working = settings.EMAIL_BACKEND

    def repair():
        settings.EMAIL_BACKEND = working

    return repair


def write(node, **fields):
    """Any template of the hub's will do; this one says who has an account already."""
    context = {
        "signup_url": "http://x.example/",
        "password_reset_url": "http://x.example/",
        "email": "a@b.example",
    }
    return send_mail_later(
        **{
            "to": "innkjoper@demo.example",
            "template": "account/email/unknown_account",
            "context": context,
            "language": "nn",
            "node": node,
            **fields,
        }
    )


def test_a_mail_leaves_when_its_transaction_is_committed(nordland, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write(nordland)
        assert outbox.outbox == []

    assert [message.to for message in outbox.outbox] == [["innkjoper@demo.example"]]


def test_it_is_text_and_html_from_the_node_with_its_contact_to_reply_to(nordland):
    write(nordland)
    deliver_due_mail(now=NOW)

    (message,) = outbox.outbox
    assert message.alternatives[0].mimetype == "text/html"
    assert message.from_email.startswith("Knutepunkt Nordland <")
    assert message.reply_to == ["nordland@demo.example"]
    assert 'lang="nn"' in message.alternatives[0].content
    assert "http://nordland.hub.localhost:8000/" in message.body


def test_plain_text_has_no_html_escapes_and_html_escapes_what_was_typed(nordland):
    write(nordland, context={"email": "<b>o'neill</b>", "signup_url": "http://x.example/"})
    deliver_due_mail(now=NOW)

    (message,) = outbox.outbox
    assert "<b>o'neill</b>" in message.body
    assert "&lt;b&gt;" in message.alternatives[0].content


def test_a_mail_that_can_not_be_sent_is_tried_again_with_the_same_id(nordland, server_up, server_down):
    mail = write(nordland)

    again_at = deliver_due_mail(now=NOW)
    assert deliver_due_mail(now=NOW) is None, "not before it is due again"
    server_up()
    assert deliver_due_mail(now=again_at) is None

    mail.refresh_from_db()
    assert (mail.attempts, mail.sent_at) == (2, again_at)
    assert [message.extra_headers["Message-ID"] for message in outbox.outbox] == [mail.message_id]


def test_a_server_that_is_down_for_hours_loses_nothing_and_one_mail_is_sent(nordland, server_up, server_down):
    write(nordland)
    at = NOW
    while at < NOW + 5 * HOUR:
        at = deliver_due_mail(now=at)

    server_up()
    deliver_due_mail(now=at)
    deliver_due_mail(now=at + HOUR)

    assert len(outbox.outbox) == 1


def test_after_two_days_it_gives_up_and_says_why(nordland, server_down):
    mail = write(nordland)
    at = NOW
    while at:
        last, at = at, deliver_due_mail(now=at)

    mail.refresh_from_db()
    assert last - NOW > datetime.timedelta(days=1, hours=23)
    assert mail.next_attempt_at is None
    assert mail.last_fault.startswith("SMTPServerDisconnected")


def test_a_mail_whose_worker_died_is_taken_by_another(nordland):
    mail = write(nordland)
    OutgoingMail.objects.filter(pk=mail.pk).update(next_attempt_at=NOW + LEASE, attempts=1)

    deliver_due_mail(now=NOW)
    assert outbox.outbox == []
    deliver_due_mail(now=NOW + LEASE)
    assert len(outbox.outbox) == 1


def test_what_a_sent_mail_said_is_wiped(nordland):
    mail = write(nordland)
    deliver_due_mail(now=timezone.now())

    mail.refresh_from_db()
    assert (mail.text, mail.html) == ("", "")


def test_an_operator_sends_what_a_killed_worker_left_and_is_told_what_waits(nordland, capsys):
    mail = write(nordland)
    write(nordland, to="annen@demo.example")
    OutgoingMail.objects.filter(pk=mail.pk).update(next_attempt_at=NOW)

    call_command("deliver_mail")

    assert [message.to for message in outbox.outbox] == [["annen@demo.example"]]
    assert capsys.readouterr().out == "1 waiting, 0 given up\n"
