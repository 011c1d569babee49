"""Who has signed up is personal data of the session's node."""

import datetime

import pytest

from hub.enums import Role
from hub.models import AuditEntry
from tests.factories.courses import SessionFactory, SignUpFactory

PATHS = ["deltakere/", "deltakere.csv"]


@pytest.fixture
def session(nordland, vestland):
    session = SessionFactory(node=nordland)
    session.co_organisers.add(vestland)
    SignUpFactory(session=session, name="Hemmelig deltaker")
    return session


def address(session, path):
    return f"/kurs/{session.pk}-{session.slug}/{path}"


@pytest.mark.parametrize("path", PATHS)
def test_the_nodes_organiser_sees_them(client_on, member, nordland, session, path):
    client = client_on(nordland, member(nordland, Role.COURSE_ORGANISER))
    assert "Hemmelig deltaker" in client.get(address(session, path)).getvalue().decode()


@pytest.mark.parametrize("path", PATHS)
def test_whoever_is_not_signed_in_is_sent_to_the_sign_in(client_on, nordland, session, path):
    response = client_on(nordland).get(address(session, path))
    assert response.status_code == 302
    assert "/konto/" in response["Location"]


@pytest.mark.parametrize("path", PATHS)
def test_an_organiser_of_a_node_that_holds_it_too_does_not_see_them(
    client_on, member, nordland, vestland, session, path
):
    organiser = member(vestland, Role.COURSE_ORGANISER)
    assert client_on(nordland, organiser).get(address(session, path)).status_code == 404
    assert client_on(vestland, organiser).get(address(session, path)).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_a_member_without_the_permission_is_refused(client_on, member, nordland, session, path):
    client = client_on(nordland, member(nordland, Role.STEERING_GROUP_MEMBER))
    assert client.get(address(session, path)).status_code == 403


@pytest.mark.parametrize("path", PATHS)
def test_to_a_buyer_the_list_is_not_there(client_on, member, nordland, session, path):
    assert client_on(nordland, member(nordland)).get(address(session, path)).status_code == 404


def test_the_page_says_where_the_list_is_only_to_those_who_may_see_it(client_on, member, nordland, session):
    page = f"/kurs/{session.pk}-{session.slug}/"
    assert "deltakere/" in client_on(nordland, member(nordland, Role.NODE_MANAGER)).get(page).content.decode()
    assert "deltakere/" not in client_on(nordland, member(nordland)).get(page).content.decode()
    assert "Hemmelig" not in client_on(nordland).get(page).content.decode()


def test_the_file_has_the_time_by_the_clock_in_oslo(client_on, member, nordland, session):
    signed_up_at = datetime.datetime(2026, 7, 1, 22, 30, tzinfo=datetime.UTC)
    SignUpFactory(session=session, signed_up_at=signed_up_at)
    client = client_on(nordland, member(nordland, Role.COURSE_ORGANISER))

    assert "2026-07-02 00:30" in client.get(address(session, "deltakere.csv")).getvalue().decode()


@pytest.mark.parametrize("evil", ["=1+1", "+4712345678", "-2", "@SUM(A1)", "\t=1"])
def test_the_file_holds_no_formulas(client_on, member, nordland, session, evil):
    SignUpFactory(session=session, name=evil, organisation=evil)
    client = client_on(nordland, member(nordland, Role.COURSE_ORGANISER))
    text = client.get(address(session, "deltakere.csv")).getvalue().decode("utf-8-sig")
    assert all(
        not cell.strip('"').startswith(tuple("=+-@\t"))
        for row in text.splitlines()
        for cell in row.split(";")
    )


def test_each_download_is_logged(client_on, member, nordland, session):
    client_on(nordland, member(nordland, Role.COURSE_ORGANISER)).get(address(session, "deltakere.csv"))
    entry = AuditEntry.objects.get(action="sign_ups.exported")
    assert entry.node == nordland
