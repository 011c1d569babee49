import datetime

import pytest

from criteria_library.enums import NoteKind, RelationKind
from criteria_library.models import Criterion, KnownProblem, Relation
from criteria_library.registry import criterion_parts
from criteria_library.services.publishing import check_and_keep, withdraw
from tests.factories.criteria_library import (
    DAY,
    add_text,
    make_criterion,
    make_draft,
    make_note,
    publish,
    revise,
)
from tests.factories.hub import CpvCodeFactory, make_product_group

pytestmark = pytest.mark.django_db


def test_the_page_shows_the_requirement_and_what_explains_it(client_on, nordland):
    make_criterion("TEX-004")

    page = client_on(nordland).get("/kriterier/TEX-004/").text

    for words in (
        "Plaggene skal tåle minst",
        "Prøverapport",
        "halverer behovet",
        "stikkprøver",
        "TEX-004 v1",
    ):
        assert words in page


def test_an_identifier_in_small_letters_leads_on(client_on, nordland):
    make_criterion("TEX-004")

    response = client_on(nordland).get("/kriterier/tex-004/")

    assert response.status_code == 301
    assert response.url == "/kriterier/TEX-004/"


@pytest.mark.parametrize("address", ["TEX-999/", "TEX-004/v9/", "TEX-004/v99999999999999999999/", "TEX-005/"])
def test_what_is_not_published_is_404(client_on, nordland, address):
    make_criterion("TEX-004")
    make_draft("TEX-005")

    assert client_on(nordland).get(f"/kriterier/{address}").status_code == 404


def test_readers_see_the_version_and_not_what_an_editor_is_writing(client_on, nordland):
    criterion = make_criterion("TEX-004")
    criterion.texts.update(title="Noe halvferdig")

    assert "Noe halvferdig" not in client_on(nordland).get("/kriterier/TEX-004/").text


def test_an_earlier_version_stays_at_its_address_and_points_to_the_current(client_on, nordland):
    revise(make_criterion("TEX-004"), requirement="Minst 80 vask.")

    first = client_on(nordland).get("/kriterier/TEX-004/v1/").text
    current = client_on(nordland).get("/kriterier/TEX-004/v2/").text

    assert "Plaggene skal tåle minst" in first
    assert "Versjon 2 er den du skal bruke i dag" in first
    assert "Minst 80 vask." in current
    assert "faste adressen til gjeldende versjon" in current


def test_the_canonical_address_is_the_hubs_whatever_site_shows_it(client_on, nordland, national):
    make_criterion("TEX-004")

    for node in (nordland, national):
        page = client_on(node).get("/kriterier/TEX-004/").text
        assert f'<link rel="canonical" href="{national.url("/kriterier/TEX-004/")}">' in page


def test_the_canonical_address_keeps_the_language_of_the_page(client_on, vestland, national):
    draft = make_draft("TEX-004")
    add_text(draft, "nn", title="Arbeidsklede")
    publish(draft)

    page = client_on(vestland).get("/kriterier/TEX-004/").text

    assert f'href="{national.url("/nn/kriterier/TEX-004/")}"' in page
    assert client_on(national).get("/nn/kriterier/TEX-004/").status_code == 200


def test_a_text_that_is_missing_in_the_pages_language_falls_back_and_says_so(client_on, vestland):
    make_criterion("TEX-004")

    page = client_on(vestland).get("/kriterier/TEX-004/").text

    assert '<h1 lang="nb">' in page
    assert "Teksten finst ikkje på språket ditt" in page


def test_a_machine_draft_says_that_nobody_has_checked_it(client_on, vestland):
    draft = make_draft("TEX-004")
    add_text(draft, "nn", state="machine")
    publish(draft)

    assert "maskinutkast" in client_on(vestland).get("/kriterier/TEX-004/").text


def test_the_nodes_note_stands_in_its_own_box_with_origin(client_on, nordland):
    make_note(nordland, make_criterion("TEX-004"), kind=NoteKind.STRICTER, on=datetime.date(2026, 8, 3))

    page = client_on(nordland).get("/kriterier/TEX-004/").text

    assert "Fra Knutepunkt Nordland: strengere verdi" in page
    assert "Lokalt notat til versjon 1, bekreftet august 2026" in page


def test_a_note_is_shown_on_its_own_nodes_site_only(client_on, nordland, vestland, national):
    make_note(nordland, make_criterion("TEX-004"), text="Hemmelig i Nordland")

    assert "Hemmelig i Nordland" in client_on(nordland).get("/kriterier/TEX-004/").text
    for node in (vestland, national):
        for address in ("/kriterier/TEX-004/", "/kriterier/?alle", "/kriterier/TEX-004/v1/"):
            assert "Hemmelig" not in client_on(node).get(address).text


