"""The form and what comes of it, as a browser without script sends it."""

import datetime
import re

import pytest
from django.utils import timezone

from courses.enums import SessionStatus, SignUpStatus
from courses.permissions import receipt_token, sign_off_token
from hub.models import OutgoingMail
from hub.services.nodes import close_node
from tests.factories.courses import SessionFactory, SignUpFactory, fill

TYPED = {"name": "Demodeltaker", "email": "ny@demo.example", "organisation": "Demokommunen", "website": ""}


def form_of(session):
    return f"/kurs/{session.pk}-{session.slug}/pamelding/"


def test_a_reader_signs_up_and_gets_a_receipt_and_a_mail(client_on, nordland):
    session = SessionFactory(node=nordland)
    response = client_on(nordland).post(form_of(session), TYPED, follow=True)
    assert "Du har fått plass" in response.content.decode()
    assert session.sign_ups.get().status == SignUpStatus.CONFIRMED
    assert OutgoingMail.objects.get().to == "ny@demo.example"


def test_whoever_comes_to_a_full_session_is_told_of_the_waiting_list(client_on, nordland):
    session = fill(SessionFactory(node=nordland, capacity=1), confirmed=1)
    client = client_on(nordland)
    assert "Sett meg på venteliste" in client.get(form_of(session)).content.decode()
    assert "Du står på venteliste" in client.post(form_of(session), TYPED, follow=True).content.decode()


def test_sending_twice_gives_the_same_receipt(client_on, nordland):
    session = SessionFactory(node=nordland)
    client = client_on(nordland)
    first, second = client.post(form_of(session), TYPED), client.post(form_of(session), TYPED)
    assert first.status_code == second.status_code == 302
    assert session.sign_ups.count() == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "Skriv navnet ditt"),
        ({"email": ""}, "Skriv e-postadressen din"),
        ({"email": "ikke en adresse"}, "Skriv e-postadressen slik: navn@kommune.no"),
        ({"name": "x" * 5000}, "120"),
        ({"email": "x" * 5000 + "@demo.example"}, "254"),
    ],
)
def test_a_fault_is_told_and_what_was_typed_is_kept(client_on, nordland, typed, words):
    session = SessionFactory(node=nordland)
    response = client_on(nordland).post(form_of(session), {**TYPED, **typed})
    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert 'value="Demokommunen"' in page
    assert not session.sign_ups.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"sign_up_closes_at": timezone.now() - datetime.timedelta(hours=1)}, "Påmeldingen er stengt"),
        ({"status": SessionStatus.CANCELLED}, "Kurset er avlyst"),
    ],
)
def test_a_form_sent_too_late_says_why_and_keeps_what_was_typed(client_on, nordland, fields, words):
    session = SessionFactory(node=nordland, **fields)
    response = client_on(nordland).post(form_of(session), TYPED)
    page = response.content.decode()
    assert response.status_code == 409
    assert words in page
    assert 'value="ny@demo.example"' in page
    assert words in client_on(nordland).get(form_of(session)).content.decode()


def test_a_closed_node_takes_nobody_and_says_so(client_on, nordland):
    session = SessionFactory(node=nordland)
    close_node(nordland, by=None, on=timezone.localdate())
    response = client_on(nordland).post(form_of(session), TYPED)
    assert response.status_code in (403, 409)
    assert not session.sign_ups.exists()


def test_a_robot_that_fills_in_everything_is_not_signed_up(client_on, nordland):
    session = SessionFactory(node=nordland)
    response = client_on(nordland).post(form_of(session), {**TYPED, "website": "http://spam.example"})
    assert response.status_code == 429
    assert not session.sign_ups.exists()


def test_one_address_can_not_sign_up_without_end(client_on, nordland):
    session = SessionFactory(node=nordland, capacity=100)
    client = client_on(nordland)
    answers = [
        client.post(form_of(session), {**TYPED, "email": f"d{number}@demo.example"}).status_code
        for number in range(25)
    ]
    assert answers[0] == 302
    assert answers[-1] == 429


def test_the_form_alone_sets_a_cookie(client_on, nordland):
    response = client_on(nordland).get(form_of(SessionFactory(node=nordland)))
    assert set(response.cookies) == {"hub_csrf"}
    assert "no-store" in response["Cache-Control"]


def test_another_nodes_host_does_not_have_the_form(client_on, nordland, vestland):
    session = SessionFactory(node=vestland)
    session.co_organisers.add(nordland)
    assert client_on(nordland).post(form_of(session), TYPED).status_code == 404
    assert not session.sign_ups.exists()


def test_signing_off_needs_a_press_of_the_button(client_on, nordland):
    session = SessionFactory(node=nordland)
    client = client_on(nordland)
    client.post(form_of(session), TYPED)
    link = re.search(r"http://\S+(/kurs/avmelding/\S+)", OutgoingMail.objects.get().text)[1]
    assert "Meld meg av" in client.get(link).content.decode()
    assert session.sign_ups.get().status == SignUpStatus.CONFIRMED
    assert "Du er meldt av" in client.post(link, follow=True).content.decode()
    assert session.sign_ups.get().status == SignUpStatus.CANCELLED


def test_a_receipt_gives_no_power_over_the_place(client_on, nordland):
    place = SignUpFactory(session=SessionFactory(node=nordland))
    client = client_on(nordland)
    assert client.post(f"/kurs/avmelding/{receipt_token(place)}/").status_code == 404
    assert (
        sign_off_token(place) not in client.get(f"/kurs/pamelding/{receipt_token(place)}/").content.decode()
    )
    place.refresh_from_db()
    assert place.status == SignUpStatus.CONFIRMED


def test_a_signed_address_holds_on_its_own_host_only(client_on, nordland, vestland):
    place = SignUpFactory(session=SessionFactory(node=vestland))
    for path in (f"/kurs/pamelding/{receipt_token(place)}/", f"/kurs/avmelding/{sign_off_token(place)}/"):
        assert client_on(vestland).get(path).status_code == 200
        assert client_on(nordland).get(path).status_code == 404


@pytest.mark.parametrize("token", ["x", "1:2:3", "eyJ.x:y"])
def test_a_made_up_address_is_not_there(client_on, nordland, token):
    assert client_on(nordland).get(f"/kurs/avmelding/{token}/").status_code == 404
