"""Pages made by code stand where an editor's would, and are held to the same rules."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from hub.models import ArticlePage, ContactPage, NewsIndexPage, PageTemplate
from hub.services.nodes import NodeSpec, create_node
from hub.services.pages import (
    build_standard_pages,
    change_contact,
    create_article,
    create_news,
    translate_front_page,
)
from tests.factories.hub import CountyFactory, OrganisationFactory

TEXT = {"type": "text", "value": "<p>Vi leser konkurransegrunnlaget med deg.</p>"}


def test_a_new_node_has_a_contact_page_and_a_list_of_news(vestland):
    root = vestland.site.root_page

    assert ContactPage.objects.child_of(root).get().slug == "kontakt"
    assert NewsIndexPage.objects.child_of(root).get().slug == "nyheter"


def test_a_new_node_gets_the_national_levels_standard_pages_as_drafts(national):
    PageTemplate.objects.create(
        code="hjelp",
        language="nn",
        title="Slik hjelper vi deg",
        in_new_nodes=True,
        body=[("text", "<p>Ja</p>")],
    )
    county = CountyFactory()
    node, _ = create_node(
        NodeSpec(
            slug="sogn",
            name="Sogn",
            county=county,
            host_organisation=OrganisationFactory(),
            main_language="nn",
        ),
        by=None,
        on=datetime.date(2026, 11, 16),
    )

    page = ArticlePage.objects.child_of(node.site.root_page).get()

    assert (page.title, page.slug, page.live) == ("Slik hjelper vi deg", "slik-hjelper-vi-deg", False)
    assert "<p>Ja</p>" in str(page.body)


def test_making_the_same_article_twice_leaves_one(nordland):
    first = create_article(nordland, title="Miljøkrav på blå dører", blocks=[TEXT])
    second = create_article(nordland, title="Miljøkrav på blå dører", blocks=[TEXT])

    assert first == second
    assert first.slug == "miljokrav-pa-bla-dorer"
    assert first.url == "http://nordland.hub.localhost:8000/miljokrav-pa-bla-dorer/"


def test_standard_pages_can_be_built_again_without_doubling(nordland):
    build_standard_pages(nordland)

    assert ContactPage.objects.child_of(nordland.site.root_page).count() == 1


def test_a_block_that_an_editor_could_not_save_is_refused(nordland):
    with pytest.raises(ValidationError):
        create_article(
            nordland, title="Feil", blocks=[{"type": "quote", "value": {"quote": "Bare et sitat"}}]
        )


def test_a_page_cannot_take_the_address_of_a_section(nordland):
    with pytest.raises(ValidationError):
        create_article(nordland, title="Kurs", slug="kurs")


def test_a_translated_front_page_comes_with_contact_and_news(client_on, nordland):
    page = translate_front_page(nordland, language="en", title="Sustainable procurement in Nordland")
    create_news(nordland, title="New", date=datetime.date(2026, 11, 1), lead="New.", language="en")

    assert page.url == "http://nordland.hub.localhost:8000/en/"
    assert client_on(nordland).get("/en/nyheter/new/").status_code == 200


def test_a_page_that_is_not_translated_is_shown_in_the_main_language(client_on, nordland):
    translate_front_page(nordland, language="en", title="Sustainable procurement in Nordland")
    create_article(nordland, title="Bare på norsk", blocks=[TEXT])

    response = client_on(nordland).get("/en/bare-pa-norsk/")

    assert response.status_code == 200
    assert '<link rel="canonical" href="http://nordland.hub.localhost:8000/bare-pa-norsk/">' in response.text


def test_who_answers_can_be_set(nordland):
    page = change_contact(nordland, who_answers="To rådgivere", office_hours="Hverdager 9–15")

    assert page.live
    assert page.who_answers == "To rådgivere"