def test_the_national_page_sends_on_to_the_nodes_with_a_note_of_their_own(
    client_on, nordland, vestland, national
):
    criterion = make_criterion("TEX-004")
    make_note(nordland, criterion)
    make_note(vestland, criterion, is_published=False)

    page = client_on(national).get("/en/kriterier/TEX-004/").text

    assert 'href="/en/kriterier/TEX-004/?fylke=nordland"' in page
    assert vestland.host not in page
    assert (
        f'href="{nordland.url("/kriterier/TEX-004/")}"' in client_on(vestland).get("/kriterier/TEX-004/").text
    )


def test_a_buyer_fills_in_the_blanks_before_copying(client_on, nordland):
    make_criterion("TEX-004")

    page = client_on(nordland).get("/kriterier/TEX-004/?felt=80&felt=<b>for+mange</b>").text

    assert 'minst <span class="blank">80</span> vask' in page
    assert 'value="80"' in page
    assert "<b>for mange" not in page


def test_a_note_that_is_not_published_is_not_shown(client_on, nordland):
    make_note(nordland, make_criterion("TEX-004"), text="Ikke ferdig", is_published=False)

    assert "Ikke ferdig" not in client_on(nordland).get("/kriterier/TEX-004/").text


def test_a_note_written_for_an_earlier_version_says_so_until_it_is_confirmed(client_on, nordland):
    criterion = make_criterion("TEX-004")
    note = make_note(nordland, criterion)
    revise(criterion, requirement="Minst 80 vask.")
    note.refresh_from_db()

    page = client_on(nordland).get("/kriterier/TEX-004/").text

    assert note.is_outdated
    assert "Skrevet til versjon 1. Den nasjonale teksten er nå versjon 2" in page


def test_script_in_a_note_or_a_text_is_shown_as_text(client_on, nordland):
    attack = "<script>alert(1)</script>"
    names = (
        "title",
        "requirement",
        "documentation",
        "rationale",
        "follow_up",
        "weighting",
        "legal_basis",
        "sources",
    )
    criterion = make_criterion("TEX-004", texts=dict.fromkeys(names, attack), owner_role=attack)
    make_note(nordland, criterion, text=attack)
    KnownProblem.objects.create(criterion=criterion, noted_date=DAY, text=attack)
    revise(criterion, title=f"{attack}2", requirement=f"{attack}2")

    for address in ("", "v1/", "v2/", "v2/endringer/"):
        assert "<script>alert" not in client_on(nordland).get(f"/kriterier/TEX-004/{address}").text
    assert "<script>alert" not in client_on(nordland).get("/kriterier/?alle").text
    assert "<script>alert" not in client_on(nordland).get("/kriterier/sammenlign/?krav=TEX-004").text


def test_a_known_problem_stands_above_the_text_until_it_is_solved(client_on, nordland):
    criterion = make_criterion("TEX-004")
    problem = KnownProblem.objects.create(
        criterion=criterion, noted_date=DAY, text="Bruk klasse B om vinteren."
    )

    assert "Bruk klasse B om vinteren." in client_on(nordland).get("/kriterier/TEX-004/").text
    problem.solved_date = DAY
    problem.save()
    assert "Bruk klasse B om vinteren." not in client_on(nordland).get("/kriterier/TEX-004/").text


def test_a_withdrawn_criterion_stays_readable_with_reason_and_successor(client_on, nordland):
    criterion, successor = make_criterion("TEX-004"), make_criterion("TEX-009")
    withdraw(criterion=criterion, by=None, role="x", reason="Dekket av loven.", on=DAY, successor=successor)

    page = client_on(nordland).get("/kriterier/TEX-004/").text

    assert "Ikke bruk kravet i nye innkjøp" in page
    assert "Dekket av loven." in page
    assert 'href="/kriterier/TEX-009/"' in page
    assert "TEX-004" not in client_on(nordland).get("/kriterier/?alle").text


def test_the_reader_is_told_how_the_last_review_went(client_on, nordland):
    criterion = make_criterion("TEX-004")
    check_and_keep(criterion=criterion, by=None, role="x", on=datetime.date(2026, 6, 1))

    assert "Juni 2026, kontrollert og beholdt" in client_on(nordland).get("/kriterier/TEX-004/").text


def test_an_overdue_review_is_told_plainly(client_on, nordland):
    make_criterion("TEX-004", on=datetime.date(2020, 3, 1))

    assert "Skulle vært gjort innen mars 2023" in client_on(nordland).get("/kriterier/TEX-004/").text


