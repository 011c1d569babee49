import pytest

from criteria_library.services.publishing import withdraw
from tests.factories.criteria_library import DAY, add_text, make_criterion, make_draft, make_note, publish
from tests.factories.hub import GoalFactory, ThemeFactory, make_product_group

pytestmark = pytest.mark.django_db


@pytest.fixture
def textiles():
    return make_product_group("textiles", "Tekstiler og vask")


@pytest.fixture
def workwear(textiles):
    return make_product_group("workwear", "Arbeidstøy", parent=textiles)


def found(client, **choices) -> list[str]:
    answer = client.get("/kriterier/", {"format": "json", **choices}).json()
    return [hit["identifier"] for hit in answer["hits"]]


def test_the_library_starts_with_product_groups_and_their_counts(client_on, nordland, textiles, workwear):
    make_criterion(groups=[workwear])
    make_draft(groups=[workwear])

    response = client_on(nordland).get("/kriterier/")

    assert response.context["groups"] == [(textiles, 1)]
    assert "results" not in response.context
    assert "/kriterier/grupper/textiles/" in response.text


def test_a_criterion_in_two_groups_is_counted_once_in_the_whole(client_on, nordland, textiles):
    food = make_product_group("food", "Mat")
    make_criterion(groups=[textiles, food])

    response = client_on(nordland).get("/kriterier/")

    assert [count for _group, count in response.context["groups"]] == [1, 1]
    assert response.context["total"] == 1


def test_an_empty_library_says_what_will_be_here(client_on, nordland):
    response = client_on(nordland).get("/kriterier/")

    assert response.status_code == 200
    assert "Ingen kriterier ennå" in response.text


@pytest.mark.parametrize("words", ["industrivask", "VASK", "tst-900", "vask laboratorium"])
def test_a_word_or_a_part_of_one_finds_the_criterion(client_on, nordland, words, either_way):
    make_criterion("TST-900")
    make_criterion(texts={"title": "Møbler", "requirement": "Hele.", "documentation": "Liste."})
    either_way()

    assert found(client_on(nordland), q=words) == ["TST-900"]


def test_what_is_found_in_a_title_comes_first(client_on, nordland, indexed):
    make_criterion("TST-901", texts={"title": "Dekk", "rationale": "Også for vask."})
    make_criterion("TST-902", texts={"title": "Vask ved lav temperatur"})
    indexed()

    assert found(client_on(nordland), q="vask")[0] == "TST-902"


def test_choices_narrow_the_list_down(client_on, nordland, textiles, workwear, either_way):
    climate, goal = ThemeFactory(code="climate"), GoalFactory(number=13)
    wanted = make_criterion(
        as_award=True, as_specification=False, level="advanced", themes=[climate], groups=[workwear]
    )
    wanted.goals = [goal]
    wanted.save()
    make_note(nordland, wanted)
    make_criterion(level="basic", groups=[make_product_group("food", "Mat")])
    either_way()

    for choice in (
        {"use": "award"},
        {"level": "advanced"},
        {"theme": "climate"},
        {"goal": "13"},
        {"local_note": nordland.pk},
        {"product_group": "textiles"},
    ):
        assert found(client_on(nordland), **choice) == [wanted.identifier], choice


def test_withdrawn_criteria_are_counted_and_come_when_they_are_chosen(client_on, nordland, either_way):
    used, withdrawn = make_criterion(), make_criterion()
    withdraw(criterion=withdrawn, by=None, role="Panelet", reason="Erstattet", on=DAY)
    either_way()
    client = client_on(nordland)

    assert found(client) == [used.identifier]
    assert found(client, status="withdrawn") == [withdrawn.identifier]
    statuses = client.get("/kriterier/?format=json").json()["facets"]["status"]
    assert {value["code"]: value["count"] for value in statuses} == {"published": 1, "withdrawn": 1}
    assert "Trukket tilbake" in client.get("/kriterier/?status=withdrawn").text


@pytest.mark.parametrize("query", ["use=finnes-ikke", "level=gull", "theme=%00", "product_group=finnes-ikke"])
def test_an_unknown_choice_is_left_out_and_said(client_on, nordland, query):
    make_criterion()
    client = client_on(nordland)

    assert len(found(client, **dict([query.split("=")]))) == 1
    unknown = query.partition("=")[2]
    page = client.get(f"/kriterier/?{query}").text
    assert unknown == "%00" or f"kjenner ikke valget «{unknown}»" in page


@pytest.mark.parametrize(
    "query", ["q=%00vask", "q=" + "vask+" * 900, "page=0", "page=x", "page=999999999999"]
)
def test_odd_questions_get_a_page(client_on, nordland, query):
    make_criterion()

    assert client_on(nordland).get(f"/kriterier/?alle&{query}").status_code == 200


