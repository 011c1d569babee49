"""A session is seen by those who plan it before everybody sees it."""

import pytest

from courses.enums import SessionStatus
from hub.enums import Role
from hub.models import AuditEntry
from tests.courses.test_editing import typed
from tests.factories.courses import CourseFactory, SessionFactory

ADMIN = "/admin/snippets/courses/"
NO_DOCUMENTS = {"documents-TOTAL_FORMS": 0, "documents-INITIAL_FORMS": 0}


@pytest.fixture
def draft(nordland):
    return SessionFactory(node=nordland, title="Utkast til fagdag", status=SessionStatus.DRAFT)


@pytest.fixture
def organiser(member, nordland):
    return member(nordland, Role.COURSE_ORGANISER)


def test_a_new_session_begins_as_a_draft(client_on, national, nordland, organiser):
    CourseFactory(node=nordland)
    page = client_on(national, organiser).get(f"{ADMIN}session/add/").text
    assert '<option value="draft" selected>' in page


def test_an_organiser_sees_the_draft_in_the_nodes_look_and_announces_it(
    client_on, nordland, organiser, draft
):
    client = client_on(nordland, organiser)
    response = client.get(draft.get_absolute_url())
    assert "bare de som planlegger kurs" in response.text
    assert "no-store" in response["Cache-Control"]
    client.post(draft.get_absolute_url())
    assert client_on(nordland).get(draft.get_absolute_url()).status_code == 200
    assert AuditEntry.objects.filter(action="session.announced", node=nordland).exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.STEERING_GROUP_MEMBER])
def test_to_others_the_draft_does_not_exist(client_on, nordland, vestland, member, draft, role):
    address = draft.get_absolute_url()
    planner_elsewhere = member(vestland, Role.COURSE_ORGANISER)
    for person in (None, member(nordland, role), planner_elsewhere):
        client = client_on(nordland, person)
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    assert client_on(vestland, planner_elsewhere).get(address).status_code == 404


def test_nobody_signs_up_for_a_draft(client_on, nordland, organiser, draft):
    client = client_on(nordland, organiser)
    assert client.get(f"{draft.get_absolute_url()}pamelding/").status_code == 404
    assert "pamelding/" not in client.get(draft.get_absolute_url()).text


def test_a_cancelled_session_is_not_announced_again(client_on, nordland, organiser):
    session = SessionFactory(node=nordland, status=SessionStatus.CANCELLED)
    client_on(nordland, organiser).post(session.get_absolute_url())
    session.refresh_from_db()
    assert session.status == SessionStatus.CANCELLED


def test_who_may_not_plan_courses_announces_nothing(client_on, nordland, member):
    session = SessionFactory(node=nordland)
    editor = client_on(nordland, member(nordland, Role.EDITOR))
    assert editor.post(session.get_absolute_url()).status_code == 403


def test_a_session_is_previewed_before_it_is_saved(client_on, national, nordland, organiser):
    client, course = client_on(national, organiser), CourseFactory(node=nordland, title="Krav som virker")
    client.post(f"{ADMIN}session/preview/", typed(course, place="Narvik, biblioteket"))
    page = client.get(f"{ADMIN}session/preview/").text
    assert "Krav som virker" in page
    assert "Narvik, biblioteket" in page
    assert "Knutepunkt Nordland" in page


@pytest.mark.parametrize("has_session", [True, False])
def test_a_course_is_previewed_as_it_will_be(client_on, national, nordland, organiser, has_session):
    client, course = client_on(national, organiser), CourseFactory(node=nordland)
    if has_session:
        SessionFactory(course=course)
    changed = {
        "node": nordland.pk,
        "title": "Ny tittel",
        "summary": "Kort sagt.",
        "language": "nb",
        **NO_DOCUMENTS,
    }
    client.post(f"{ADMIN}course/preview/{course.pk}/", changed)
    page = client.get(f"{ADMIN}course/preview/{course.pk}/").text
    assert "Ny tittel" in page
    assert "Kort sagt." in page
    course.refresh_from_db()
    assert course.title != "Ny tittel"


def test_a_new_course_is_previewed_before_it_is_saved(client_on, national, nordland, organiser):
    client = client_on(national, organiser)
    client.post(
        f"{ADMIN}course/preview/",
        {"node": nordland.pk, "title": "Ny tittel", "summary": "Kort.", "language": "nb", **NO_DOCUMENTS},
    )
    assert "Ny tittel" in client.get(f"{ADMIN}course/preview/").text
