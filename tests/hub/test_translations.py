"""Editors see what is translated, and begin a translation from the page as it stands."""

import pytest
from django.utils import timezone

from hub.enums import Role
from hub.models import ArticlePage, AuditEntry
from hub.queries.translations import pages_to_translate, translation_rows
from hub.services.nodes import close_node
from hub.services.pages import add_page, front_page
from hub.services.translating import NotTranslatable, begin_translation

TABLE = "/admin/oversettelser/"


@pytest.fixture
def article(nordland):
    return add_page(front_page(nordland), ArticlePage(title="Om krav", slug="om-krav"))


@pytest.fixture
def editor(client_on, national, nordland, member):
    return client_on(national, member(nordland, Role.EDITOR))


def begin(client, page, language="en"):
    return client.post(f"{TABLE}{page.pk}/{language}/")


def test_a_page_waits_for_the_one_above_it(editor, nordland, article):
    assert "Om krav" in editor.get(TABLE).text
    assert f"{TABLE}{article.pk}/en/" not in editor.get(TABLE).text
    assert begin(editor, article).status_code == 404
    begin(editor, front_page(nordland))
    assert f"{TABLE}{article.pk}/en/" in editor.get(TABLE).text


def test_it_begins_as_a_draft_that_readers_do_not_get(editor, client_on, nordland, article):
    begin(editor, front_page(nordland))
    response = begin(editor, article)
    copy = ArticlePage.objects.get(locale__language_code="en")
    assert response["Location"] == f"/admin/pages/{copy.pk}/edit/"
    assert (copy.live, copy.title, copy.translation_key) == (False, "Om krav", article.translation_key)
    assert editor.get(response["Location"]).status_code == 200
    reader = client_on(nordland)
    assert reader.get("/en/").status_code == 200
    assert reader.get("/en/om-oss/").status_code == 200
    assert AuditEntry.objects.filter(action="page.translation_begun", node=nordland).count() == 2


def test_once_published_it_is_read_in_its_language(editor, client_on, nordland, article):
    for page in (front_page(nordland), article):
        begin(editor, page)
    for copy in (front_page(nordland, "en"), ArticlePage.objects.get(locale__language_code="en")):
        copy.title = f"{copy.title} in English"
        copy.save_revision().publish()
    assert "Om krav in English" in client_on(nordland).get("/en/om-krav/").text
    assert "Om krav in English" not in client_on(nordland).get("/om-krav/").text


def test_twice_is_once(editor, nordland):
    begin(editor, front_page(nordland))
    begin(editor, front_page(nordland))
    assert front_page(nordland).get_translations().count() == 1


@pytest.mark.parametrize("language", ["sv", "nb", "xx"])
def test_a_language_that_the_node_does_not_have_is_not_there(nordland, language):
    with pytest.raises(NotTranslatable):
        begin_translation(page=front_page(nordland), language=language, by=None)


def test_the_pages_of_another_node_are_not_there(editor, client_on, national, vestland, member, nordland):
    vestland.other_languages = ["en"]
    vestland.save()
    assert begin(editor, front_page(vestland)).status_code == 404
    assert editor.get(f"{TABLE}?node=vestland").status_code == 404
    assert "Knutepunkt Vestland" not in editor.get(TABLE).text


def test_others_than_editors_have_no_such_page(client_on, national, nordland, member):
    organiser = client_on(national, member(nordland, Role.COURSE_ORGANISER))
    assert organiser.get(TABLE).status_code in {302, 403}
    assert begin(organiser, front_page(nordland)).status_code == 404


def test_in_a_closed_node_nothing_is_begun(editor, nordland):
    close_node(nordland, by=None, on=timezone.localdate())
    assert begin(editor, front_page(nordland)).status_code in {302, 403, 404}
    assert not front_page(nordland).get_translations().exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_table_costs_the_same_however_many_pages(nordland, count, django_assert_num_queries):
    for number in range(count):
        add_page(front_page(nordland), ArticlePage(title=f"Side {number}", slug=f"side-{number}"))
    with django_assert_num_queries(4):
        rows = translation_rows(nordland, list(pages_to_translate(nordland)))
    assert len(rows) >= count + 1
