"""Mail against a real SMTP server that refuses, hangs, loses its answer and recovers."""

import datetime
import socket
import time

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse
from django.utils import timezone

from hub.models import OutgoingMail
from hub.services.mail import deliver_due_mail
from tests.factories.hub import UserFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


class Moody:
    """An SMTP server's doings; `mood` decides how it receives."""

    def __init__(self):
        self.mood, self.received = "well", []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mood == "refuses":
            return "451 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.mood == "hangs":
            time.sleep(2)  # the server's own thread: it says nothing to anybody
            return "451 Too late"
        self.received.append(envelope.content.decode())
        if self.mood == "loses its answer":
            server.transport.abort()
        return "250 OK"

    def ids(self) -> list[str]:
        lines = [line for mail in self.received for line in mail.splitlines()]
        return [line.split(": ", 1)[1] for line in lines if line.lower().startswith("message-id:")]


@pytest.fixture
def server(settings):
    """`go_down()` and `come_up()`: a controller of aiosmtpd's is started once, so each time is a new one."""
    moody = Moody()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    running: list[Controller] = []

    def come_up():
        running.append(Controller(moody, hostname="127.0.0.1", port=port))
        running[-1].start()

    def go_down():
        running.pop().stop()

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 1
    moody.come_up, moody.go_down = come_up, go_down
    come_up()
    yield moody
    go_down()


@pytest.fixture
def code_mail(client_on, national):
    """What a person waits for: the mail with the code they sign in with."""
    client_on(national).post(
        reverse("account_request_login_code"), {"email": UserFactory(language="nn").email}
    )
    return OutgoingMail.objects.get()


def test_the_mail_with_the_code_arrives_as_text_and_html_in_the_persons_language(server, code_mail):
    deliver_due_mail(now=timezone.now())

    (mail,) = server.received
    assert "Content-Type: text/plain" in mail
    assert "Content-Type: text/html" in mail
    assert "Content-Language: nn" in mail


@pytest.mark.parametrize("mood", ["refuses", "hangs"])
def test_a_server_that_is_in_a_bad_mood_gets_the_mail_once_when_it_recovers(server, code_mail, mood):
    server.mood = mood
    again_at = deliver_due_mail(now=timezone.now())
    assert server.received == []
    code_mail.refresh_from_db()
    assert code_mail.last_fault

    server.mood = "well"
    deliver_due_mail(now=again_at)
    deliver_due_mail(now=again_at + HOUR)

    assert server.ids() == [code_mail.message_id]


def test_a_server_that_is_down_for_an_hour_loses_nothing(server, code_mail):
    server.go_down()
    now, recovered_at = timezone.now(), timezone.now() + HOUR
    while now < recovered_at:
        now = deliver_due_mail(now=now)
    server.come_up()

    deliver_due_mail(now=now)

    assert server.ids() == [code_mail.message_id]


def test_where_the_answer_was_lost_the_mail_comes_again_under_the_same_id(server, code_mail):
    server.mood = "loses its answer"
    again_at = deliver_due_mail(now=timezone.now())

    server.mood = "well"
    deliver_due_mail(now=again_at)

    assert server.ids() == [code_mail.message_id, code_mail.message_id]
