"""What a county adds to a national text: picked, compared, grown stale and confirmed."""

import re

import pytest
from django.urls import reverse

from criteria_library.enums import NoteKind
from criteria_library.models import LocalNote, NoteLink
from hub.enums import Role
from hub.models import AuditEntry
from tests.factories.criteria_library import make_criterion, make_note, revise
from tests.factories.hub import make_member, make_product_group

pytestmark = pytest.mark.django_db

NOTE = "wagtailsnippets_criteria_library_localnote"


@pytest.fixture
def adviser(national, nordland, client_on):
    return client_on(national, make_member(nordland, Role.ADVISER))


@pytest.fixture
def stale(nordland):
    note = make_note(nordland, make_criterion("TEX-004"), text="Vi vasker ved 85 °C.")
    revise(note.criterion, requirement="Minst 80 vask.")
    return LocalNote.objects.get(pk=note.pk)


def test_a_buyer_on_the_national_site_picks_a_county_by_an_address_that_can_be_sent(
    client_on, national, nordland
):
    make_note(nordland, make_criterion("TEX-004"), text="Vi vasker ved 85 °C.")
    client = client_on(national)

    assert "Vi vasker ved 85 °C." not in client.get("/kriterier/TEX-004/").text
    picked = client.get("/kriterier/TEX-004/?fylke=nordland")

    assert "Vi vasker ved 85 °C." in picked.text
    assert f"Fra {nordland.name}" in picked.text
    assert not picked.cookies


@pytest.mark.parametrize("asked", ["", "finnes-ikke", "%00", "x" * 5000])
def test_a_county_that_is_not_there_shows_the_national_text_alone(client_on, national, nordland, asked):
    make_note(nordland, make_criterion("TEX-004"))

    assert client_on(national).get(f"/kriterier/TEX-004/?fylke={asked}").status_code == 200


def test_a_picked_county_goes_along_from_list_to_group_to_criterion_and_back(client_on, national, nordland):
    group = make_product_group()
    criterion = make_criterion("TEX-004", groups=[group])
    make_note(nordland, criterion)
    client = client_on(national)
    to_group = f"/kriterier/grupper/{group.code}/?fylke=nordland"

    assert f'href="{to_group}"' in client.get("/kriterier/?fylke=nordland").text
    of_group = client.get(to_group).text
    of_criterion = client.get("/kriterier/TEX-004/?fylke=nordland").text

    assert 'href="/kriterier/TEX-004/?fylke=nordland"' in of_group
    assert f"lokalt notat fra {nordland.name}" in of_group
    assert f'href="{to_group}"' in of_criterion
    assert "fylke=" not in client.get(f"/kriterier/grupper/{group.code}/").text


def test_a_picked_county_goes_along_with_a_search_and_what_it_finds(client_on, national, nordland):
    noted = make_criterion("TEX-004")
    make_criterion("TEX-005")
    make_note(nordland, noted)

    page = client_on(national).get("/kriterier/?q=vask&fylke=nordland&use=specification").text

    box, filters = page.split('id="finder"')[1].split('id="filters"')
    for form in (box, filters):
        assert '<input type="hidden" name="fylke" value="nordland">' in form.split("</form>")[0]
    assert set(re.findall(r'<h3><a href="([^"]+)"', page)) == {
        "/kriterier/TEX-004/?fylke=nordland",
        "/kriterier/TEX-005/?fylke=nordland",
    }
    assert page.count(f"lokalt notat fra {nordland.name}") == 1
    (without_filter,) = re.findall(r'data-removable href="([^"]+)"', page)
    assert "fylke=nordland" in without_filter


def test_a_picked_county_goes_along_when_criteria_are_compared(client_on, national, nordland):
    make_note(nordland, make_criterion("TEX-004"))
    make_criterion("TEX-005")

    page = client_on(national).get("/kriterier/sammenlign/?krav=TEX-004&krav=TEX-005&fylke=nordland").text

    for way in ("/kriterier/?fylke=nordland", "/kriterier/TEX-005/?fylke=nordland"):
        assert f'href="{way}"' in page
    assert '<input type="hidden" name="fylke" value="nordland">' in page
    assert page.count(f"lokalt notat fra {nordland.name}") == 1


def test_a_picked_county_goes_along_to_versions_what_they_changed_and_back(client_on, national, stale):
    client = client_on(national)
    changes, kept = "/kriterier/TEX-004/v2/endringer/", "fylke=nordland"

    of_criterion = client.get(f"/kriterier/TEX-004/?{kept}").text
    for way in (f"{changes}?{kept}", f"{changes}?fra=1&amp;{kept}", f"/kriterier/TEX-004/v1/?{kept}"):
        assert f'href="{way}"' in of_criterion
    for page in (client.get(f"{changes}?{kept}").text, client.get(f"/kriterier/TEX-004/v1/?{kept}").text):
        assert page.count(f'href="/kriterier/TEX-004/?{kept}"') == 2
    assert kept not in client.get(changes).text


