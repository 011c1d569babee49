"""The service: who gets a seat, who waits, and what happens when a seat comes free."""

import datetime

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from courses.enums import SessionStatus, SignUpStatus
from courses.models import SignUp
from courses.services.sign_ups import (
    NodeClosed,
    Participant,
    SessionCancelled,
    SignUpClosed,
    settle_after_change,
    sign_off,
    sign_up,
)
from hub.models import OutgoingMail
from hub.services.nodes import close_node
from tests.factories.courses import SessionFactory, SignUpFactory, fill

NOW = timezone.now()


def participant(email="ny@demo.example", **fields):
    return Participant(**{"name": "Demodeltaker", "email": email, "language": "nb", **fields})


def test_a_free_seat_is_given(nordland):
    session = SessionFactory(node=nordland, capacity=1)
    assert sign_up(session=session, by=participant(), at=NOW).status == SignUpStatus.CONFIRMED


def test_a_full_session_puts_on_the_waiting_list(nordland):
    session = fill(SessionFactory(node=nordland, capacity=2), confirmed=2)
    assert sign_up(session=session, by=participant(), at=NOW).status == SignUpStatus.WAITING


def test_whoever_waits_comes_before_whoever_asks_now(nordland):
    session = fill(SessionFactory(node=nordland, capacity=3), confirmed=2, waiting=1)
    assert sign_up(session=session, by=participant(), at=NOW).status == SignUpStatus.WAITING


def test_asking_twice_gives_the_same_sign_up(nordland):
    session = SessionFactory(node=nordland, capacity=5)
    first = sign_up(session=session, by=participant("Ny@Demo.example "), at=NOW)
    second = sign_up(session=session, by=participant("ny@demo.EXAMPLE"), at=NOW)
    assert first == second
    assert session.sign_ups.count() == 1
    assert OutgoingMail.objects.count() == 1


def test_the_database_refuses_a_second_sign_up_for_an_address(nordland):
    session = SessionFactory(node=nordland)
    SignUpFactory(session=session, email="a@demo.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        SignUp.objects.bulk_create([SignUpFactory.build(session=session, email="A@demo.example")])


def test_signing_up_again_after_signing_off_goes_to_the_end_of_the_queue(nordland):
    session = SessionFactory(node=nordland, capacity=1)
    place = sign_up(session=session, by=participant("a@demo.example"), at=NOW)
    sign_up(session=session, by=participant("b@demo.example"), at=NOW)
    sign_off(sign_up=place, at=NOW)
    again = sign_up(session=session, by=participant("a@demo.example"), at=NOW + datetime.timedelta(minutes=1))
    assert again.pk == place.pk
    assert again.status == SignUpStatus.WAITING
    assert again.cancelled_at is None


def test_the_first_in_the_queue_gets_a_seat_that_comes_free(nordland):
    session = SessionFactory(node=nordland, capacity=1)
    place = sign_up(session=session, by=participant("a@demo.example"), at=NOW)
    first = sign_up(session=session, by=participant("b@demo.example"), at=NOW)
    second = sign_up(session=session, by=participant("c@demo.example"), at=NOW)
    sign_off(sign_up=place, at=NOW)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (SignUpStatus.CONFIRMED, SignUpStatus.WAITING)
    assert OutgoingMail.objects.filter(to="b@demo.example").count() == 2


def test_nobody_moves_up_after_the_session_has_begun(nordland):
    session = fill(SessionFactory(node=nordland, capacity=1, days=-1), confirmed=1, waiting=1)
    sign_off(sign_up=session.sign_ups.first(), at=NOW)
    assert session.sign_ups.filter(status=SignUpStatus.CONFIRMED).count() == 0


def test_signing_off_twice_changes_nothing(nordland):
    place = sign_up(session=SessionFactory(node=nordland), by=participant(), at=NOW)
    sign_off(sign_up=place, at=NOW)
    again = sign_off(sign_up=place, at=NOW + datetime.timedelta(hours=1))
    assert again.cancelled_at == NOW


def test_more_seats_go_to_the_queue(nordland):
    session = fill(SessionFactory(node=nordland, capacity=1), confirmed=1, waiting=3)
    session.capacity = 3
    session.save()
    settle_after_change(session=session, at=NOW)
    assert session.sign_ups.filter(status=SignUpStatus.CONFIRMED).count() == 3
    assert session.sign_ups.filter(status=SignUpStatus.WAITING).count() == 1


def test_a_cancelled_session_tells_everybody_in_it_once(nordland):
    session = fill(SessionFactory(node=nordland, capacity=1), confirmed=1, waiting=1)
    session.status = SessionStatus.CANCELLED
    session.save()
    settle_after_change(session=session, at=NOW)
    settle_after_change(session=session, at=NOW)
    assert OutgoingMail.objects.count() == 2
    assert not session.sign_ups.standing().exists()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": SessionStatus.CANCELLED}, SessionCancelled),
        ({"status": SessionStatus.DRAFT}, SignUpClosed),
        ({"sign_up_closes_at": NOW - datetime.timedelta(minutes=1)}, SignUpClosed),
        ({"days": -3}, SignUpClosed),
    ],
)
def test_a_session_that_takes_nobody_says_why(nordland, fields, reason):
    with pytest.raises(reason):
        sign_up(session=SessionFactory(node=nordland, **fields), by=participant(), at=NOW)


def test_a_closed_node_takes_nobody(nordland):
    session = SessionFactory(node=nordland)
    close_node(nordland, by=None, on=NOW.date())
    with pytest.raises(NodeClosed):
        sign_up(session=session, by=participant(), at=NOW)


def test_the_mail_says_when_and_where_and_how_to_sign_off(nordland, settings):
    session = SessionFactory(node=nordland, title="Krav <b> & dialog")
    place = sign_up(session=session, by=participant("a@demo.example"), at=NOW)
    written = OutgoingMail.objects.get(to="a@demo.example")
    assert written.subject == "Du har fått plass: Krav <b> & dialog"
    assert "Bodø, fylkeshuset" in written.text
    assert f"http://{nordland.host}:8000/kurs/avmelding/" in written.text
    assert place.session.node == written.node
    assert mail.outbox == []
