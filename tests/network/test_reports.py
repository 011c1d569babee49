"""A report's way from draft to accepted."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from hub.models import AuditEntry
from hub.services.nodes import close_node
from network.enums import ReportStatus
from network.models import ReportAnswer
from network.queries.answers import Given
from network.services.reports import (
    AnswersMissing,
    Change,
    ReportChanged,
    ReportNotOpen,
    accept_report,
    return_report,
    save_answers,
    start_report,
    submit_report,
)
from tests.factories.network import make_report_form, save, submit

NOW = datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC)


@pytest.fixture
def report(nordland):
    return start_report(node=nordland, form=make_report_form())


def submitted(report, **answers):
    return submit(report.node, report.form, at=NOW, **answers)


def changed(report, code, was, now):
    change = Change(report.form.questions.get(code=code), Given(was), Given(now))
    return save_answers(report=report, changes=[change], by=None, at=NOW)


def values(report):
    return {answer.question.code: answer.value for answer in report.answers.select_related("question")}


def test_zero_is_an_answer_and_an_empty_field_is_none(report):
    save(report, courses=0, participants=None)
    assert values(report) == {"courses": 0}


def test_an_answer_can_be_taken_back(report):
    save(report, courses=4, participants=80)
    changed(report, "participants", 80, None)
    assert values(report) == {"courses": 4}


def test_two_who_change_different_answers_both_have_theirs(report):
    save(report, courses=4, participants=80)
    changed(report, "courses", 4, 5)
    changed(report, "participants", 80, 90)
    assert values(report) == {"courses": 5, "participants": 90}


def test_an_answer_that_another_has_changed_meanwhile_is_told_and_left(report):
    save(report, courses=4)
    assert [question.code for question in changed(report, "courses", None, 99)] == ["courses"]
    assert values(report) == {"courses": 4}


def test_a_save_that_changes_nothing_leaves_no_line_in_the_log(report):
    save(report, courses=4)
    save(report, courses=4)
    assert AuditEntry.objects.filter(action="report.saved").count() == 1


def test_what_is_submitted_is_what_was_read(report):
    save(report, courses=4)
    with pytest.raises(ReportChanged):
        submit_report(report=report, version=0, by=None, at=NOW)


def test_submitting_without_a_required_answer_is_refused(report):
    save(report, participants=80)
    with pytest.raises(AnswersMissing) as refused:
        submit_report(report=report, version=1, by=None, at=NOW)
    assert [question.code for question in refused.value.questions] == ["courses"]
    report.refresh_from_db()
    assert (report.status, values(report)) == (ReportStatus.DRAFT, {"participants": 80})


def test_zero_is_enough_to_submit(report):
    assert submitted(report, courses=0).status == ReportStatus.SUBMITTED


def test_a_submitted_report_is_not_changed_until_it_is_sent_back(report):
    current = submitted(report, courses=4)
    with pytest.raises(ReportNotOpen):
        changed(report, "courses", 4, 5)
    return_report(report=current, by=None)
    changed(report, "courses", 4, 5)
    assert values(report) == {"courses": 5}


def test_an_accepted_report_is_neither_accepted_again_nor_sent_back(report):
    accept_report(report=submitted(report, courses=4), by=None, at=NOW)
    for act in [
        lambda: accept_report(report=report, by=None, at=NOW),
        lambda: return_report(report=report, by=None),
    ]:
        with pytest.raises(ReportNotOpen):
            act()


def test_nobody_writes_in_a_closed_node(report):
    close_node(report.node, by=None, on=timezone.localdate())
    with pytest.raises(ReportNotOpen):
        save(report, courses=4)


def test_each_step_is_in_the_log(report):
    accept_report(report=submitted(report, courses=4), by=None, at=NOW)
    actions = AuditEntry.objects.filter(action__startswith="report.").values_list("action", flat=True)
    assert sorted(actions) == ["report.accepted", "report.saved", "report.submitted"]


def test_the_database_itself_refuses_a_negative_number(report):
    question = report.form.questions.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportAnswer.objects.create(report=report, question=question, number=-1)


def test_starting_twice_is_one_report(report):
    assert start_report(node=report.node, form=report.form) == report
