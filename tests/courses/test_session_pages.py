"""What a reader sees: the calendar, a session's page, the calendar file and the front page's section."""

import datetime

import pytest
from django.utils import timezone

from courses.enums import Form, SessionStatus
from courses.queries import front_sessions
from tests.factories.courses import CourseFactory, SessionFactory, fill

LIST = "/kurs/"


def address(session):
    return f"/kurs/{session.pk}-{session.slug}/"


def test_the_calendar_shows_the_nodes_coming_sessions_soonest_first(client_on, nordland, vestland):
    SessionFactory(node=nordland, title="Senere", days=30)
    SessionFactory(node=nordland, title="Snart", days=2)
    SessionFactory(node=nordland, title="Forbi", days=-2)
    SessionFactory(node=nordland, title="Utkast", status=SessionStatus.DRAFT)
    SessionFactory(node=vestland, title="Vestover")
    page = client_on(nordland).get(LIST).content.decode()
    assert page.index("Snart") < page.index("Senere")
    assert not any(word in page for word in ["Forbi", "Utkast", "Vestover"])


def test_a_session_held_together_stands_with_both_and_links_to_its_owner(client_on, nordland, vestland):
    session = SessionFactory(node=vestland, title="Felles dag")
    session.co_organisers.add(nordland)
    page = client_on(nordland).get(LIST).content.decode()
    assert f"http://{vestland.host}:8000{address(session)}" in page
    assert "Knutepunkt Vestland sammen med" in page


def test_the_whole_network_can_be_seen_from_a_node(client_on, nordland, vestland):
    SessionFactory(node=vestland, title="Vestover")
    assert "Vestover" in client_on(nordland).get(f"{LIST}?nettverk").content.decode()


def test_the_national_level_lists_every_nodes_sessions(client_on, national, nordland, vestland):
    SessionFactory(node=nordland, title="Nordover")
    SessionFactory(node=vestland, title="Vestover")
    page = client_on(national).get(LIST).content.decode()
    assert "Nordover" in page
    assert "Vestover" in page


def test_sessions_held_earlier_stand_latest_first(client_on, nordland):
    SessionFactory(node=nordland, title="Lenge siden", days=-90)
    SessionFactory(node=nordland, title="Nylig", days=-3)
    page = client_on(nordland).get(f"{LIST}?tidligere").content.decode()
    assert page.index("Nylig") < page.index("Lenge siden")


def test_an_empty_calendar_says_what_will_stand_there(client_on, nordland):
    response = client_on(nordland).get(LIST)
    assert response.status_code == 200
    assert "Ingen kommende kurs" in response.content.decode()


@pytest.mark.parametrize(
    "query", ["?page=0", "?page=9999", "?page=x", "?nettverk=%00", "?tidligere=<script>"]
)
def test_an_odd_query_gives_a_sane_page(client_on, nordland, query):
    SessionFactory(node=nordland)
    response = client_on(nordland).get(LIST + query)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_calendar_takes_as_many_queries_for_three_as_for_one(
    client_on, nordland, vestland, rows, django_assert_num_queries, indexed
):
    for _number in range(rows):
        session = fill(SessionFactory(node=nordland), confirmed=2)
        session.co_organisers.add(vestland)
    indexed()
    client = client_on(nordland)
    client.get(LIST)
    with django_assert_num_queries(15):
        client.get(LIST)


def test_the_page_says_when_where_and_how_many_seats(client_on, nordland):
    session = fill(SessionFactory(node=nordland, capacity=10), confirmed=2)
    page = client_on(nordland).get(address(session)).content.decode()
    assert "8 ledige plasser" in page
    assert "Bodø, fylkeshuset" in page
    assert "kl.\u00a09–15" in page
    assert f"{address(session)}pamelding/" in page


