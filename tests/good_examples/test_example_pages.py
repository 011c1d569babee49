"""What a reader sees: the list with its filters, an example's page, and where a criterion was used."""

import datetime
import re

import pytest

from good_examples.enums import Basis, Country, Period
from good_examples.queries import front_examples
from hub.models import County
from tests.factories.criteria_library import make_criterion
from tests.factories.good_examples import ExampleFactory, product_group

LIST = "/eksempler/"


def address(example):
    return f"/eksempler/{example.pk}-{example.slug}/"


def read(client, path):
    return client.get(path).content.decode()


def test_a_node_begins_with_its_own_county_and_says_how_many_more_there_are(client_on, nordland, vestland):
    ExampleFactory(node=nordland, title="Fra nord")
    ExampleFactory.create_batch(2, node=vestland, title="Fra vest")
    page = read(client_on(nordland), LIST)
    assert "Fra nord" in page
    assert "Fra vest" not in page
    assert re.search(r'href="/eksempler/\?alle=">Alle fylker og utlandet <span class="num">3<', page)


def test_the_national_level_begins_with_all(client_on, national, nordland, vestland):
    ExampleFactory(node=nordland, title="Fra nord")
    ExampleFactory(node=vestland, title="Fra vest")
    page = read(client_on(national), LIST)
    assert "Fra nord" in page
    assert f"http://{vestland.host}:8000/eksempler/" in page


def test_drafts_are_not_shown(client_on, nordland):
    draft = ExampleFactory(node=nordland, title="Ikke ferdig", live=False)
    assert "Ikke ferdig" not in read(client_on(nordland), LIST)
    assert client_on(nordland).get(address(draft)).status_code == 404


def test_a_product_group_holds_those_below_it(client_on, nordland):
    textiles = product_group()
    laundry = product_group("vask", "Vask", textiles)
    ExampleFactory(node=nordland, title="Vaskeriet", product_group=laundry)
    ExampleFactory(node=nordland, title="Bilene", product_group=product_group("transport", "Transport"))
    page = read(client_on(nordland), f"{LIST}?product_group=tekstiler")
    assert "Vaskeriet" in page
    assert "Bilene" not in page


def test_a_year_is_a_filter(client_on, nordland):
    ExampleFactory(node=nordland, title="I fjor", year=2024)
    ExampleFactory(node=nordland, title="I år", year=2025)
    page = read(client_on(nordland), f"{LIST}?year=2024")
    assert "I fjor" in page
    assert "I år</a>" not in page


def test_examples_from_abroad_are_a_choice_of_place(client_on, national, nordland):
    ExampleFactory(node=national, title="Fra Stockholm", county=None, country=Country.SWEDEN)
    ExampleFactory(node=nordland, title="Fra nord")
    page = read(client_on(nordland), f"{LIST}?county=abroad")
    assert "Fra Stockholm" in page
    assert "Fra nord" not in page


def test_what_was_written_in_a_county_is_found_from_what_it_became(client_on, vestland):
    before = County.objects.create(
        number="12",
        name="Hordaland",
        valid_from=datetime.date(1919, 1, 1),
        valid_to=datetime.date(2019, 12, 31),
    )
    before.successors.add(vestland.county)
    ExampleFactory(node=vestland, title="Fra gamle dager", county=before)
    page = read(client_on(vestland), LIST)
    assert "Fra gamle dager" in page
    assert "Hordaland" in page
    assert 'aria-current="page">Vestland <span class="num">1<' in page


def test_a_choice_does_not_shrink_its_own_counts(client_on, nordland):
    ExampleFactory(node=nordland, product_group=product_group())
    ExampleFactory.create_batch(2, node=nordland, product_group=product_group("transport", "Transport"))
    answer = client_on(nordland).get(f"{LIST}?product_group=tekstiler&format=json").json()
    assert answer["total"] == 1
    assert {value["code"]: value["count"] for value in answer["facets"]["product_group"]} == {
        "tekstiler": 1,
        "transport": 2,
    }


@pytest.mark.parametrize(
    "query",
    [
        "?product_group=finnes-ikke",
        "?county=atlantis",
        "?year=99999",
        "?year=æ",
        "?year=²⁰²⁴",
        "?page=-1",
        "?product_group=%00",
        "?county=",
    ],
)
def test_an_unknown_choice_gives_a_sane_page(client_on, nordland, query):
    ExampleFactory(node=nordland)
    assert client_on(nordland).get(LIST + query).status_code == 200


