"""What a role opens asks for a second factor: every named address that is not everybody's."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from courses.enums import SessionStatus
from hub.enums import Permission
from hub.permissions import WITHOUT_SECOND_FACTOR
from tests.factories.courses import SessionFactory
from tests.tenancy.matrix import AWAY, HUB, ROWS
from tests.tenancy.people import Who
from tests.tenancy.test_matrix import address_of, answer_to

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the file it made a small picture in to be closed by the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

# What is one's own, though it hangs on a role: leaving, and a proposal that one has sent.
OWN = {"hub:leave_node", "criteria_library:proposal"}
WITH_A_ROLE = (Who.HOLDER, Who.ADMINISTRATOR, Who.AUDITOR)


def opened_by_a_role(row) -> list[Who]:
    closed_to_others = row.access.answers[Who.BUYER] not in (200, AWAY)
    return [who for who in WITH_A_ROLE if closed_to_others and row.access.answers[who] in (200, AWAY)]


GUARDED = [
    name
    for name, row in ROWS.items()
    if opened_by_a_role(row) and name not in OWN and row.access.permission not in WITHOUT_SECOND_FACTOR
]
NOT_GUARDED = sorted(
    name for name, row in ROWS.items() if opened_by_a_role(row) and name not in OWN and name not in GUARDED
)


@pytest.fixture(autouse=True)
def _asked_for(settings):
    settings.HUB = settings.HUB.model_copy(update={"admin_second_factor": True})


@pytest.mark.parametrize("name", GUARDED)
def test_a_session_that_has_shown_none_is_led_to_setting_it_up(world, name):
    row = ROWS[name]
    node = world.national if row.on == HUB else world.own
    address = address_of(row, world)

    for who in opened_by_a_role(row):
        client = world.client(node, world.person(who, row.access.permission, node))
        answer = getattr(client, row.method)(address)
        assert answer.status_code == 302, who
        assert urlsplit(answer["Location"]).path == reverse("set_up_second_factor"), who


def is_led(answer) -> bool:
    return answer.status_code == 302 and reverse("set_up_second_factor") in answer["Location"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_so_is_who_plans_a_course_from_its_draft_and_nobody_from_what_is_announced(world, method):
    client = world.client(world.own, world.person(Who.HOLDER, Permission.EDIT_COURSES, world.own))
    draft = SessionFactory(node=world.own, status=SessionStatus.DRAFT)

    assert is_led(getattr(client, method)(draft.get_absolute_url()))
    draft.refresh_from_db()
    assert draft.status == SessionStatus.DRAFT
    assert client.get(world.things["courses.session"].get_absolute_url()).status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_so_is_who_answers_a_proposal_and_its_node_just_reads_it(world, method):
    address = reverse("criteria_library:proposal", args=[world.things["proposal_on_criterion"].pk])
    editor = world.person(Who.HOLDER, Permission.EDIT_CRITERIA, world.national)
    reader = world.person(Who.HOLDER, Permission.EDIT_LOCAL_NOTES, world.own)

    assert is_led(getattr(world.client(world.national, editor), method)(address))
    assert getattr(world.client(world.own, reader), method)(address).status_code in (200, 403)


@pytest.mark.parametrize("name", NOT_GUARDED)
def test_the_steering_groups_own_papers_and_report_open_by_password(world, name):
    row = ROWS[name]
    address = address_of(row, world)
    client = world.client(world.own, world.person(Who.HOLDER, row.access.permission, world.own))

    assert answer_to(client, row, address) == row.access.answers[Who.HOLDER]


def test_what_opens_by_password_alone_is_what_was_meant():
    assert NOT_GUARDED == [
        "network:member_page",
        "network:report_form",
        "network:report_part",
        "wagtaildocs_serve",
    ]
