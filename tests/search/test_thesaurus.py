"""Words for the same thing: the national level edits them, and the next search knows."""

import pytest
from django.test import Client

from hub.enums import Role
from hub.models import AuditEntry
from search.analysis.reading import read
from search.analysis.thesaurus import shipped_groups
from search.models import SynonymGroup
from search.queries import find
from search.queries.thesaurus import current_thesaurus
from search.questions import Question
from search.services.thesaurus import WordTaken, save_group
from tests.factories.hub import make_product_group

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rooms")]


@pytest.fixture
def keeper(national, member):
    return member(national, Role.NETWORK_ADMINISTRATOR)


@pytest.fixture
def desk(client_on, national, keeper):
    return client_on(national, keeper)


def titles(text):
    return [hit.source["title"]["nb"] for hit in find(Question(text=text)).hits]


def written(desk, address="/admin/ordliste/ny/", **fields):
    return desk.post(address, {"nb": "", "nn": "", "sv": "", "en": "", **fields})


def test_a_new_installation_starts_with_what_is_shipped():
    assert [group.words for group in SynonymGroup.objects.all()] == [dict(one) for one in shipped_groups()]


def test_a_group_that_is_written_holds_from_the_next_search_on(desk, indexed):
    make_product_group("gulvbelegg", "Gulvbelegg")
    indexed()
    assert titles("linoleum") == []
    assert written(desk, nb="gulvbelegg, linoleum", sv="plastgolv").status_code == 302
    assert titles("linoleum") == ["Gulvbelegg"]
    assert titles("plastgolvet") == ["Gulvbelegg"]


def test_a_change_and_a_removal_hold_too_and_all_are_in_the_log(desk, keeper, indexed):
    make_product_group("gulvbelegg", "Gulvbelegg")
    indexed()
    written(desk, nb="gulvbelegg, linoleum")
    group = SynonymGroup.objects.last()
    written(desk, f"/admin/ordliste/{group.pk}/", nb="gulvbelegg, vinyl")
    assert (titles("linoleum"), titles("vinyl")) == ([], ["Gulvbelegg"])
    desk.post(f"/admin/ordliste/{group.pk}/fjern/")
    assert titles("vinyl") == []
    entries = AuditEntry.objects.filter(action__startswith="synonyms.").order_by("pk")
    assert [entry.action for entry in entries] == ["synonyms.added", "synonyms.changed", "synonyms.removed"]
    assert {entry.actor_public_id for entry in entries} == {keeper.public_id}
    assert entries[1].detail["before"] == {"nb": ["gulvbelegg", "linoleum"]}


def test_what_it_would_find_is_shown_and_nothing_is_kept(desk, indexed):
    make_product_group("gulvbelegg", "Gulvbelegg")
    indexed()
    before = SynonymGroup.objects.count()
    page = written(desk, nb="gulvbelegg, linoleum", **{"try": ""})
    assert page.status_code == 200
    assert "<mark>Gulvbelegg</mark>" in page.text
    assert "gulvbelegg, linoleum" in page.text
    assert SynonymGroup.objects.count() == before
    assert titles("linoleum") == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "minst to ord"),
        ({"nb": "  ,, ,"}, "minst to ord"),
        ({"nb": "linoleum"}, "minst to ord"),
        ({"nb": "linoleum, linoleumet", "sv": "linoleum"}, "minst to ord"),
        ({"nb": "linoleum " * 625}, "400 eller færre tegn"),
        ({"nb": "linoleum, " + "x" * 90}, "for langt"),
        ({"nb": "linoleum, et gulv som er mykt"}, "mer enn tre ord"),
        ({"nb": "linoleum, og"}, "ikke et ord som søket ser etter"),
        ({"nb": "linoleum, !!"}, "ikke et ord som søket ser etter"),
        ({"nb": ", ".join(f"gulv{chr(97 + number)}" for number in range(25))}, "høyst 20 ord"),
        ({"nb": "linoleum, hanskene"}, "«hanskene» står allerede i gruppen «engangshanske, hanske"),
        ({"nb": "linoleum\x00, vinyl"}, "Null"),
    ],
)
def test_what_cannot_be_a_group_is_told_and_kept_as_typed(desk, fields, told):
    before = SynonymGroup.objects.count()
    page = written(desk, **fields)
    assert page.status_code == 200
    assert told in page.text
    assert SynonymGroup.objects.count() == before
    if "linoleum, h" in fields.get("nb", ""):
        assert fields["nb"] in page.text


def test_no_ring_of_words_can_arise_however_groups_are_written(keeper):
    """With a word in one group only, what stands for a word never stands for something else in turn."""
    save_group(words={"nb": ["linoleum", "gulvbelegg"]}, by=keeper)
    for words in (["vinyl", "linoleumen"], ["gulvbelegget", "vinyl"]):
        with pytest.raises(WordTaken):
            save_group(words={"nb": words}, by=keeper)
    assert current_thesaurus().synonyms(("vinyl",)) == []


@pytest.mark.parametrize("role", [Role.NODE_MANAGER, Role.EDITOR])
def test_a_nodes_people_may_not_change_what_all_share(client_on, national, nordland, member, role):
    client = client_on(national, member(nordland, role))
    for address in ("/admin/ordliste/", "/admin/ordliste/ny/", "/admin/sokt-forgjeves/"):
        assert client.get(address).status_code == 302
    assert written(client, nb="linoleum, vinyl").status_code == 302
    assert not SynonymGroup.objects.filter(words={"nb": ["linoleum", "vinyl"]}).exists()


def test_every_process_reads_the_same_edition(keeper, lexicon):
    """No process keeps an edition of its own: what another has written is read at the next question."""
    assert "vinyl" not in read("linoleum", lexicon=lexicon, thesaurus=current_thesaurus()).also
    group = SynonymGroup.objects.create(words={"nb": ["linoleum", "vinyl"]})
    assert "vinyl" in read("linoleum", lexicon=lexicon, thesaurus=current_thesaurus()).also
    group.delete()
    assert "vinyl" not in read("linoleum", lexicon=lexicon, thesaurus=current_thesaurus()).also


def test_the_list_finds_a_word_and_offers_to_make_what_is_missing(desk):
    assert "engangshanske, hanske" in desk.get("/admin/ordliste/?q=handske").text
    page = desk.get("/admin/ordliste/?q=linoleum").text
    assert "/admin/ordliste/ny/?word=linoleum" in page
    assert "linoleum" in desk.get("/admin/ordliste/ny/?word=linoleum&language=sv").text


def test_a_forged_form_is_refused(keeper, national):
    client = Client(SERVER_NAME=national.host, SERVER_PORT="8000", enforce_csrf_checks=True)
    client.force_login(keeper)
    assert client.post("/admin/ordliste/ny/", {"nb": "linoleum, vinyl"}).status_code == 403