def test_a_choice_that_nothing_fits_says_how_to_loosen_it(client_on, nordland):
    ExampleFactory(node=nordland, title="Fra nord", year=2024, product_group=product_group())
    product_group("transport", "Transport")
    page = read(client_on(nordland), f"{LIST}?year=2024&product_group=transport")
    assert "1 treff uten filteret «Transport»" in page
    assert f'href="{LIST}?year=2024"' in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_as_many_queries_for_three_as_for_one(
    client_on, nordland, rows, django_assert_num_queries, indexed
):
    criterion = make_criterion()
    for _number in range(rows):
        example = ExampleFactory(node=nordland)
        example.criteria = [criterion]
        example.save()
    indexed()
    client = client_on(nordland)
    client.get(LIST)
    with django_assert_num_queries(15):
        client.get(LIST)


def test_the_number_stands_before_the_title(client_on, nordland):
    ExampleFactory(node=nordland, title="Faste dager", number="−38 %", number_label="utslipp per levering")
    page = read(client_on(nordland), LIST)
    assert page.index("−38 %") < page.index("Faste dager")


def test_amounts_are_written_as_people_write_them(client_on, nordland):
    example = ExampleFactory(
        node=nordland,
        co2_tonnes="38.50",
        co2_period=Period.YEAR,
        saved_amount=1_400_000,
        contract_value=310_000,
    )
    page = read(client_on(nordland), address(example))
    assert "38,5 tonn" in page
    assert "CO₂-ekvivalenter spart i året" in page
    assert "1,4 mill. kr" in page
    assert "310\xa0000 kr" in page


def test_what_was_not_reported_is_not_zero(client_on, nordland):
    page = read(client_on(nordland), address(ExampleFactory(node=nordland)))
    assert page.count("Ikke rapportert") == 2
    assert "0 tonn" not in page


def test_a_counted_zero_is_shown_as_zero(client_on, nordland):
    assert "0 tonn" in read(client_on(nordland), address(ExampleFactory(node=nordland, co2_tonnes=0)))


def test_what_cost_more_is_not_called_saved(client_on, nordland):
    page = read(client_on(nordland), address(ExampleFactory(node=nordland, saved_amount=-1_200_000)))
    assert "1,2 mill. kr" in page
    assert "dyrere" in page


def test_what_is_only_expected_says_so(client_on, nordland):
    example = ExampleFactory(node=nordland, co2_tonnes=950, co2_basis=Basis.EXPECTED)
    assert "CO₂-ekvivalenter spart, forventet" in read(client_on(nordland), address(example))


def test_a_requirement_and_an_example_that_used_it_lead_to_each_other(client_on, nordland):
    criterion = make_criterion("TEX-004")
    example = ExampleFactory(node=nordland, title="Arbeidstøy i drift")
    example.criteria = [criterion]
    example.save()
    client = client_on(nordland)
    assert "/kriterier/TEX-004/" in read(client, address(example))
    page = read(client, "/kriterier/TEX-004/")
    assert "Brukt i" in page
    assert address(example) in page


def test_another_nodes_host_does_not_have_the_page(client_on, national, nordland, vestland):
    example = ExampleFactory(node=vestland)
    assert client_on(vestland).get(address(example)).status_code == 200
    for elsewhere in (national, nordland):
        assert client_on(elsewhere).get(address(example)).status_code == 404


def test_an_old_address_leads_to_the_new_one(client_on, nordland):
    example = ExampleFactory(node=nordland, title="Møbler på Ørlandet")
    response = client_on(nordland).get(f"/eksempler/{example.pk}-gammelt/")
    assert (response.status_code, response["Location"]) == (301, address(example))


def test_what_an_editor_wrote_is_never_markup(client_on, nordland):
    evil = "<script>alert(1)</script>"
    texts = dict.fromkeys(
        ["title", "summary", "what", "why", "how", "lessons", "source", "contact_role"], evil
    )
    example = ExampleFactory(
        node=nordland, number="<b>1</b>", number_label=evil, organisation_name=evil, **texts
    )
    for path in (LIST, address(example)):
        assert evil not in read(client_on(nordland), path)
        assert "<b>1</b>" not in read(client_on(nordland), path)


def test_readers_get_no_cookie(client_on, nordland):
    example = ExampleFactory(node=nordland)
    client = client_on(nordland)
    for path in (LIST, f"{LIST}?gruppe=tekstiler", address(example)):
        assert not client.get(path).cookies


def test_the_front_page_has_the_three_newest(rf, nordland):
    for days_ago in (40, 30, 20, 10):
        ExampleFactory(node=nordland, title=f"{days_ago} dager siden", days_ago=days_ago)
    shown = front_examples(rf.get("/"), nordland)
    assert [example.title[:2] for example in shown["examples"]] == ["10", "20", "30"]


def test_a_node_without_examples_shows_the_networks(rf, nordland, vestland):
    ExampleFactory(node=vestland)
    shown = front_examples(rf.get("/"), nordland)
    assert shown["from_network"]
    assert len(shown["examples"]) == 1
