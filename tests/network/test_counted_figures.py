"""What the hub counts of a node's year, and what the county says about it."""

import datetime

import pytest
from django.utils import timezone

from courses.enums import SessionStatus
from hub.models import Audience
from network.enums import Counted
from network.queries.counting import figures_for
from network.services.reports import AnswersMissing, start_report
from tests.factories.courses import CourseFactory, SessionFactory, fill
from tests.factories.criteria_library import make_criterion, make_note
from tests.factories.good_examples import ExampleFactory
from tests.factories.network import MeetingFactory, make_report_form, save, submit

NOW = timezone.now()
YEAR = timezone.localdate().year
LAST = datetime.timedelta(days=400)


def count(node, what):
    form = make_report_form(YEAR, counted=what)
    return next(iter(figures_for(node, form, now=NOW + datetime.timedelta(days=400)).values())).number


def held(node, *, days=0, **fields):
    """A session of this year, which has been held when the counting is done."""
    starts = NOW.replace(month=6, day=1, hour=9) + datetime.timedelta(days=days)
    return SessionFactory(node=node, starts_at=starts, **fields)


def test_sessions_held_are_counted_and_not_those_cancelled_in_draft_or_of_other_years(nordland, vestland):
    held(nordland)
    held(nordland, status=SessionStatus.CANCELLED)
    held(nordland, status=SessionStatus.DRAFT)
    held(nordland, days=-400)
    held(vestland)
    assert count(nordland, Counted.SESSIONS) == 1


def test_a_session_that_is_still_to_come_is_not_held(nordland):
    SessionFactory(node=nordland, days=1)
    form = make_report_form(YEAR, counted=Counted.SESSIONS)
    assert [figure.number for figure in figures_for(nordland, form, now=NOW).values()] == [0]


def test_participants_are_the_seats_taken(nordland):
    fill(held(nordland), confirmed=3, waiting=2)
    assert count(nordland, Counted.PARTICIPANTS) == 3


def test_a_course_for_leaders_and_politicians_counts_once(nordland):
    course = CourseFactory(node=nordland)
    for code in ("leaders", "politicians"):
        course.audiences.add(Audience.objects.create(code=code, name_nb=code))
    course.save()
    held(None, course=course)
    held(nordland)
    assert count(nordland, Counted.SESSIONS_FOR_LEADERS) == 1


def test_examples_notes_and_meetings_of_the_year_are_counted(nordland, vestland):
    ExampleFactory(node=nordland, first_published_at=NOW)
    ExampleFactory(node=nordland, first_published_at=NOW - LAST)
    ExampleFactory(node=vestland, first_published_at=NOW)
    make_note(nordland, make_criterion("TST-001"), on=NOW.date())
    make_note(nordland, make_criterion("TST-002"), on=NOW.date(), is_published=False)
    MeetingFactory(node=nordland, days=-400)
    MeetingFactory(node=nordland, days=0)
    assert count(nordland, Counted.EXAMPLES) == 1
    for what in (Counted.NOTES, Counted.MEETINGS):
        form = make_report_form(YEAR - 1 - list(Counted).index(what), counted=what)
        form.year = YEAR
        assert [row.number for row in figures_for(nordland, form, now=NOW + LAST).values()] == [1]


def test_another_number_than_the_counted_one_needs_a_reason(nordland):
    form = make_report_form(YEAR, counted=Counted.SESSIONS)
    with pytest.raises(AnswersMissing):
        submit(nordland, form, courses=7)


def test_what_was_counted_is_kept_with_the_report(nordland):
    form = make_report_form(YEAR, counted=Counted.SESSIONS)
    report = submit(nordland, form, courses=0)
    answer = report.answers.get()
    assert (answer.number, answer.counted, answer.is_own_figure) == (0, 0, False)


def test_counting_answers_nothing_by_itself(nordland):
    form = make_report_form(YEAR, counted=Counted.SESSIONS)
    report = start_report(node=nordland, form=form)
    save(report, participants=3)
    assert [row.question.code for row in report.answers.select_related("question")] == ["participants"]
