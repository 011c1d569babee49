"""The page at /sok/."""

import shutil

import pytest

from hub.enums import Role
from hub.models import ProductGroup, TaxonomyProposal
from search.registry import documents
from tests.factories.hub import make_product_group

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rooms")]


def page(client, address="/sok/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def found(client, address):
    return client.get(address + ("&" if "?" in address else "?") + "format=json").json()


@pytest.fixture
def gloves(nordland):
    make_product_group("hansker", "Hansker", description_nb="Engangshansker av nitril til renhold & pleie")
    return nordland


def test_the_number_of_hits_stands_in_a_sentence_that_is_read_aloud(gloves, indexed, client_on):
    indexed()
    html = page(client_on(gloves), "/sok/?q=hanske")
    assert 'role="status"' in html
    assert "<mark>Hansker</mark>" in html
    assert "<mark>Engangshansker</mark>" in html or "Engangs<mark>hansker</mark>" in html
    assert "renhold &amp; pleie" in html


def test_what_was_typed_is_kept_and_never_markup(gloves, indexed, client_on):
    indexed()
    html = page(client_on(gloves), "/sok/?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "a" * 1_000_000,
        "q=%00%01%1b%E2%80%AE",
        "q=%22%22((%22",
        "q=%FF%FE",
        "grade=sublime&product_group=gone&colour=red",
        "page=0",
        "page=-1",
        "page=99999999999999999999",
        "page=%C2%B2",
        "sort=sideways&from=yesterday&to=2026-13-45",
        "node=%27%20OR%201=1",
        "&".join(f"grade={number}" for number in range(500)),
    ],
)
def test_no_address_is_an_error(gloves, indexed, client_on, query):
    indexed()
    page(client_on(gloves), f"/sok/?{query}")
    assert "total" in found(client_on(gloves), f"/sok/?{query}")


def test_chosen_filters_are_chips_that_take_themselves_away(gloves, indexed, client_on):
    make_product_group("votter", "Votter", description_nb="Hansker uten fingre")
    indexed()
    html = page(client_on(gloves), "/sok/?q=hanske&product_group=votter&page=1")
    assert "data-removable" in html
    assert 'href="/sok/?q=hanske"' in html
    assert 'value="votter" checked' in html
    assert 'value="hansker"' in html, "a facet's own choice does not hide its other values"


def test_the_json_of_the_same_address_says_the_same(gloves, indexed, client_on):
    indexed()
    answer = found(client_on(gloves), "/sok/?q=hansker")
    assert answer["total"] == 1
    (hit,) = answer["hits"]
    assert hit["title"] == "Hansker"
    assert hit["identifier"] == "hansker"
    assert hit["product_groups"] == ["hansker"]
    assert hit["url"].startswith("http://nordland.")
    assert answer["facets"]["kind"] == [
        {"code": "group", "name": "Product groups", "count": 1, "chosen": False}
    ]
    assert answer["did_you_mean"] is None
    assert answer["degraded"] is False


def test_a_misspelt_word_is_corrected_and_said(gloves, indexed, client_on):
    indexed()
    html = page(client_on(gloves), "/sok/?q=hanskr")
    assert "q=hansker" in html
    assert "<mark>Hansker</mark>" in html


def test_the_page_says_where_what_only_comes_near_begins(gloves, indexed, client_on):
    make_product_group("votter", "Votter", description_nb="Hansker uten fingre, hansker til vinter")
    indexed()
    html = page(client_on(gloves), "/sok/?q=hanske+nitril+renhold")
    strict, near = html.split("Dette ligger nærmest")
    assert "hansker</mark>" in strict.lower()
    assert ">Votter</a>" not in strict
    assert ">Votter</a>" in near
    assert 'start="2"' in near
    hits = found(client_on(gloves), "/sok/?q=hanske+nitril+renhold")["hits"]
    assert [hit["near"] for hit in hits] == [False, True]
    assert "Dette ligger nærmest" not in page(client_on(gloves), "/sok/?q=nitril")


def test_nothing_found_says_what_to_loosen(gloves, indexed, client_on):
    indexed()
    html = page(client_on(gloves), "/sok/?q=romskip&grade=basic")
    assert 'href="/sok/?q=romskip"' in html
    assert "0 " in html


def test_without_an_index_the_page_answers_plainly_and_says_so(gloves, client_on):
    html = page(client_on(gloves), "/sok/?q=nitril")
    assert "Hansker" in html
    assert 'data-color="warning"' in html
    assert found(client_on(gloves), "/sok/?q=nitril")["degraded"] is True


def test_an_engine_that_fails_while_people_search_is_not_their_error(gloves, indexed, client_on, tmp_path):
    indexed()
    shutil.rmtree(tmp_path / "search")
    assert found(client_on(gloves), "/sok/?q=hansker")["hits"][0]["title"] == "Hansker"


def test_private_things_are_found_by_members_and_no_one_else(
    nordland, vestland, member, client_on, either_way
):
    TaxonomyProposal.objects.create(
        node=nordland, subject="theme", proposal="Hemmelig forslag", reason="Fordi"
    )
    either_way()
    insider = member(nordland, Role.STEERING_GROUP_MEMBER)
    outsider = member(vestland, Role.NODE_MANAGER)
    asked = "/sok/?q=hemmelig&kind=proposal"
    assert found(client_on(nordland, insider), asked)["total"] == 1
    for client in (client_on(nordland), client_on(nordland, outsider), client_on(vestland, outsider)):
        answer = found(client, asked)
        assert (answer["total"], answer["hits"]) == (0, [])
        assert all(value["count"] == 0 for values in answer["facets"].values() for value in values)
        assert answer["did_you_mean"] is None
        assert "Hemmelig forslag" not in page(client, asked)


