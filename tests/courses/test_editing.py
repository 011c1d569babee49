"""The organiser's forms: another node's course or session can't be reached by typing its number."""

import datetime
import re

import pytest
from django.utils import timezone

from courses.enums import Form, SessionStatus, SignUpStatus
from courses.forms import SessionForm
from courses.models import Session
from courses.viewsets import SessionViewSet
from hub.enums import Role
from hub.models import OutgoingMail
from tests.factories.courses import CourseFactory, SessionFactory, at_nine, fill

ADMIN = "/admin/snippets/courses/session/"


@pytest.fixture
def organiser(member, nordland):
    return member(nordland, Role.COURSE_ORGANISER)


@pytest.fixture
def form_class():
    return SessionViewSet().get_edit_handler().get_form_class()


def typed(course, **changes):
    starts_at = at_nine(10)
    return {
        "course": course.pk,
        "starts_at": f"{starts_at:%Y-%m-%d %H:%M}",
        "ends_at": f"{starts_at + datetime.timedelta(hours=3):%Y-%m-%d %H:%M}",
        "form": Form.IN_PERSON,
        "place": "Narvik, biblioteket",
        "capacity": 20,
        "status": SessionStatus.ANNOUNCED,
        **changes,
    }


def test_an_organiser_plans_a_session_of_their_own_course(client_on, national, nordland, vestland, organiser):
    course = CourseFactory(node=nordland)
    response = client_on(national, organiser).post(f"{ADMIN}add/", typed(course, together_with=[vestland.pk]))
    assert response.status_code == 302
    session = Session.objects.get()
    assert (session.node, session.place) == (nordland, "Narvik, biblioteket")
    assert [row.node for row in session.requests.all()] == [vestland]
    assert not session.co_organisers.exists()


def test_another_nodes_course_is_not_a_choice(nordland, vestland, organiser, form_class):
    form = form_class(typed(CourseFactory(node=vestland)), for_user=organiser)
    assert isinstance(form, SessionForm)
    assert "course" in form.errors


def test_a_session_never_moves_to_another_node(member, nordland, vestland, form_class):
    both = member(nordland, Role.COURSE_ORGANISER)
    both.memberships.create(node=vestland, role=Role.COURSE_ORGANISER)
    session = SessionFactory(node=nordland)
    form = form_class(typed(CourseFactory(node=vestland)), instance=session, for_user=both)
    assert "course" in form.errors


def test_the_node_itself_is_not_among_those_it_holds_the_session_with(nordland, organiser, form_class):
    form = form_class(typed(CourseFactory(node=nordland), together_with=[nordland.pk]), for_user=organiser)
    assert "together_with" in form.errors


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_at": "2020-01-01 09:00"}, "ends_at"),
        ({"place": ""}, "place"),
        ({"capacity": 0}, None),
        ({"sign_up_closes_at": "2099-01-01 09:00"}, "sign_up_closes_at"),
    ],
)
def test_a_session_that_makes_no_sense_is_told_where(nordland, organiser, form_class, changes, field):
    form = form_class(typed(CourseFactory(node=nordland), **changes), for_user=organiser)
    assert not form.is_valid()
    assert field is None or field in form.errors


def test_who_holds_it_together_with_the_node_can_not_change_it(
    client_on, national, member, nordland, vestland
):
    session = SessionFactory(node=nordland)
    session.co_organisers.add(vestland)
    outsider = client_on(national, member(vestland, Role.COURSE_ORGANISER))
    assert outsider.get(f"{ADMIN}edit/{session.pk}/").status_code == 404
    assert outsider.post(f"{ADMIN}delete/{session.pk}/").status_code == 404
    assert session.course.title not in outsider.get(ADMIN).content.decode()


def test_more_seats_in_the_form_reach_the_queue(client_on, national, nordland, organiser):
    session = fill(SessionFactory(node=nordland, capacity=1), confirmed=1, waiting=1)
    changed = typed(session.course, capacity=5)
    assert client_on(national, organiser).post(f"{ADMIN}edit/{session.pk}/", changed).status_code == 302
    assert not session.sign_ups.filter(status=SignUpStatus.WAITING).exists()


def test_cancelling_in_the_form_tells_those_who_had_signed_up(client_on, national, nordland, organiser):
    session = fill(SessionFactory(node=nordland), confirmed=2)
    changed = typed(session.course, status=SessionStatus.CANCELLED)
    client_on(national, organiser).post(f"{ADMIN}edit/{session.pk}/", changed)
    assert OutgoingMail.objects.filter(subject__startswith="Avlyst").count() == 2


def test_a_session_with_sign_ups_shows_its_time_as_the_clock_in_oslo(client_on, nordland):
    session = SessionFactory(node=nordland)
    assert timezone.localtime(session.starts_at).hour == 9
    page = client_on(nordland).get(session.get_absolute_url()).content.decode()
    assert "kl.\xa09–15" in page


def test_two_who_change_the_same_session_do_not_write_over_each_other(
    client_on, national, nordland, vestland, member
):
    course = CourseFactory(node=nordland)
    session = SessionFactory(course=course, node=nordland)
    browsers = [client_on(national, member(nordland, Role.COURSE_ORGANISER)) for _ in range(2)]
    address = f"{ADMIN}edit/{session.pk}/"
    opened = [seen_in(browser.get(address)) for browser in browsers]

    def save(browser, seen, **changes):
        return browser.post(address, typed(course, **changes) | {"seen": seen})

    save(browsers[0], opened[0], place="Bodø, rådhuset", together_with=[vestland.pk])
    told = save(browsers[1], opened[1], place="Fauske, kulturhuset")
    session.refresh_from_db()
    kept = session.place
    save(browsers[1], seen_in(told), place="Fauske, kulturhuset", together_with=[vestland.pk])
    session.refresh_from_db()

    assert kept == "Bodø, rådhuset"
    assert "Bodø, rådhuset" in told.content.decode()
    assert "Fauske, kulturhuset" in told.content.decode()
    assert vestland.name in told.content.decode()
    assert session.place == "Fauske, kulturhuset"
    assert [row.node for row in session.requests.all()] == [vestland]


def test_what_somebody_else_has_stored_is_told_by_the_clock_in_oslo(client_on, national, nordland, organiser):
    course = CourseFactory(node=nordland)
    session = SessionFactory(course=course, node=nordland)

    told = client_on(national, organiser).post(
        f"{ADMIN}edit/{session.pk}/",
        typed(course, starts_at=f"{session.starts_at + datetime.timedelta(hours=1):%Y-%m-%d %H:%M}")
        | {"seen": "of something else"},
    )

    assert re.search(r"Starter er nå: [^·]* 09:00 ", told.content.decode())


def seen_in(page) -> str:
    return re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]
