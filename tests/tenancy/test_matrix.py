"""Every named address, asked by everybody."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from tests.tenancy.addresses import all_addresses
from tests.tenancy.admin_matrix import is_wagtails
from tests.tenancy.matrix import AWAY, HUB, ROWS, SIGN_IN
from tests.tenancy.people import Who

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the file it made a small picture in to be closed by the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def test_every_address_is_in_the_matrix():
    missing = {address.name for address in all_addresses()} - set(ROWS)

    assert sorted(name for name in missing if not is_wagtails(name)) == []


def test_the_matrix_names_no_address_that_is_gone():
    assert sorted(set(ROWS) - {address.name for address in all_addresses()}) == []


def address_of(row, world) -> str:
    arguments = row.arguments(world)
    by = {"args": arguments} if isinstance(arguments, list) else {"kwargs": arguments}
    return reverse(row.name, **by) + row.query


def answer_to(client, row, address):
    """The status, or where a redirect leads: to the sign-in with a way back, or away."""
    response = getattr(client, row.method)(address)
    if response.streaming:
        list(response)  # read to its end, which closes the file
    if response.status_code not in (301, 302):
        return response.status_code
    target = urlsplit(response["Location"])
    if target.path == reverse("account_login") and parse_qs(target.query).get("next"):
        return SIGN_IN
    return AWAY


@pytest.mark.parametrize("name", ROWS)
def test_each_person_gets_what_the_matrix_says(world, name):
    row = ROWS[name]
    node = world.national if row.on == HUB else world.own
    address = address_of(row, world)
    got = {
        who: answer_to(world.client(node, world.person(who, row.access.permission, node)), row, address)
        for who in Who
    }

    assert got == {who: row.access.answers[who] for who in Who}, address


@pytest.mark.parametrize("name", ROWS)
def test_on_another_nodes_host_it_is_the_other_nodes_or_not_there(world, name):
    row = ROWS[name]
    address = address_of(row, world)
    permission = row.access.permission
    someone = world.person(Who.HOLDER, permission, world.national if row.on == HUB else world.own)

    answer = answer_to(world.client(world.other, someone), row, address)

    assert answer in allowed_elsewhere(row, address), address


def allowed_elsewhere(row, address) -> set:
    """A section of the other node's is no less closed there than at home; accounts are led to the hub."""
    if row.on == HUB and row.method == "get" and address.startswith("/konto/"):
        return {AWAY, SIGN_IN}
    closed = {403} if row.access.answers[Who.BYSTANDER] == 403 else set()
    return {row.elsewhere} | (closed if row.elsewhere == 200 else set())


@pytest.mark.parametrize(
    "name", [address.name for address in all_addresses() if address.route[:6] == "konto/"]
)
def test_another_node_leads_to_the_same_account_page_of_the_hub_and_takes_nothing_in(world, name):
    address = address_of(ROWS[name], world)
    client = world.client(world.other, world.people[Who.BUYER])

    led = client.get(address)["Location"].removeprefix(world.national.url(""))

    assert led in (address, f"/{world.other.main_language}{address}")
    assert client.post(address).status_code == 404