def test_a_full_session_offers_the_waiting_list(client_on, nordland):
    session = fill(SessionFactory(node=nordland, capacity=2), confirmed=2, waiting=1)
    page = client_on(nordland).get(address(session)).content.decode()
    assert "fullt, 1 på lista" in page
    assert "Sett meg på venteliste" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": SessionStatus.CANCELLED}, "Avlyst"),
        ({"days": -2}, "Holdt"),
        ({"sign_up_closes_at": timezone.now() - datetime.timedelta(hours=1)}, "Påmeldingen er stengt"),
    ],
)
def test_a_session_that_takes_nobody_has_no_button(client_on, nordland, fields, words):
    session = SessionFactory(node=nordland, **fields)
    page = client_on(nordland).get(address(session)).content.decode()
    assert words in page
    assert "pamelding/" not in page


def test_another_nodes_host_does_not_have_the_page(client_on, national, nordland, vestland):
    session = SessionFactory(node=vestland)
    session.co_organisers.add(nordland)
    for elsewhere in (nordland, national):
        assert client_on(elsewhere).get(address(session)).status_code == 404


def test_a_draft_is_not_there(client_on, nordland):
    assert (
        client_on(nordland)
        .get(address(SessionFactory(node=nordland, status=SessionStatus.DRAFT)))
        .status_code
        == 404
    )


def test_an_old_address_leads_to_the_new_one(client_on, nordland):
    session = SessionFactory(node=nordland, title="Bærekraft på Ørlandet")
    response = client_on(nordland).get(f"/kurs/{session.pk}-gammelt-navn/")
    assert response.status_code == 301
    assert response["Location"] == f"/kurs/{session.pk}-baerekraft-pa-orlandet/"


def test_what_an_organiser_wrote_is_never_markup(client_on, nordland):
    evil = "<script>alert(1)</script>"
    course = CourseFactory(
        node=nordland, title=evil, summary=evil, for_whom=evil, what_you_learn=evil, practical=evil
    )
    session = SessionFactory(course=course, place=evil)
    page = client_on(nordland).get(address(session)).content.decode()
    assert evil not in page
    assert "&lt;script&gt;" in page


def test_readers_get_no_cookie(client_on, nordland):
    session = SessionFactory(node=nordland)
    client = client_on(nordland)
    for path in (LIST, address(session), f"{address(session)}kalender.ics"):
        assert not client.get(path).cookies


def test_the_calendar_file_is_one_that_calendars_read(client_on, nordland):
    session = SessionFactory(node=nordland, title="Krav; dialog, og " + "æ" * 60, place="Bodø, fylkeshuset")
    response = client_on(nordland).get(f"{address(session)}kalender.ics")
    lines = response.content.decode().split("\r\n")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = response.content.decode().replace("\r\n ", "")
    assert "SUMMARY:Krav\\; dialog\\, og " + "æ" * 60 in whole
    assert f"DTSTART:{session.starts_at.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}" in whole


def test_an_online_session_needs_no_place(client_on, nordland):
    session = SessionFactory(node=nordland, form=Form.ONLINE, place="")
    assert "På nett" in client_on(nordland).get(address(session)).content.decode()


def test_the_front_page_has_the_next_three(rf, nordland):
    for days in (40, 30, 20, 10):
        SessionFactory(node=nordland, title=f"Om {days} dager", days=days)
    shown = front_sessions(rf.get("/"), nordland)
    assert [session.course.title for session in shown["sessions"]] == [
        "Om 10 dager",
        "Om 20 dager",
        "Om 30 dager",
    ]


def test_a_node_without_courses_shows_the_networks(rf, nordland, vestland):
    SessionFactory(node=vestland)
    shown = front_sessions(rf.get("/"), nordland)
    assert shown["from_network"]
    assert [session.node for session in shown["sessions"]] == [vestland]


def test_what_the_organiser_wrote_is_marked_as_its_language_and_the_headings_are_not(client_on, nordland):
    session = SessionFactory(course=CourseFactory(node=nordland, for_whom="For innkjøpere."))
    page = client_on(nordland).get(f"/en{address(session)}").content.decode()
    assert '<h2>For whom</h2><div class="rich-text" lang="nb"><p>For innkjøpere.</p></div>' in page