def test_what_the_reader_typed_is_kept_and_escaped(client_on, nordland):
    response = client_on(nordland).get("/kriterier/", {"q": '"><script>alert(1)</script>'})

    assert "<script>alert(1)" not in response.text
    assert "&quot;&gt;&lt;script&gt;alert(1)" in response.text


def test_a_chosen_filter_can_be_taken_away_alone(client_on, nordland):
    make_criterion()

    response = client_on(nordland).get("/kriterier/?q=vask&level=basic&use=specification")

    chips = {chip.label: chip.url for chip in response.context["results"].chips}
    assert chips["Basis"] == "/kriterier/?q=vask&use=specification&alle="


def test_drafts_are_nowhere_in_the_list(client_on, nordland):
    make_draft(texts={"title": "Et utkast"})

    assert "Et utkast" not in client_on(nordland).get("/kriterier/?alle").text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_however_long(
    client_on, nordland, rows, django_assert_num_queries, textiles, workwear, indexed
):
    for _ in range(rows):
        criterion = make_criterion(groups=[textiles, workwear], themes=[ThemeFactory()])
        make_note(nordland, criterion)
    indexed()
    client = client_on(nordland)
    client.get("/kriterier/?alle")

    with django_assert_num_queries(10):
        client.get("/kriterier/?alle")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_groups_page_takes_the_same_queries_however_long(
    client_on, nordland, rows, django_assert_num_queries, textiles, workwear
):
    for _ in range(rows + 3):
        make_criterion(groups=[workwear], themes=[ThemeFactory()])
    client = client_on(nordland)
    client.get("/kriterier/grupper/textiles/")

    with django_assert_num_queries(17):
        client.get("/kriterier/grupper/textiles/")


def test_a_groups_page_begins_with_the_three_that_ask_least(client_on, nordland, textiles):
    for effort in (3, 1, 2, 1):
        make_criterion(groups=[textiles], effort_buyer=effort)
    make_criterion(groups=[textiles], effort_buyer=1, level="leading-edge")

    response = client_on(nordland).get("/kriterier/grupper/textiles/")

    assert [criterion.effort_buyer for criterion in response.context["beginnings"]] == [1, 1, 2]
    assert len(response.context["page_obj"]) == 5


def test_a_withdrawn_product_group_keeps_its_page_and_says_so(client_on, nordland, textiles):
    textiles.withdrawn_date = "2026-01-15"
    textiles.save()

    response = client_on(nordland).get("/kriterier/grupper/textiles/")

    assert "trukket tilbake" in response.text


def test_an_unknown_product_group_is_404(client_on, nordland):
    assert client_on(nordland).get("/kriterier/grupper/finnes-ikke/").status_code == 404


def test_titles_in_another_language_than_the_page_say_so(client_on, vestland, indexed):
    draft = make_draft()
    publish(draft)
    with_nynorsk = make_draft()
    add_text(with_nynorsk, "nn", title="Arbeidsklede")
    publish(with_nynorsk)

    indexed()
    page = client_on(vestland).get("/kriterier/?alle").text

    assert f'<h3 lang="nb"><a href="/kriterier/{draft.identifier}/"' in page
    assert f'<h3><a href="/kriterier/{with_nynorsk.identifier}/">Arbeidsklede</a>' in page


def test_two_or_three_can_be_seen_side_by_side(client_on, nordland):
    one, two = make_criterion(), make_criterion()

    response = client_on(nordland).get(
        "/kriterier/sammenlign/", {"krav": [two.identifier.lower(), one.identifier, "TST-9999"]}
    )

    assert response.context["compared"] == [two, one]
    assert "TST-9999" in response.text


@pytest.mark.parametrize("query", ["", "krav=", "krav=%00", "krav=TST-9999", "krav=" + "x" * 500])
def test_an_odd_comparison_says_what_to_do(client_on, nordland, query):
    response = client_on(nordland).get(f"/kriterier/sammenlign/?{query}")

    assert response.status_code == 200
    assert "Skriv kravnummeret" in response.text


def test_a_fourth_to_compare_is_left_out_and_said(client_on, nordland):
    four = [make_criterion().identifier for _ in range(4)]

    response = client_on(nordland).get("/kriterier/sammenlign/", {"krav": four})

    assert len(response.context["compared"]) == 3
    assert four[3] in response.context["missing"]


def test_the_front_page_offers_the_groups(client_on, nordland, textiles):
    make_criterion(groups=[textiles])

    page = client_on(nordland).get("/").text

    assert "Begynn med få, gode krav" in page
    assert "/kriterier/grupper/textiles/" in page
