"""The hub's own pages can be found."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from hub.models.pages import ArticlePage
from search.queries import find
from search.questions import Question

pytestmark = pytest.mark.django_db


def add_article(node, title, **fields):
    article = ArticlePage(title=title, **fields)
    node.site.root_page.add_child(instance=article)
    return article


def found(text, language="nb"):
    return [hit.source["key"] for hit in find(Question(text=text, language=language)).hits]


def test_a_published_article_is_found_by_title_and_text_on_its_own_node(nordland, client_on, indexed):
    article = add_article(
        nordland, "Samkjøring i Salten", body=[{"type": "text", "value": "<p>Færre <b>lastebilturer</b></p>"}]
    )
    indexed()
    for text in ("samkjøring", "lastebiltur"):
        (hit,) = client_on(nordland).get(f"/sok/?q={text}&format=json").json()["hits"]
        assert hit["title"] == "Samkjøring i Salten"
        assert hit["url"] == nordland.url("/" + article.slug + "/")
        assert hit["node"] == nordland.slug


def test_drafts_unpublished_and_closed_pages_are_not_found(nordland, indexed):
    add_article(nordland, "Utkast om hansker", live=False)
    closed = add_article(nordland, "Lukket om hansker")
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    unpublished = add_article(nordland, "Avpublisert om hansker")
    indexed()
    assert found("hansker") == [str(unpublished.pk)]
    unpublished.unpublish()
    indexed()
    assert found("hansker") == []


def test_a_translated_page_is_found_in_the_readers_language_only(nordland, indexed):
    article = add_article(nordland, "Om Rana kommune")
    english, _ = Locale.objects.get_or_create(language_code="en")
    translated = article.copy_for_translation(english, copy_parents=True)
    translated.title = "About Rana kommune"
    translated.save_revision().publish()
    indexed()
    assert found("Rana kommune") == [str(article.pk)]
    assert found("Rana kommune", "en") == [str(translated.pk)]
    # Whoever reads in a language without a translation of it still finds one.
    assert found("Rana kommune", "sv") == [str(article.pk)]
