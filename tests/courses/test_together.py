"""A node that is named as co-organiser is asked first, and shows the session only after a yes."""

import pytest
from django.utils import timezone

from courses.enums import SessionStatus, TogetherAnswer
from courses.models import TogetherRequest
from courses.queries import requests_awaiting, sessions_listed
from courses.services.together import RequestGone, answer_request, ask_nodes
from hub.enums import Role
from hub.models import AuditEntry
from tests.factories.courses import SessionFactory


@pytest.fixture
def session(nordland):
    return SessionFactory(node=nordland, title="Felles dag")


@pytest.fixture
def asked(session, vestland):
    ask_nodes(session=session, nodes=[vestland], by=None, at=timezone.now())
    return TogetherRequest.objects.get()


@pytest.fixture
def organiser(client_on, vestland, member):
    return client_on(vestland, member(vestland, Role.COURSE_ORGANISER))


def address(asked):
    return f"/kurs/sammen/{asked.pk}/"


def listed(node):
    return [session.course.title for session in sessions_listed(node, at=timezone.now())]


def test_nothing_is_shown_before_the_answer(asked, vestland):
    assert listed(vestland) == []
    assert "Vestland" not in str(sessions_listed(asked.session.node, at=timezone.now())[0].partners)


def test_the_request_waits_for_those_who_plan_courses_in_the_node_asked(
    asked, member, nordland, vestland, client_on, national
):
    organiser = member(vestland, Role.COURSE_ORGANISER)
    (line,) = requests_awaiting(organiser)
    assert line[1].endswith(address(asked))
    assert "Felles dag" in client_on(national, organiser).get("/admin/").text
    assert requests_awaiting(member(nordland, Role.COURSE_ORGANISER)) == []
    assert requests_awaiting(member(vestland, Role.EDITOR)) == []


def test_after_a_yes_the_session_stands_with_both(asked, organiser, vestland):
    organiser.post(address(asked), {"accept": ""})
    assert listed(vestland) == ["Felles dag"]
    assert AuditEntry.objects.filter(action="session.together_accepted", node=vestland).exists()


def test_after_a_no_it_does_not_and_the_asking_node_sees_why(
    asked, organiser, vestland, client_on, national, member
):
    organiser.post(address(asked), {"decline": ""})
    assert listed(vestland) == []
    planner = client_on(national, member(asked.session.node, Role.COURSE_ORGANISER))
    page = planner.get(f"/admin/snippets/courses/session/edit/{asked.session.pk}/").text
    assert "Knutepunkt Vestland (svarte nei)" in page


def test_a_yes_can_be_taken_back(asked, organiser, vestland):
    organiser.post(address(asked), {"accept": ""})
    organiser.post(address(asked), {"decline": ""})
    assert listed(vestland) == []


def test_saving_the_session_again_neither_asks_twice_nor_undoes_the_answer(asked, vestland):
    answer_request(request=asked, accept=True, by=None, at=timezone.now())
    ask_nodes(session=asked.session, nodes=[vestland], by=None, at=timezone.now())
    assert TogetherRequest.objects.get().answer == TogetherAnswer.ACCEPTED
    assert listed(vestland) == ["Felles dag"]


def test_a_node_that_is_left_out_holds_it_no_more(asked, vestland):
    answer_request(request=asked, accept=True, by=None, at=timezone.now())
    ask_nodes(session=asked.session, nodes=[], by=None, at=timezone.now())
    assert listed(vestland) == []
    assert not TogetherRequest.objects.exists()


def test_a_draft_can_be_answered_and_is_shown_when_it_is_announced(asked, organiser, vestland):
    asked.session.status = SessionStatus.DRAFT
    asked.session.save()
    organiser.post(address(asked), {"accept": ""})
    assert listed(vestland) == []


def test_nobody_answers_for_another_node(asked, client_on, nordland, vestland, member):
    own = client_on(nordland, member(nordland, Role.COURSE_ORGANISER))
    assert own.post(address(asked), {"accept": ""}).status_code == 404
    editor = client_on(vestland, member(vestland, Role.EDITOR))
    assert editor.post(address(asked), {"accept": ""}).status_code == 403
    outsider = client_on(vestland, member(nordland, Role.COURSE_ORGANISER))
    assert outsider.post(address(asked), {"accept": ""}).status_code == 403
    assert listed(vestland) == []


def test_an_answer_to_what_is_asked_no_more_changes_nothing_and_is_told(asked, session, organiser, vestland):
    ask_nodes(session=session, nodes=[], by=None, at=timezone.now())

    told = organiser.post(address(asked), {"accept": ""}, follow=True)

    assert told.redirect_chain[-1][0] == "/kurs/"
    assert "spør ikkje lenger" in told.text
    assert not session.co_organisers.exists()
    with pytest.raises(RequestGone):
        answer_request(request=asked, accept=True, by=None, at=timezone.now())
