"""What people looked for and did not find: words, never people."""

import datetime

import pytest
from django.utils import timezone

from hub import slots
from hub.enums import Role
from search.models import SearchMiss
from search.queries.misses import misses_shown
from search.services.misses import note_miss, what_may_be_kept
from tests.factories.hub import make_product_group

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rooms")]
DAY = datetime.date(2026, 11, 3)


@pytest.fixture
def gloves(nordland, indexed):
    make_product_group("hansker", "Hansker", description_nb="Engangshansker av nitril")
    indexed()
    return nordland


def noted():
    return list(SearchMiss.objects.values_list("node__slug", "language", "text", "count", "most_hits"))


def missed(node, text, *, times=1, days=(DAY,), hits=0):
    for day in days:
        for _ in range(times):
            note_miss(text=text, hits=hits, language="nb", node=node, day=day)


def test_a_search_in_vain_is_counted_by_day_site_and_language(gloves, client_on):
    client = client_on(gloves)
    for query in ("q=Romskip", "q=romskip%20", "q=hansker"):
        client.get(f"/sok/?{query}")
    client.get("/en/sok/?q=romskip")
    assert noted() == [("nordland", "nb", "romskip", 2, 0), ("nordland", "en", "romskip", 1, 0)]
    assert SearchMiss.objects.first().day == timezone.localdate()


def test_what_gives_only_what_comes_near_is_noted_with_how_much_that_was(gloves, client_on):
    client_on(gloves).get("/sok/?q=romskip+hansker")
    assert noted() == [("nordland", "nb", "romskip hansker", 1, 1)]


@pytest.mark.parametrize(
    "query", ["q=romskip&page=2", "q=romskip&grade=basic", "q=", "q=romskip&format=json"]
)
def test_filters_further_pages_and_programs_miss_nothing(gloves, client_on, query):
    client_on(gloves).get(f"/sok/?{query}")
    assert noted() == []


def test_an_engine_that_is_gone_makes_no_misses(nordland, client_on):
    client_on(nordland).get("/sok/?q=romskip")
    assert noted() == []


def test_nothing_in_the_row_can_tell_who(gloves):
    names = {field.name for field in SearchMiss._meta.get_fields()}
    assert names == {"id", "day", "node", "language", "text", "count", "most_hits"}


@pytest.mark.parametrize(
    "text",
    [
        "kari@kommunen.no",
        "navn (at) x @",
        "https://kommunen.no/sak",
        "www.kommunen.no",
        "98 76 54 32",
        "+47 98765432",
        "010190 12345",
        "01019012345",
        "916.125.756",
        "x",
        "ord " * 8,
        "a" * 90,
        "\x00",
    ],
)
def test_what_may_name_a_person_is_not_kept(text):
    assert what_may_be_kept(text) == ""


@pytest.mark.parametrize("text", ["romskip", "TEX-999", "hansker uten lateks", "iso 14001"])
def test_ordinary_words_are_kept_in_small_letters(text):
    assert what_may_be_kept(text) == text.casefold()


def test_what_few_have_asked_for_is_not_shown(nordland, vestland):
    days = (DAY, DAY + datetime.timedelta(days=1))
    missed(nordland, "ofte", times=2, days=days)
    missed(nordland, "sjelden", days=days)
    missed(nordland, "en kveld", times=30)
    missed(nordland, "to steder", times=2)
    missed(vestland, "to steder", times=1, hits=2)
    shown = misses_shown(since=DAY)
    assert [(one.text, one.times, one.nodes, one.most_hits) for one in shown] == [
        ("ofte", 4, 1, 0),
        ("to steder", 3, 2, 2),
    ]


def test_the_national_level_reads_them_with_a_way_to_the_thesaurus(client_on, national, nordland, member):
    today = timezone.localdate()
    missed(nordland, "linoleum", times=2, days=(today, today - datetime.timedelta(days=3)))
    desk = client_on(national, member(national, Role.NETWORK_ADMINISTRATOR))
    page = desk.get("/admin/sokt-forgjeves/").text
    assert "linoleum" in page
    assert "/admin/ordliste/ny/?word=linoleum&amp;language=nb" in page
    assert desk.get("/admin/sokt-forgjeves/?days=%00").status_code == 200


def test_they_are_deleted_after_their_time(nordland):
    missed(nordland, "gammelt", days=(DAY,))
    missed(nordland, "nytt", days=(DAY + datetime.timedelta(days=1),))
    rule = slots.retention["search.misses"]
    before = timezone.make_aware(datetime.datetime.combine(DAY, datetime.time(3))) + datetime.timedelta(
        days=1
    )
    assert rule.carry_out(before=before, dry_run=True) == 1
    assert rule.carry_out(before=before, dry_run=False) == 1
    assert [text for _, _, text, *_ in noted()] == ["nytt"]


def test_a_machine_that_asks_for_everything_fills_no_table(nordland, monkeypatch):
    monkeypatch.setattr("search.services.misses.MOST_ROWS", 3)
    for number in range(9):
        missed(nordland, f"ord {number}")
    assert SearchMiss.objects.count() == 3
