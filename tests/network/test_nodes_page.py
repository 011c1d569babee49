"""The map and the table of all nodes, and the rollout."""

import datetime

import pytest

from hub.enums import NodeStatus, Role
from hub.services.nodes import close_node
from network.queries.overview import count_active, tiles
from tests.factories.hub import CountyFactory, make_node

TODAY = datetime.date(2026, 11, 16)


def test_the_page_counts_the_active_nodes_and_lists_every_county(client_on, national, nordland):
    make_node("troms", "Knutepunkt Troms", status=NodeStatus.LAUNCHING)
    CountyFactory(name="Finnmark")
    page = client_on(national).get("/knutepunkter/").content.decode()
    assert page.count("Knutepunkt Troms") >= 1
    assert "Finnmark" in page
    assert count_active(tiles(on=TODAY)) == 1


def test_a_county_with_a_closed_and_a_new_node_shows_the_new_one(nordland):
    close_node(nordland, by=None, on=TODAY)
    fresh = make_node("nordland-ny", county=nordland.county)
    assert [tile.node for tile in tiles(on=TODAY)] == [fresh]


def test_the_pages_are_read_on_a_nodes_own_host_too_with_the_hubs_as_canonical(client_on, nordland):
    for path in ["/knutepunkter/", "/finn-knutepunkt/", "/utrulling/"]:
        page = client_on(nordland).get(path).content.decode()
        assert f'<link rel="canonical" href="http://hub.localhost:8000{path}">' in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_map_takes_as_many_queries_for_one_node_as_for_many(rows, national, django_assert_num_queries):
    for number in range(rows):
        make_node(f"fylke-{number}")
    with django_assert_num_queries(2):
        tiles(on=TODAY)


def test_only_network_administrators_are_offered_to_make_and_close_nodes(
    client_on, national, nordland, member
):
    administrator = client_on(national, member(national, Role.NETWORK_ADMINISTRATOR))
    others = [client_on(national), client_on(national, member(nordland, Role.NODE_MANAGER))]
    assert "/nettverk/nordland/lukk/" in administrator.get("/knutepunkter/").content.decode()
    for client in others:
        assert "/nettverk/" not in client.get("/knutepunkter/").content.decode()


def test_the_editing_pages_lead_to_the_reports_those_who_may_read_them(client_on, national, nordland, member):
    client = client_on(national, member(national, Role.AUDITOR, Role.EDITOR))
    assert "/rapporter/" in client.get("/admin/").content.decode()
    client = client_on(national, member(nordland, Role.NODE_MANAGER))
    assert "/rapporter/" not in client.get("/admin/").content.decode()
