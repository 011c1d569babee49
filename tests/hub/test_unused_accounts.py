"""An account that nobody uses goes after three years, and never without a letter a month before."""

import datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from hub.enums import Role
from hub.models import OutgoingMail, User
from hub.services.retention import carry_out_retention
from tests.factories.hub import PASSWORD, UserFactory, make_member

TOLD, DELETED = "hub.unused_accounts.told", "hub.unused_accounts"
START = datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC)


def night(day, **options):
    """The night's job, so many days after the last sign-in."""
    outcomes = list(carry_out_retention(now=START + datetime.timedelta(days=day), **options))
    assert [outcome.fault for outcome in outcomes if outcome.fault] == []
    counts = {outcome.name: outcome.count for outcome in outcomes}
    return counts[TOLD], counts[DELETED]


@pytest.fixture
def unused(national):
    return UserFactory(last_login=START, name="Rolle Innkjøper", language="nn")


def test_it_is_told_of_once_a_month_before_and_then_deleted(unused):
    assert night(1064) == (0, 0)
    assert night(1066) == (1, 0)
    assert night(1067) == (0, 0), "once"
    assert night(1095) == (0, 0), "the thirty days are not over"
    assert night(1097) == (0, 1)

    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("language", "subject", "day"),
    [
        ("nb", "Kontoen din blir slettet", "16. november"),
        ("nn", "Kontoen din blir sletta", "16. november"),
        ("sv", "Ditt konto raderas", "16 november"),
        ("en", "Your account will be deleted on", "16 November"),
    ],
)
def test_the_letter_is_in_the_persons_language_with_the_days_and_the_way_in(national, language, subject, day):
    user = UserFactory(last_login=START, language=language)
    night(1066)

    mail = OutgoingMail.objects.get(to=user.email)

    prefix = "" if language == "nb" else f"/{language}"
    assert mail.subject.startswith(subject)
    assert "2029" in mail.subject, "1066 days and thirty later"
    assert day in mail.text
    assert f"http://hub.localhost:8000{prefix}{reverse('account_login')}" in mail.text


def test_signing_in_keeps_the_account_and_counts_anew(unused, client_on, national):
    night(1066)
    client_on(national).post(reverse("account_login"), {"login": unused.email, "password": PASSWORD})
    unused.refresh_from_db()
    assert unused.last_login > START, "now, as the clock has it"
    User.objects.filter(pk=unused.pk).update(last_login=START + datetime.timedelta(days=1070))

    assert night(1100) == (0, 0)
    assert night(1070 + 1066) == (1, 0), "and is told again, three years on"
    assert night(1070 + 1097) == (0, 1)


def test_nights_that_were_left_out_cost_nobody_the_thirty_days(unused):
    assert night(1500) == (1, 0)
    assert night(1529) == (0, 0)
    assert night(1531) == (0, 1)


def test_a_dry_run_says_who_would_be_told_and_tells_nobody(unused, capsys):
    assert night(1066, dry_run=True) == (1, 0)
    assert not OutgoingMail.objects.exists()
    night(1066)
    assert night(1097, dry_run=True) == (0, 1)
    assert User.objects.exists()

    User.objects.update(last_login=timezone.now() - datetime.timedelta(days=1066), deletion_told_at=None)
    call_command("carry_out_retention", "--dry-run")
    lines = [line.split()[:4] for line in capsys.readouterr().out.splitlines()]
    assert [TOLD, "1065", "days", "1"] in lines
    assert [DELETED, "1095", "days", "0"] in lines


def test_who_confirmed_the_address_and_never_signed_in_is_counted_from_the_start(national):
    UserFactory(date_joined=START, last_login=None)

    assert night(1066) == (1, 0)
    assert night(1097) == (0, 1)


def test_with_a_role_nobody_is_told_and_without_it_not_deleted_the_same_night(nordland):
    editor = make_member(nordland, Role.EDITOR, last_login=START)
    assert night(1500) == (0, 0)

    editor.memberships.all().delete()

    assert night(1501) == (1, 0)
    assert User.objects.filter(pk=editor.pk).exists()


@pytest.mark.parametrize(
    ("prefix", "told"),
    [
        ("", "Vi skriver til deg 30 dager før."),
        ("/nn", "Vi skriv til deg 30 dagar før."),
        ("/sv", "Vi skriver till dig 30 dagar innan."),
        ("/en", "We write to you 30 days before."),
    ],
)
def test_the_privacy_page_promises_the_letter(browser, prefix, told):
    assert told in browser.get(f"{prefix}/personvern/").content.decode()
