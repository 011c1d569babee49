"""The demonstration's own courses, and generated ones."""

import datetime
import tomllib
from pathlib import Path

from courses.enums import SignUpStatus
from courses.models import Session, SignUp
from courses.services.generation import generate_sessions
from courses.services.loading import load_courses, working_day
from hub.enums import Language

RECORDS = tomllib.loads(Path("network/demonstration/courses.toml").read_text())["course"]
TODAY = datetime.date(2026, 11, 21)


def of(*nodes):
    return [record for record in RECORDS if record["node"] in nodes]


def test_loading_twice_changes_nothing(nordland, vestland):
    records = of("nordland", "vestland")
    sessions = sum(len(record["session"]) for record in records)
    assert load_courses(records, today=TODAY) == sessions
    assert load_courses(records, today=TODAY + datetime.timedelta(days=30)) == 0
    assert Session.objects.count() == sessions


def test_a_session_is_held_together_with_those_that_are_there(nordland, vestland):
    load_courses(of("nordland", "vestland"), today=TODAY)
    assert not Session.objects.filter(co_organisers__slug="troms").exists()
    assert Session.objects.get(course__origin="dialogkonferanse-varebiler").node == nordland


def test_a_full_one_has_a_waiting_list_and_participants_are_numbers(nordland):
    load_courses(of("nordland"), today=TODAY)
    full = Session.objects.with_seats().get(origin="mosjoen")
    assert (full.capacity, full.confirmed_count, full.waiting_count, full.free_seats) == (20, 20, 6, 0)
    assert all(place.name.startswith("Demodeltaker ") for place in SignUp.objects.all())
    assert all(place.email.endswith("@demo.example") for place in SignUp.objects.all())


def test_nobody_signed_up_after_the_day_of_loading(nordland):
    load_courses(of("nordland"), today=TODAY)
    assert not SignUp.objects.filter(signed_up_at__date__gt=TODAY).exists()


def test_there_is_enough_and_from_enough_places():
    assert len(RECORDS) >= 15
    assert sum(len(record["session"]) for record in RECORDS) >= 30
    assert len({record["node"] for record in RECORDS}) == 16
    assert any(record["language"] == Language.NYNORSK for record in RECORDS)


def test_sessions_fall_on_days_when_courses_are_held():
    for record in RECORDS:
        for dates in record["session"]:
            day = working_day(TODAY + datetime.timedelta(days=dates["day"]), past=dates["day"] < 0)
            assert day.weekday() < 5
            assert (day < TODAY) == (dates["day"] < 0)
    assert working_day(datetime.date(2026, 12, 24)) == datetime.date(2027, 1, 4)


def test_the_same_seed_generates_the_same(nordland, vestland):
    def generated():
        Session.objects.all().delete()
        assert generate_sessions(20, seed=7, nodes=[nordland, vestland], today=TODAY) == 20
        return list(Session.objects.order_by("pk").values_list("starts_at", "place", "course__title"))

    assert generated() == generated()


def test_generated_sessions_never_hold_more_than_they_can(nordland):
    generate_sessions(20, seed=1, nodes=[nordland], today=TODAY)
    for session in Session.objects.with_seats():
        assert session.confirmed_count <= session.capacity
        assert not session.sign_ups.exclude(status=SignUpStatus.CONFIRMED).exists()
