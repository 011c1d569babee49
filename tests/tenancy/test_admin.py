"""Wagtail's own addresses, all of them, asked by those who have no business there."""

import pytest

from hub.enums import NATIONAL_ROLES, Role
from tests.tenancy.admin_matrix import (
    OPEN,
    SHARED,
    address_in_own_node,
    admin_addresses,
    is_a_nodes_own,
    thing_of,
)
from tests.tenancy.people import Who
from tests.tenancy.things import SECRET

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the file it made a small picture in to be closed by the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

ADDRESSES = admin_addresses()
CLOSED = {302, 403, 404, 405}
# Takes the session's number, and then only the person's own sessions.
ASKS_FOR_OWN_ROWS = {"wagtailadmin_editing_sessions:release"}


def ask(world, user, address, method="get"):
    return getattr(world.client(world.national, user), method)(address)


def text_of(response) -> str:
    content = b"".join(response) if response.streaming else response.content
    return content.decode(errors="replace")


@pytest.mark.parametrize("name", [name for name, address in ADDRESSES.items() if address.name not in OPEN])
def test_the_admin_is_closed_to_those_who_do_not_edit(world, name):
    address = address_in_own_node(ADDRESSES[name], world)
    strangers = [world.people[who] for who in (Who.ANONYMOUS, Who.BUYER, Who.AUDITOR)]

    for user in [*strangers, world.members[world.own, Role.PARTICIPANT]]:
        response = ask(world, user, address)
        assert response.status_code in CLOSED, user
        assert SECRET not in text_of(response)


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_editor_sees_nothing_of_another_node(world, name):
    address = address_in_own_node(ADDRESSES[name], world)

    assert SECRET not in text_of(ask(world, world.people[Who.OUTSIDER], address))


@pytest.mark.parametrize("name", [name for name, address in ADDRESSES.items() if is_a_nodes_own(address)])
def test_an_editor_reaches_nothing_of_another_node(world, name):
    if ADDRESSES[name].name in ASKS_FOR_OWN_ROWS:
        pytest.skip("answers for the person's own rows alone")
    address = address_in_own_node(ADDRESSES[name], world)

    for method in ("get", "post"):
        assert ask(world, world.people[Who.OUTSIDER], address, method).status_code in CLOSED, method


@pytest.mark.parametrize("name", [name for name in ADDRESSES if not name.startswith("wagtailsnippet")])
def test_the_admin_is_not_there_on_a_nodes_own_host(world, name):
    address = address_in_own_node(ADDRESSES[name], world)

    assert world.client(world.own, world.people[Who.ADMINISTRATOR]).get(address).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin_home",
        "wagtailadmin_explore",
        "wagtailadmin_pages:edit",
        "wagtailadmin_pages:history",
        "wagtailadmin_pages:revisions_compare",
        "wagtailadmin_pages:add_subpage",
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_search",
        "wagtailimages:index",
        "wagtailimages:edit",
        "wagtailimages_chooser:choose",
        "wagtailimages_chooser:chosen",
        "wagtaildocs:index",
        "wagtaildocs:edit",
        "wagtaildocs_chooser:choose",
        "wagtaildocs_chooser:chosen",
        "wagtailadmin_account",
    ],
)
def test_an_editor_reaches_what_the_node_has(world, name):
    (address,) = [address for address in ADDRESSES.values() if address.name == name]

    response = ask(world, world.members[world.own, Role.EDITOR], address_in_own_node(address, world))

    assert response.status_code == 200


NATIONAL_KEEPERS = {
    "criteria_library.criterion": Role.CRITERIA_EDITOR,
    "criteria_library.feedback": Role.CRITERIA_EDITOR,
    "criteria_library.spreadsheetimport": Role.CRITERIA_EDITOR,
    "network.reportform": Role.NETWORK_ADMINISTRATOR,
    **{f"hub.{name}": Role.NETWORK_ADMINISTRATOR for name in (*SHARED, "notice")},
}
EDITING = [name for name, address in ADDRESSES.items() if address.name.endswith((":edit", ":list", ":add"))]


@pytest.mark.parametrize("name", [name for name in EDITING if name.startswith("wagtailsnippets_")])
def test_those_who_keep_a_thing_reach_its_editing_pages(world, name):
    """`add` is refused where rows come another way: nodes are made by a service, problems sent in."""
    address = ADDRESSES[name]
    role = NATIONAL_KEEPERS.get(thing_of(address), Role.NODE_MANAGER)
    node = world.national if role in NATIONAL_ROLES else world.own

    response = ask(world, world.members[node, role], address_in_own_node(address, world))

    assert response.status_code == 200 or (response.status_code == 302 and address.name.endswith(":add"))
