"""A calendar to subscribe to holds what everybody may see, and what was chosen."""

import pytest
from icalendar import Calendar

from courses.enums import Form, SessionStatus
from hub.enums import Role
from tests.factories.courses import CourseFactory, SessionFactory
from tests.factories.hub import AudienceFactory, make_product_group

ADDRESS = "/kurs/kalender.ics"


def events(client, query=""):
    response = client.get(f"{ADDRESS}{query}")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).walk("VEVENT")


def titles(client, query=""):
    return [str(event["summary"]) for event in events(client, query)]


def test_it_holds_the_nodes_public_sessions_and_those_it_holds_with_others(
    client_on, nordland, vestland, member
):
    SessionFactory(node=nordland, title="Snart")
    SessionFactory(node=nordland, title="Utkast", status=SessionStatus.DRAFT)
    SessionFactory(node=nordland, title="For lenge siden", days=-60)
    SessionFactory(node=vestland, title="Vestover")
    SessionFactory(node=vestland, title="Felles").co_organisers.add(nordland)
    planner = member(nordland, Role.COURSE_ORGANISER)
    assert sorted(titles(client_on(nordland, planner))) == ["Felles", "Snart"]
    assert "Vestover" in titles(client_on(nordland), "?nettverk")
    assert "Utkast" not in titles(client_on(nordland, planner), "?nettverk")


def test_a_cancelled_session_says_so_and_links_to_its_owner(client_on, nordland, vestland):
    session = SessionFactory(node=vestland, status=SessionStatus.CANCELLED)
    (event,) = events(client_on(nordland), "?nettverk")
    assert event["status"] == "CANCELLED"
    assert event["url"] == f"http://{vestland.host}:8000{session.get_absolute_url()}"


def test_in_another_language_the_links_have_no_prefix_of_it(client_on, nordland):
    session = SessionFactory(node=nordland)
    response = client_on(nordland).get(f"/en{ADDRESS}")
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["url"] == f"http://{nordland.host}:8000{session.get_absolute_url()}"


def test_what_was_chosen_in_the_list_holds(client_on, nordland):
    chosen = CourseFactory(node=nordland, title="Valgt")
    chosen.audiences.add(AudienceFactory(code="buyers"))
    chosen.product_groups.add(make_product_group("tekstiler"))
    chosen.save()
    SessionFactory(course=chosen, form=Form.ONLINE, place="")
    SessionFactory(node=nordland, title="En annen")
    client = client_on(nordland)
    for query in ("?audience=buyers", "?product_group=tekstiler", "?form=online"):
        assert titles(client, query) == ["Valgt"]
    assert len(titles(client)) == 2


@pytest.mark.parametrize("query", ["?audience=%00", "?product_group=finnes-ikke", "?form=" + "x" * 5000])
def test_a_spoilt_address_is_an_empty_or_a_whole_calendar(client_on, nordland, query):
    SessionFactory(node=nordland)
    assert len(titles(client_on(nordland), query)) in {0, 1}


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_however_many_there_are(client_on, nordland, count, django_assert_num_queries):
    for _session in range(count):
        SessionFactory(node=nordland)
    client = client_on(nordland)
    client.get(ADDRESS)
    with django_assert_num_queries(2):
        assert len(titles(client)) == count


def test_a_reader_gets_no_cookie(client_on, nordland):
    response = client_on(nordland).get(ADDRESS)
    assert not response.cookies
    assert "max-age" in response["Cache-Control"]
