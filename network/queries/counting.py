"""What the hub itself knows of a node's year, for the report that asks about it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.enums import SessionStatus, SignUpStatus
from courses.models import Session, SignUp
from criteria_library.models import LocalNote
from good_examples.models import Example
from hub.models import Node
from network.enums import Counted
from network.models import Meeting, ReportForm

# Codes of the national audiences, as in hub/reference/audiences.csv.
LEADERS = ["leaders", "politicians"]


@dataclass(frozen=True)
class Counter:
    """`source` says where the figure is from, so that a person can look for themselves."""

    source: Promise
    count: Callable[[Node, int, datetime.datetime], int]


@dataclass(frozen=True)
class Figure:
    number: int
    source: Promise


def sessions_held(node: Node, year: int, now: datetime.datetime):
    held = Session.objects.held_by(node).filter(status=SessionStatus.ANNOUNCED)
    return held.filter(starts_at__year=year, ends_at__lt=now)


def count_sessions(node, year, now) -> int:
    return sessions_held(node, year, now).count()


def count_sessions_for_leaders(node, year, now) -> int:
    sessions = sessions_held(node, year, now).filter(course__audiences__code__in=LEADERS)
    return sessions.distinct().count()


def count_participants(node, year, now) -> int:
    seats = SignUp.objects.filter(status=SignUpStatus.CONFIRMED)
    return seats.filter(session__in=sessions_held(node, year, now)).count()


def count_examples(node, year, now) -> int:
    return Example.objects.published().filter(node=node, first_published_at__year=year).count()


def count_notes(node, year, now) -> int:
    return LocalNote.objects.filter(node=node, is_published=True, confirmed_date__year=year).count()


def count_meetings(node, year, now) -> int:
    return Meeting.objects.filter(node=node, starts_at__year=year).held(now).count()


COUNTERS: dict[str, Counter] = {
    Counted.SESSIONS: Counter(
        _("Sessions in the calendar that have been held, also those with other nodes."),
        count_sessions,
    ),
    Counted.PARTICIPANTS: Counter(
        _("Seats taken at those sessions. Who came without signing up isn't in the figure."),
        count_participants,
    ),
    Counted.SESSIONS_FOR_LEADERS: Counter(
        _("Sessions held whose course is for leaders or politicians."), count_sessions_for_leaders
    ),
    Counted.EXAMPLES: Counter(_("Examples that the node published in the year."), count_examples),
    Counted.NOTES: Counter(
        _("Local notes that the node's site shows, written or confirmed in the year."),
        count_notes,
    ),
    Counted.MEETINGS: Counter(_("Meetings that stand on the steering group's page."), count_meetings),
}


def figures_for(node: Node, form: ReportForm, *, now: datetime.datetime) -> dict[int, Figure]:
    """Question id to what the hub counts, for the questions that ask about it."""
    return {
        question.pk: Figure(counter.count(node, form.year, now), counter.source)
        for question in form.questions.all()
        if (counter := COUNTERS.get(question.counted))
    }
