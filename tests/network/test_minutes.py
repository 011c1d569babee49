"""Minutes are written for the members first, and then for everybody."""

import pytest

from hub.enums import Role
from hub.models import AuditEntry
from tests.factories.network import MeetingFactory, SteeringGroupFactory


@pytest.fixture
def meeting(nordland):
    SteeringGroupFactory(node=nordland)
    return MeetingFactory(node=nordland, days=-5)


@pytest.fixture
def lead(client_on, nordland, member):
    return client_on(nordland, member(nordland, Role.COUNTY_GOVERNOR_LEAD))


def address(meeting):
    return f"/styringsgruppe/medlem/referat/{meeting.pk}/"


def public_page(client_on, node):
    return client_on(node).get("/styringsgruppe/").content.decode()


def test_saved_minutes_are_not_public_until_they_are_published(client_on, lead, meeting):
    lead.post(address(meeting), {"summary": "Vedtok løftene.", "save": ""})
    assert "Vedtok løftene." not in public_page(client_on, meeting.node)
    lead.post(address(meeting), {"summary": "Vedtok løftene.", "publish": ""})
    assert "Vedtok løftene." in public_page(client_on, meeting.node)
    actions = AuditEntry.objects.filter(action__startswith="minutes.").values_list("action", flat=True)
    assert sorted(actions) == ["minutes.published", "minutes.saved"]


def test_empty_minutes_are_not_published(lead, meeting):
    page = lead.post(address(meeting), {"summary": "  ", "publish": ""}).content.decode()
    assert 'href="#id_summary"' in page
    meeting.refresh_from_db()
    assert meeting.minutes_published_date is None


def test_published_minutes_can_be_corrected_and_not_emptied(lead, meeting):
    lead.post(address(meeting), {"summary": "Vedtok løftene.", "publish": ""})
    lead.post(address(meeting), {"summary": "Vedtok fire løfter.", "save": ""})
    lead.post(address(meeting), {"summary": "", "save": ""})
    meeting.refresh_from_db()
    assert meeting.minutes_summary == "Vedtok fire løfter."
    assert meeting.minutes_published_date is not None


def test_a_member_without_the_task_may_not_write_minutes(client_on, meeting, member):
    person = member(meeting.node, Role.STEERING_GROUP_MEMBER)
    assert client_on(meeting.node, person).get(address(meeting)).status_code == 403
    assert (
        address(meeting)
        not in client_on(meeting.node, person).get("/styringsgruppe/medlem/").content.decode()
    )


def test_a_meeting_of_another_node_is_not_there(lead, meeting, vestland):
    assert lead.get(address(meeting)).status_code == 200
    assert lead.get(address(MeetingFactory(node=vestland, days=-5))).status_code == 404
