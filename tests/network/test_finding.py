"""From a name to a node."""

import datetime

import pytest

from hub.enums import OrganisationKind
from hub.models import County
from network.queries.finding import MOST_HITS, find_nodes
from network.queries.succession import rollout, steps_between, todays_counties
from tests.factories.hub import CountyFactory, OrganisationFactory, make_node

TODAY = datetime.date(2026, 11, 16)
PAGE = "/finn-knutepunkt/"


def municipality(name, county, **fields):
    return OrganisationFactory(name=name, county=county, kind=OrganisationKind.MUNICIPALITY, **fields)


def agency(name, county, *serves):
    body = OrganisationFactory(name=name, county=county, kind=OrganisationKind.STATE_AGENCY)
    body.serves_counties.set(serves)
    return body


@pytest.fixture
def merged(nordland):
    """Hordaland and its neighbour became Vestland; Vestfold went into Vestfold og Telemark and out again."""
    vestland = CountyFactory(name="Vestland", slug="vestland-fylke")
    hordaland = CountyFactory(
        number="12", name="Hordaland", slug="", valid_from="1919-01-01", valid_to="2019-12-31"
    )
    hordaland.successors.set([vestland])
    vestfold = CountyFactory(name="Vestfold", slug="vestfold", valid_from="2024-01-01")
    telemark = CountyFactory(name="Telemark", slug="telemark", valid_from="2024-01-01")
    between = CountyFactory(
        name="Vestfold og Telemark", slug="", valid_from="2020-01-01", valid_to="2023-12-31"
    )
    between.successors.set([vestfold, telemark])
    old = CountyFactory(number="07", name="Vestfold", slug="", valid_from="1919-01-01", valid_to="2019-12-31")
    old.successors.set([between])
    return {
        "vestland": vestland,
        "hordaland": hordaland,
        "vestfold": vestfold,
        "between": between,
        "old": old,
    }


def test_a_municipality_leads_to_its_countys_node(nordland):
    municipality("Bodø", nordland.county)
    hit = find_nodes("bodø", on=TODAY).hits[0]
    assert (hit.name, hit.home.node) == ("Bodø", nordland)


def test_two_municipalities_of_one_name_are_shown_with_their_counties(
    client_on, national, nordland, vestland
):
    municipality("Herøy", nordland.county)
    municipality("Herøy", vestland.county)
    page = client_on(national).get(PAGE, {"q": "Herøy"}).content.decode()
    assert nordland.url() in page
    assert vestland.url() in page
    assert f"· {nordland.county.name}" in page
    assert f"· {vestland.county.name}" in page


def test_a_sami_name_finds_the_municipality(nordland):
    municipality("Kautokeino", nordland.county, other_names="Guovdageaidnu")
    assert [hit.name for hit in find_nodes("guovda", on=TODAY).hits] == ["Kautokeino"]


def test_an_agency_has_the_node_of_its_home_county_and_lists_the_others(nordland, vestland):
    CountyFactory(name="Oslo")
    agency("Helse Nord", nordland.county, nordland.county, vestland.county)
    hit = find_nodes("helse nord", on=TODAY).hits[0]
    assert hit.home.node == nordland
    assert [place.node for place in hit.others] == [vestland]


def test_an_agency_for_the_whole_country_does_not_list_every_node(nordland, vestland):
    agency("Kartverket", nordland.county, *County.objects.all())
    hit = find_nodes("kartverket", on=TODAY).hits[0]
    assert (hit.serves_all, hit.others) == (True, [])


def test_a_county_without_a_node_says_so(client_on, national, merged):
    assert "Vestland" in client_on(national).get(PAGE, {"q": "vestland"}).content.decode()
    assert find_nodes("vestland", on=TODAY).hits[0].home.node is None


def test_a_former_county_leads_to_its_heir(merged):
    hit = find_nodes("hordaland", on=TODAY).hits[0]
    assert (hit.is_former, hit.home.county) == (True, merged["vestland"])


def test_a_former_county_that_was_split_lets_one_choose(merged):
    hit = find_nodes("vestfold og telemark", on=TODAY).hits[0]
    assert hit.home is None
    assert [place.county.name for place in hit.others] == ["Telemark", "Vestfold"]


def test_the_same_name_wins(merged):
    assert todays_counties(merged["old"]) == [merged["vestfold"]]
    assert [step.name for step in steps_between(merged["old"])] == ["Vestfold og Telemark"]
    found = find_nodes("vestfold", on=TODAY)
    assert [hit.is_former for hit in found.hits if hit.name == "Vestfold"] == [False]


def test_the_rollout_follows_each_county_of_2008(merged):
    node = make_node("vestland", county=merged["vestland"])
    first = next(iter(rollout().values()))
    assert {carried.county.name: carried.nodes for carried in first} == {"Hordaland": [node], "Vestfold": []}


def test_what_is_spelt_wrong_gets_a_suggestion(client_on, national, nordland):
    municipality("Brønnøysund", nordland.county)
    page = client_on(national).get(PAGE, {"q": "bronoysund"}).content.decode()
    assert 'href="?q=Br%C3%B8nn%C3%B8ysund"' in page


@pytest.mark.parametrize("text", ["", "   ", "!?", "\x00", "x" * 5000, "<script>", "%", "' OR 1=1 --"])
def test_any_text_gets_a_page(client_on, national, text):
    assert client_on(national).get(PAGE, {"q": text}).status_code == 200


def test_many_hits_are_cut_and_counted(nordland):
    for number in range(MOST_HITS + 5):
        municipality(f"Sted {number}", nordland.county)
    found = find_nodes("sted", on=TODAY)
    assert (len(found.hits), found.total) == (MOST_HITS, MOST_HITS + 5)


@pytest.mark.parametrize("rows", [1, 3])
def test_finding_takes_as_many_queries_for_one_hit_as_for_many(rows, nordland, django_assert_num_queries):
    for number in range(rows):
        agency(f"Etaten {number}", nordland.county, nordland.county)
    with django_assert_num_queries(6):
        find_nodes("etaten", on=TODAY)
