"""Many at once for the last seat: one gets it, the others wait, and nobody is lost."""

import pytest
from django.utils import timezone

from courses.enums import SignUpStatus
from courses.services.sign_ups import Participant, sign_off, sign_up
from tests.at_once import at_once
from tests.factories.courses import SessionFactory, fill

MANY = 8

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def asking(session, number):
    by = Participant(name=f"Deltaker {number}", email=f"deltaker-{number}@demo.example", language="nb")
    return lambda: sign_up(session=session, by=by, at=timezone.now())


def statuses(session):
    return sorted(session.sign_ups.values_list("status", flat=True))


def test_one_of_many_gets_the_last_seat(nordland):
    session = fill(SessionFactory(node=nordland, capacity=3), confirmed=2)
    at_once(*(asking(session, number) for number in range(MANY)))
    assert statuses(session) == [SignUpStatus.CONFIRMED] * 3 + [SignUpStatus.WAITING] * (MANY - 1)


def test_a_double_click_is_one_sign_up(nordland):
    session = SessionFactory(node=nordland, capacity=3)
    at_once(*[asking(session, 1)] * 4)
    assert statuses(session) == [SignUpStatus.CONFIRMED]


def test_seats_given_back_at_once_go_to_as_many_in_the_queue(nordland):
    session = fill(SessionFactory(node=nordland, capacity=3), confirmed=3, waiting=4)
    leaving = list(session.sign_ups.filter(status=SignUpStatus.CONFIRMED))
    at_once(*(lambda place=place: sign_off(sign_up=place, at=timezone.now()) for place in leaving))
    assert statuses(session) == (
        [SignUpStatus.CANCELLED] * 3 + [SignUpStatus.CONFIRMED] * 3 + [SignUpStatus.WAITING]
    )
