"""The steering group's lead keeps promises and seats on the group's own page."""

import pytest
from django.utils import timezone

from hub.enums import Role
from hub.models import AuditEntry, DeletedThing
from hub.services.bin import bring_back
from hub.services.nodes import close_node
from network.models import Commitment, Seat
from tests.factories.network import CommitmentFactory, SeatFactory, SteeringGroupFactory

MEMBERS = "/styringsgruppe/medlem/"
YEAR = timezone.localdate().year
PROMISE = {"text": "Alle avtaler har krav", "year": YEAR, "state": "under_way", "comment": ""}
SEAT = {"body": "business", "role": "Daglig leder", "organisation_name": "NHO"}


@pytest.fixture
def group(nordland):
    return SteeringGroupFactory(node=nordland)


@pytest.fixture
def lead(client_on, nordland, member):
    return client_on(nordland, member(nordland, Role.COUNTY_GOVERNOR_LEAD))


def public(client_on, node):
    return client_on(node).get("/styringsgruppe/").content.decode()


def test_a_promise_is_made_changed_and_shown_to_everybody(client_on, lead, group):
    lead.post(f"{MEMBERS}lofter/ny/", PROMISE)
    promise = group.commitments.get()
    lead.post(f"{MEMBERS}lofter/{promise.pk}/", {**PROMISE, "state": "done", "comment": "Ferdig i mai."})
    page = public(client_on, group.node)
    assert "Alle avtaler har krav" in page
    assert "Ferdig i mai." in page
    assert AuditEntry.objects.filter(action="commitment.saved").count() == 2


def test_a_new_one_stands_last(lead, group):
    CommitmentFactory(steering_group=group, sort_order=5, text="Først")
    lead.post(f"{MEMBERS}lofter/ny/", PROMISE)
    assert [row.text for row in group.commitments.order_by("sort_order")] == ["Først", PROMISE["text"]]


def test_a_promise_for_next_year_waits_where_the_lead_finds_it(client_on, lead, group):
    lead.post(f"{MEMBERS}lofter/ny/", {**PROMISE, "year": YEAR + 1})
    assert PROMISE["text"] not in public(client_on, group.node)
    assert f"{MEMBERS}lofter/{group.commitments.get().pk}/" in lead.get(MEMBERS).content.decode()


@pytest.mark.parametrize("year", ["", "1899", "x", str(YEAR + 2)])
def test_a_year_that_no_promise_is_for_is_told_and_what_was_typed_stays(lead, group, year):
    page = lead.post(f"{MEMBERS}lofter/ny/", {**PROMISE, "year": year}).content.decode()
    assert 'class="faults"' in page
    assert PROMISE["text"] in page
    assert not Commitment.objects.exists()


def test_a_promise_of_an_earlier_year_can_be_changed_as_it_is(lead, group):
    promise = CommitmentFactory(steering_group=group, year=2019)
    lead.post(f"{MEMBERS}lofter/{promise.pk}/", {**PROMISE, "year": 2019})
    promise.refresh_from_db()
    assert promise.text == PROMISE["text"]


def test_a_promise_that_is_removed_can_be_brought_back(client_on, lead, group):
    promise = CommitmentFactory(steering_group=group, text="Angret løfte")
    lead.post(f"{MEMBERS}lofter/{promise.pk}/", {"remove": ""})
    assert "Angret løfte" not in public(client_on, group.node)
    bring_back(DeletedThing.objects.get(), by=None)
    assert "Angret løfte" in public(client_on, group.node)


def test_a_seat_is_added_and_a_name_needs_consent(client_on, lead, group):
    page = lead.post(f"{MEMBERS}plasser/ny/", {**SEAT, "person_name": "Kari Eksempel"}).content.decode()
    assert 'href="#id_has_consented"' in page
    assert not Seat.objects.exists()
    lead.post(f"{MEMBERS}plasser/ny/", SEAT)
    assert "Daglig leder" in public(client_on, group.node)


@pytest.mark.parametrize("role", ["", "x" * 5000, "a\x00b"])
def test_a_role_that_can_not_be_kept_is_told(lead, group, role):
    seat = SeatFactory(steering_group=group)
    page = lead.post(f"{MEMBERS}plasser/{seat.pk}/", {**SEAT, "role": role}).content.decode()
    assert 'class="faults"' in page
    seat.refresh_from_db()
    assert seat.role == "Kommunedirektør"


def test_only_those_who_keep_the_page_see_the_ways_to_change_it(client_on, lead, member, group):
    seat = SeatFactory(steering_group=group)
    address = f"{MEMBERS}plasser/{seat.pk}/"
    assert address in lead.get(MEMBERS).content.decode()
    assert address not in public(client_on, group.node)
    other = client_on(group.node, member(group.node, Role.STEERING_GROUP_MEMBER))
    assert address not in other.get(MEMBERS).content.decode()
    assert other.post(address, SEAT).status_code == 403


def test_the_seat_of_another_node_is_not_there(lead, group, vestland):
    other = SeatFactory(steering_group=SteeringGroupFactory(node=vestland))
    assert lead.post(f"{MEMBERS}plasser/{other.pk}/", {"remove": ""}).status_code == 404
    assert Seat.objects.filter(pk=other.pk).exists()


def test_without_a_group_there_is_nothing_to_add_to(lead):
    assert lead.get(f"{MEMBERS}lofter/ny/").status_code == 404


def test_in_a_closed_node_nothing_is_changed(lead, group):
    close_node(group.node, by=None, on=timezone.localdate())
    assert lead.post(f"{MEMBERS}lofter/ny/", PROMISE).status_code == 403