def test_a_picked_county_goes_along_from_a_search_that_found_nothing(client_on, national, nordland):
    make_note(nordland, make_criterion("TEX-004"))

    page = client_on(national).get("/kriterier/?q=xyzzy&fylke=nordland").text

    assert '<li><a href="/kriterier/?alle=&amp;fylke=nordland">' in page


def test_a_picked_county_goes_along_to_similar_criteria(client_on, national, nordland, indexed):
    group = make_product_group()
    make_note(nordland, make_criterion("TEX-004", groups=[group]))
    make_criterion("TEX-005", groups=[group], texts={"title": "Tøyet repareres"})
    indexed()

    page = client_on(national).get("/kriterier/TEX-004/?fylke=nordland").text

    similar = page.split("Lignende kriterier")[1].split("</section>")[0]
    assert re.findall('href="([^"]+)"', similar) == ["/kriterier/TEX-005/?fylke=nordland"]


def test_a_note_shows_value_links_and_whom_to_ask(client_on, nordland):
    note = make_note(
        nordland,
        make_criterion("TEX-004"),
        kind=NoteKind.STRICTER,
        stricter_value="85 °C",
        contact_role="Fagansvarlig for tekstil",
        contact_email="tekstil@nordland.example",
    )
    NoteLink.objects.create(
        note=note, kind="agreement", title="Rammeavtale på tøy", url="https://a.example/1"
    )
    NoteLink.objects.create(note=note, kind="goal", title="Halvere kasserte plagg", url="https://a.example/2")

    page = client_on(nordland).get("/kriterier/TEX-004/").text

    for words in ("85 °C", "Rammeavtale på tøy", "Halvere kasserte plagg", "tekstil@nordland.example"):
        assert words in page


def test_the_counties_notes_stand_beside_each_other(client_on, national, nordland, vestland):
    criterion = make_criterion("TEX-004")
    make_note(nordland, criterion, text="Fra nord.")
    make_note(vestland, criterion, text="Frå vest.")
    make_note(national, criterion, text="Hemmelig.", is_published=False)

    page = client_on(nordland).get("/kriterier/TEX-004/fylker/").text

    assert "Fra nord." in page
    assert "Frå vest." in page
    assert "Hemmelig." not in page


def test_the_page_of_counties_takes_the_same_queries_however_many(
    client_on, national, nordland, vestland, django_assert_num_queries
):
    criterion = make_criterion("TEX-004")
    make_note(nordland, criterion)
    client = client_on(national)
    client.get("/kriterier/TEX-004/fylker/")
    with django_assert_num_queries(13):
        client.get("/kriterier/TEX-004/fylker/")
    make_note(vestland, criterion)
    make_note(national, criterion)
    with django_assert_num_queries(13):
        client.get("/kriterier/TEX-004/fylker/")


def test_a_stale_note_is_flagged_to_its_node_and_told_to_readers(adviser, client_on, nordland, stale):
    assert "1 lokalt notat er skrevet til en tidligere versjon" in adviser.get("/admin/").text
    page = client_on(nordland).get("/kriterier/TEX-004/").text
    assert "Skrevet til versjon 1. Den nasjonale teksten er nå versjon 2" in page
    assert "/kriterier/TEX-004/v2/endringer/?fra=1" in page


def test_a_stale_note_is_confirmed_with_the_difference_in_view(adviser, client_on, nordland, stale):
    address = reverse(f"{NOTE}:confirm", args=[stale.pk])

    page = adviser.get(address).text
    assert "<ins>Minst 80 vask.</ins>" in page
    assert "Vi vasker ved 85 °C." in page
    adviser.post(address, {"text": stale.text, "stricter_value": ""})

    stale.refresh_from_db()
    assert not stale.is_outdated
    assert "Skrevet til versjon 1" not in client_on(nordland).get("/kriterier/TEX-004/").text
    assert AuditEntry.objects.filter(action="local_note.written", node=nordland).count() == 2


def test_a_stale_note_is_changed_or_removed_instead(adviser, stale):
    address = reverse(f"{NOTE}:confirm", args=[stale.pk])

    adviser.post(address, {"text": "Nå vasker vi ved 90 °C.", "stricter_value": "90 °C"})
    assert LocalNote.objects.get().text == "Nå vasker vi ved 90 °C."
    adviser.post(address, {"remove": "1"})

    assert not LocalNote.objects.exists()
    assert AuditEntry.objects.filter(action="local_note.removed").exists()


def test_another_nodes_note_is_not_there_to_confirm(national, vestland, client_on, stale):
    other = client_on(national, make_member(vestland, Role.ADVISER))

    assert other.get(reverse(f"{NOTE}:confirm", args=[stale.pk])).status_code == 404
