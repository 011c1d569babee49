"""Two who keep the same page at the same time: nothing is lost without a word."""

import re

import pytest

from hub.enums import Role
from network.models import Commitment, Seat
from tests.factories.network import CommitmentFactory, MeetingFactory, SeatFactory, SteeringGroupFactory

MEMBERS = "/styringsgruppe/medlem/"
SEAT = ["body", "role", "organisation_name"]


@pytest.fixture
def two(client_on, nordland, member):
    """Two leads, each with a browser."""
    return [client_on(nordland, member(nordland, Role.COUNTY_GOVERNOR_LEAD)) for _ in range(2)]


@pytest.fixture
def group(nordland):
    return SteeringGroupFactory(node=nordland)


def seen_in(page) -> str:
    return re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]


def typed(row, **changes):
    names = ["text", "year", "state", "comment"] if isinstance(row, Commitment) else SEAT
    return {name: getattr(row, name) for name in names} | changes


@pytest.mark.parametrize(
    ("make", "path", "field"),
    [(CommitmentFactory, "lofter", "text"), (SeatFactory, "plasser", "role")],
)
def test_the_second_is_told_and_decides(two, group, make, path, field):
    row = make(steering_group=group)
    first, second = two
    address = f"{MEMBERS}{path}/{row.pk}/"
    opened = [seen_in(browser.get(address)) for browser in two]

    first.post(address, typed(row, **{field: "Den førstes ord"}) | {"seen": opened[0]})
    told = second.post(address, typed(row, **{field: "Den andres ord"}) | {"seen": opened[1]})
    row.refresh_from_db()
    kept = getattr(row, field)
    second.post(address, typed(row, **{field: "Den andres ord"}) | {"seen": seen_in(told)})
    row.refresh_from_db()

    assert kept == "Den førstes ord"
    assert "Den førstes ord" in told.content.decode()
    assert "Den andres ord" in told.content.decode()
    assert getattr(row, field) == "Den andres ord"


def test_one_who_saves_twice_is_not_held_up(two, group):
    promise = CommitmentFactory(steering_group=group)
    address = f"{MEMBERS}lofter/{promise.pk}/"
    for words in ("Én", "To"):
        seen = seen_in(two[0].get(address))
        assert two[0].post(address, typed(promise, text=words) | {"seen": seen}).status_code == 302
    promise.refresh_from_db()
    assert promise.text == "To"


def test_what_was_typed_of_a_promise_that_is_gone_can_be_added_anew(two, group):
    promise = CommitmentFactory(steering_group=group)
    address = f"{MEMBERS}lofter/{promise.pk}/"
    two[0].post(address, {"remove": ""})

    told = two[1].post(address, typed(promise, text="Likevel"))

    assert told.status_code == 409
    assert "Likevel" in told.content.decode()
    assert f'action="{MEMBERS}lofter/ny/"' in told.content.decode()
    assert two[1].post(address, {"remove": ""})["Location"] == MEMBERS
    assert not Commitment.objects.exists()


def test_minutes_that_somebody_else_has_saved_are_not_lost(two, group, nordland):
    meeting = MeetingFactory(node=nordland)
    address = f"{MEMBERS}referat/{meeting.pk}/"
    opened = [seen_in(browser.get(address)) for browser in two]

    two[0].post(address, {"summary": "Vedtok A", "seen": opened[0]})
    told = two[1].post(address, {"summary": "Vedtok B", "seen": opened[1], "publish": ""})
    meeting.refresh_from_db()

    assert meeting.minutes_summary == "Vedtok A"
    assert meeting.minutes_published_date is None
    assert "Vedtok A" in told.content.decode()
    assert "Vedtok B" in told.content.decode()


def test_no_row_of_another_node_is_told_of(two, group, vestland):
    other = SeatFactory(steering_group=SteeringGroupFactory(node=vestland), role="Hemmelig")
    assert two[0].post(f"{MEMBERS}plasser/{other.pk}/", {"role": "x"}).status_code == 404
    assert Seat.objects.get().role == "Hemmelig"
