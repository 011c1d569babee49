"""What is kept is kept as long as the privacy page says, and the night's job lets it go."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from courses.models import SignUp
from hub import slots
from hub.enums import Role
from hub.models import AuditEntry, OutgoingMail, ProblemReport, User
from hub.services.mail import send_mail_later
from hub.services.problems import report_problem
from hub.services.retention import carry_out_retention
from tests.factories.courses import SessionFactory, SignUpFactory
from tests.factories.hub import UserFactory, make_member


def days(count):
    return datetime.timedelta(days=count)


def carry_out(later, **options):
    outcomes = list(carry_out_retention(now=timezone.now() + later, **options))
    assert [outcome.fault for outcome in outcomes if outcome.fault] == []
    return {outcome.name: outcome.count for outcome in outcomes}


def report(node):
    return report_problem(node=node, problem="Liten skrift", page="", email="", language="nb")


def test_problem_reports_go_after_a_year_and_not_before(nordland):
    report(nordland)

    assert carry_out(days(364))["hub.problem_reports"] == 0
    assert carry_out(days(366))["hub.problem_reports"] == 1
    assert not ProblemReport.objects.exists()


def test_a_dry_run_counts_and_changes_nothing(nordland):
    report(nordland)

    assert carry_out(days(366), dry_run=True)["hub.problem_reports"] == 1
    assert ProblemReport.objects.exists()
    assert not AuditEntry.objects.filter(action="retention.carried_out").exists()


def test_what_was_let_go_is_in_the_log_as_a_number(nordland):
    report(nordland)
    carry_out(days(366))

    entries = AuditEntry.objects.filter(action="retention.carried_out")
    assert {"rule": "hub.problem_reports", "count": 1} in [entry.detail for entry in entries]


def test_mail_that_still_waits_is_not_let_go(national):
    context = {"signup_url": "", "email": "a@demo.example"}
    mail = send_mail_later(
        to="a@demo.example", template="account/email/unknown_account", context=context, language="nb"
    )
    OutgoingMail.objects.filter(pk=mail.pk).update(next_attempt_at=timezone.now())

    assert carry_out(days(40))["hub.mail"] == 0
    OutgoingMail.objects.filter(pk=mail.pk).update(next_attempt_at=None)
    assert carry_out(days(40))["hub.mail"] == 1


def test_the_log_is_kept_five_years(nordland):
    assert carry_out(days(1824))["hub.log"] == 0
    assert carry_out(days(1826))["hub.log"] > 0
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {"retention.carried_out"}


def test_an_account_that_nobody_confirmed_goes_and_one_that_is_used_stays(national, nordland):
    unconfirmed = UserFactory()
    unconfirmed.emailaddress_set.update(verified=False)
    confirmed, editor = UserFactory(), make_member(nordland, Role.EDITOR)

    carry_out(days(31))

    assert set(User.objects.all()) == {confirmed, editor}


def test_a_year_after_a_course_its_seats_are_a_number_without_people(nordland):
    starts_at = timezone.now() - days(366)
    session = SessionFactory(
        node=nordland, starts_at=starts_at, ends_at=starts_at + datetime.timedelta(hours=2)
    )
    for number in range(2):
        SignUpFactory(session=session, email=f"deltaker{number}@demo.example", organisation="Bodø kommune")
    SignUpFactory(session=session, status="waiting")

    assert carry_out(days(0))["courses.sign_ups"] == 3

    told = str(list(SignUp.objects.values()))
    assert SignUp.objects.filter(status="confirmed").count() == SignUp.objects.count() == 2
    assert not any(word in told for word in ("deltaker", "Bodø", "demo.example"))
    assert carry_out(days(1))["courses.sign_ups"] == 0


def test_the_command_tells_each_kind_and_fails_when_one_does(nordland, capsys, monkeypatch):
    report(nordland)
    rule = slots.Retention(
        label="Ødelagt", purpose="", basis="duty", ends="", days=1, carry_out=lambda **options: 1 / 0
    )
    monkeypatch.setitem(slots.retention, "hub.broken", rule)
    ProblemReport.objects.update(reported_at=timezone.now() - days(400))

    with pytest.raises(CommandError, match=r"hub\.broken"):
        call_command("carry_out_retention")

    told = capsys.readouterr().out
    assert "ZeroDivisionError" in told
    assert any(line.split()[:4] == ["hub.problem_reports", "365", "days", "1"] for line in told.splitlines())
    assert not ProblemReport.objects.exists()


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_the_privacy_page_tells_every_rule_that_the_night_carries_out(client_on, national, language):
    prefix = "" if language == "nb" else f"/{language}"
    page = client_on(national).get(f"{prefix}/personvern/").content.decode()

    bounded = [rule for rule in slots.retention.values() if rule.days]
    assert [rule for rule in bounded if f">{rule.years or rule.days} " not in page] == []


def test_the_privacy_page_says_years_where_the_days_make_years(client_on, national):
    page = client_on(national).get("/personvern/").content.decode()

    assert "3 år etter siste innlogging" in page
    assert "1095" not in page
    assert "90 dager" in page


def test_every_rule_says_what_for_why_we_may_and_how_long():
    """Days stand with the job that keeps to them: the page promises nothing that isn't done."""
    for name, rule in slots.retention.items():
        assert rule.label, name
        assert rule.purpose, name
        assert rule.ends, name
        assert rule.basis in slots.LegalBasis, name
        assert (rule.days is None) == (rule.carry_out is None), name