def test_a_word_that_only_private_things_have_is_never_suggested(
    nordland, vestland, member, client_on, indexed
):
    TaxonomyProposal.objects.create(
        node=nordland, subject="theme", proposal="Kvikksølvtermometer", reason="Fordi"
    )
    indexed()
    answer = found(client_on(nordland), "/sok/?q=kvikksølvtermometr")
    assert answer["did_you_mean"] is None


def test_a_hit_of_another_node_leads_to_its_own_host(nordland, vestland, member, client_on, indexed):
    TaxonomyProposal.objects.create(node=nordland, subject="theme", proposal="Forslag", reason="Fordi")
    indexed()
    insider = member(nordland, Role.STEERING_GROUP_MEMBER)
    hit = found(client_on(vestland, insider), "/sok/?q=forslag&kind=proposal")["hits"][0]
    assert hit["url"] == nordland.url("/forslag/")
    assert hit["node"] == nordland.slug


def test_a_part_of_the_page_is_given_to_htmx(gloves, indexed, client_on):
    indexed()
    response = client_on(gloves).get("/sok/?q=hanske", headers={"HX-Request": "true"})
    assert b"<html" not in response.content
    assert "HX-Request" in response.headers["Vary"]


def test_reading_sets_no_cookie(gloves, indexed, client_on):
    indexed()
    assert not client_on(gloves).get("/sok/?q=hanske").cookies


def test_only_reading_is_allowed(gloves, client_on):
    assert client_on(gloves).post("/sok/").status_code == 405


@pytest.mark.parametrize("more", [0, 2])
def test_one_hit_or_three_take_the_same_queries(gloves, indexed, client_on, django_assert_num_queries, more):
    for number in range(more):
        make_product_group(f"flere-{number}", f"Hansker {number}")
    indexed()
    client = client_on(gloves)
    client.get("/sok/?q=hanske")
    with django_assert_num_queries(6):
        client.get("/sok/?q=hanske")


def test_results_are_kept_out_of_other_search_engines(gloves, indexed, client_on):
    indexed()
    assert "noindex" in page(client_on(gloves), "/sok/?q=hanske")
    assert "noindex" not in page(client_on(gloves))


def suggested(client, query):
    return client.get(f"/sok/forslag/?{query}").content.decode()


def test_suggestions_come_from_the_beginning_of_a_word(gloves, indexed, client_on):
    indexed()
    html = suggested(client_on(gloves), "q=engangsh")
    assert "Hansker" in html
    assert "<html" not in html


def test_a_product_group_that_is_being_typed_leads_to_what_is_in_it(gloves, indexed, client_on):
    make_product_group("tomt", "Hansker som ingen bruker", withdrawn_date="2026-01-01")
    indexed()
    html = suggested(client_on(gloves), "q=hansk")
    assert 'href="/sok/?product_group=hansker"' in html
    assert "product_group=tomt" not in html
    assert "product_group" not in suggested(client_on(gloves), "q=hansk&in=proposal")


def test_suggestions_may_be_narrowed_to_a_kind(gloves, indexed, client_on):
    indexed()
    assert "Hansker" in suggested(client_on(gloves), "q=hansk&in=group")
    assert "Hansker" not in suggested(client_on(gloves), "q=hansk&in=proposal")


def test_nothing_private_is_suggested(nordland, member, client_on, indexed):
    TaxonomyProposal.objects.create(
        node=nordland, subject="theme", proposal="Hemmelig forslag", reason="Fordi"
    )
    indexed()
    insider = member(nordland, Role.STEERING_GROUP_MEMBER)
    assert "Hemmelig" in suggested(client_on(nordland, insider), "q=hemmelig")
    for query in ("q=hemmelig", "q=hemm", "q=hem", "q="):
        assert "Hemmelig" not in suggested(client_on(nordland), query)


@pytest.mark.parametrize("query", ["", "q=%00", "q=" + "a" * 100_000, "q=((&in=no-such-kind"])
def test_no_beginning_is_an_error(gloves, indexed, client_on, query):
    indexed()
    assert client_on(gloves).get(f"/sok/forslag/?{query}").status_code == 200


def test_what_only_one_kind_has_is_offered_once_that_kind_is_chosen(gloves, indexed, client_on):
    make_product_group("under", "Under", parent=ProductGroup.objects.get(code="hansker"))
    indexed()
    assert "grade" not in found(client_on(gloves), "/sok/")["facets"]
    assert "grade" in found(client_on(gloves), "/sok/?kind=group")["facets"]
    assert "grade" in found(client_on(gloves), "/sok/?grade=basic")["facets"]


def test_what_lies_under_a_group_is_offered_once_the_group_is_chosen(gloves, indexed, client_on):
    make_product_group("under", "Under", parent=ProductGroup.objects.get(code="hansker"))
    make_product_group("annet", "Annet")
    indexed()
    assert 'value="under"' not in page(client_on(gloves), "/sok/?kind=group")
    assert 'value="under"' in page(client_on(gloves), "/sok/?kind=group&product_group=hansker")


def test_a_hit_in_another_language_says_so_to_a_screen_reader(gloves, indexed, client_on):
    indexed()
    assert 'lang="nb"><a href' in page(client_on(gloves), "/en/sok/?q=hansker")
    assert 'lang="nb"><a href' not in page(client_on(gloves), "/sok/?q=hansker")


@pytest.mark.parametrize("code", ["x", "-1", "9" * 25, "²", "1.5", "9999-12", "0000-00"])
def test_no_room_stumbles_over_a_choice_that_an_address_makes_up(code):
    asked = [facet for kind in documents for facet in kind.facets if facet.labels]

    assert len(asked) > 10
    assert {name for facet in asked for name in facet.labels([code])} <= {code}
