"""Strangers can't have the hub fill somebody's mailbox, from however many places they ask."""

import time
from types import SimpleNamespace

import pytest
from allauth.core.internal import ratelimit
from django.urls import reverse

from hub.models import OutgoingMail
from tests.factories.hub import UserFactory

KNOWN, UNKNOWN = "kjent.person@demo.example", "ukjent.person@demo.example"
DETAILS = {"name": "Innkjøper", "language": "nb", "password1": "blåbær på fjellet i august"}


@pytest.fixture
def clock(monkeypatch):
    """Moves what the limits call now."""
    moved = SimpleNamespace(by=0)
    now = SimpleNamespace(time=lambda: time.time() + moved.by, monotonic=time.monotonic, sleep=time.sleep)
    monkeypatch.setattr(ratelimit, "time", now)
    return moved


@pytest.fixture
def ask(browser, clock):
    """Posts the same from a new network address each time, some time apart, and tells the answers."""

    def post(name, fields, *, times, seconds_apart):
        statuses = []
        for number in range(times):
            answer = browser.post(reverse(name), fields, REMOTE_ADDR=f"192.0.2.{number}")
            statuses.append(answer.status_code)
            browser.cookies.clear()
            clock.by += seconds_apart
        return statuses

    return post


@pytest.mark.parametrize("name", ["account_reset_password", "account_request_login_code"])
@pytest.mark.parametrize("email", [KNOWN, UNKNOWN])
def test_ten_mails_an_hour_and_an_equal_answer_after_them(ask, clock, name, email):
    UserFactory(email=KNOWN)

    statuses = ask(name, {"email": email}, times=12, seconds_apart=120)

    assert statuses[:10] == [302] * 10
    assert 302 not in statuses[10:]
    assert OutgoingMail.objects.filter(to=email).count() == 10
    clock.by += 3600
    assert ask(name, {"email": email}, times=1, seconds_apart=0) == [302]


@pytest.mark.parametrize("email", [KNOWN, UNKNOWN])
def test_six_mails_an_hour_to_who_is_signed_up_again_and_again(ask, email):
    UserFactory(email=KNOWN)

    statuses = ask("account_signup", {"email": email, **DETAILS}, times=12, seconds_apart=200)

    assert set(statuses) == {302}, "the page says the same"
    assert OutgoingMail.objects.filter(to=email).count() == 6