def test_neighbours_are_linked_unless_they_are_drafts(client_on, nordland):
    criterion = make_criterion("TEX-004")
    Relation.objects.create(criterion=criterion, other=make_criterion("TEX-009"), kind=RelationKind.GOES_WITH)
    Relation.objects.create(criterion=criterion, other=make_draft("TEX-010"), kind=RelationKind.GOES_WITH)

    page = client_on(nordland).get("/kriterier/TEX-004/").text

    assert "/kriterier/TEX-009/" in page
    assert "TEX-010" not in page


def test_changes_show_what_went_out_and_what_came_in(client_on, nordland):
    revise(make_criterion("TEX-004"), requirement="Plaggene skal tåle minst 80 vask ved 75 °C.")

    page = client_on(nordland).get("/kriterier/TEX-004/v2/endringer/").text

    assert "<del>[antall]</del><ins>80</ins>" in page
    assert "Prøverapport" not in page


def test_changes_are_marked_with_the_language_that_both_versions_have(client_on, vestland):
    criterion = make_criterion("TEX-004")
    add_text(criterion, "nn", requirement="Plagga skal tole 80 vask.")
    revise(criterion, requirement="Plaggene skal tåle minst 80 vask ved 75 °C.")

    page = client_on(vestland).get("/kriterier/TEX-004/v2/endringer/").text

    assert '<p class="change" lang="nb">' in page
    assert '<p class="change">' not in page


@pytest.mark.parametrize(
    ("uses", "impacts", "told"),
    [
        ({"as_specification": False, "as_award": True}, ["clim-mitig"], "teller det med i de 30 prosentene"),
        ({}, ["clim-mitig"], "kan det tre i stedet for de 30 prosentene"),
        ({}, [], None),
    ],
)
def test_the_weighting_tells_how_it_counts_under_section_7_9(client_on, nordland, uses, impacts, told):
    make_criterion("TEX-004", texts={"weighting": "20 prosent."}, environmental_impacts=impacts, **uses)

    for address in ("/kriterier/TEX-004/", "/kriterier/TEX-004/v1/"):
        page = client_on(nordland).get(address).text
        assert (told in page) if told else ("30 prosentene" not in page)


def test_changes_show_another_use_and_level(client_on, nordland):
    criterion = make_criterion("TEX-004")
    Criterion.objects.filter(pk=criterion.pk).update(as_award=True, level="advanced")
    publish(Criterion.objects.get(pk=criterion.pk))

    page = client_on(nordland).get("/kriterier/TEX-004/v2/endringer/").text

    assert "<h2>Bruk</h2>" in page
    assert "tildelingskriterium</ins>" in page.lower()
    assert "<del>Basis</del><ins>Avansert</ins>" in page
    assert "De to sier det samme" not in page


@pytest.mark.parametrize(
    "asked", ["v1/endringer/", "v2/endringer/?fra=x", "v2/endringer/?fra=99", "v2/endringer/?fra=2"]
)
def test_odd_comparisons_of_versions_get_a_page(client_on, nordland, asked):
    revise(make_criterion("TEX-004"), requirement="Minst 80.")

    assert client_on(nordland).get(f"/kriterier/TEX-004/{asked}").status_code == 200


def test_rooms_above_can_add_a_part_to_the_page(client_on, nordland):
    criterion = make_criterion("TEX-004")
    criterion_parts.register(
        "test",
        template="hub/components/empty.html",
        provider=lambda request, shown: {"text": shown.identifier},
    )
    try:
        response = client_on(nordland).get("/kriterier/TEX-004/")
    finally:
        del criterion_parts.parts["test"]

    shown = [part["context"] for part in response.context["parts"]]
    assert {"text": criterion.identifier} in shown


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_however_much_stands_around(
    client_on, nordland, rows, django_assert_num_queries
):
    groups = [make_product_group(f"group-{n}", f"Gruppe {n}") for n in range(rows)]
    for group in groups:
        group.cpv_codes.add(CpvCodeFactory())
    criterion = make_criterion("TEX-004", groups=groups)
    make_note(nordland, criterion)
    for number in range(rows):
        criterion = revise(criterion, requirement=f"Minst {number} vask.")
        Relation.objects.create(criterion=criterion, other=make_criterion())
        KnownProblem.objects.create(criterion=criterion, noted_date=DAY, text="Et problem")
    client = client_on(nordland)
    client.get("/kriterier/TEX-004/")

    with django_assert_num_queries(41):
        client.get("/kriterier/TEX-004/")
