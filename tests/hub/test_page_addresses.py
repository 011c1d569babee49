"""Addresses that every site has: contact, about, statements, feed, sitemap, robots."""

import datetime

import pytest

from hub.models import ContactPage
from hub.services.pages import change_contact, create_article, create_news, translate_front_page

TEXT = {"type": "text", "value": "<p>Vi leser konkurransegrunnlaget med deg.</p>"}


@pytest.mark.parametrize(
    "path", ["/", "/om-oss/", "/kontakt/", "/nyheter/", "/nyheter/rss/", "/tilgjengelighet/", "/personvern/",
             "/tilgjengelighet/meld-fra/", "/sitemap.xml", "/robots.txt"]
)  # fmt: skip
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_site_has_it_in_each_of_its_languages(client_on, national, nordland, path, prefix):
    assert client_on(national).get(prefix + path).status_code == 200
    assert client_on(nordland).get(prefix + path).status_code == 200


@pytest.mark.parametrize("path", ["/om-oss/", "/kontakt/", "/nyheter/", "/tilgjengelighet/", "/personvern/"])
def test_reading_leaves_no_cookie(client_on, nordland, path):
    assert not client_on(nordland).get(path).cookies


def test_the_contact_page_says_who_answers_and_when(client_on, nordland):
    change_contact(nordland, who_answers="To rådgivere", office_hours="Hverdager 9–15")

    text = client_on(nordland).get("/kontakt/").text

    assert "To rådgivere" in text
    assert "Hverdager 9–15" in text
    assert "nordland@demo.example" in text


def test_what_nobody_has_translated_is_told_in_the_main_language_and_marked(client_on, nordland):
    change_contact(nordland, who_answers="To rådgivere")
    translate_front_page(nordland, language="en", title="Sustainable procurement in Nordland")

    assert '<span lang="nb">To rådgivere</span>' in client_on(nordland).get("/en/kontakt/").text


def test_without_a_contact_page_the_nodes_own_contact_is_shown(client_on, nordland):
    ContactPage.objects.child_of(nordland.site.root_page).get().unpublish()

    assert "nordland@demo.example" in client_on(nordland).get("/kontakt/").text


def test_the_feed_has_the_nodes_own_news_and_no_drafts(client_on, nordland, vestland):
    create_news(nordland, title="Nytt i nord", date=datetime.date(2026, 11, 1), lead="Kort.")
    create_news(vestland, title="Nytt i vest", date=datetime.date(2026, 11, 1), lead="Kort.")
    create_news(nordland, title="Uferdig", date=datetime.date(2026, 11, 2), lead="Kort.").unpublish()

    feed = client_on(nordland).get("/nyheter/rss/").text

    assert "Nytt i nord" in feed
    assert "Nytt i vest" not in feed
    assert "Uferdig" not in feed
    assert "http://nordland.hub.localhost:8000/nyheter/nytt-i-nord/" in feed


def test_the_sitemap_has_the_nodes_own_published_pages(client_on, nordland, vestland):
    create_article(nordland, title="Slik hjelper vi", blocks=[TEXT])
    create_article(vestland, title="Slik hjelper vi deg", blocks=[TEXT])
    create_article(nordland, title="Kladd", blocks=[TEXT], live=False)

    sitemap = client_on(nordland).get("/sitemap.xml").text

    assert "<loc>http://nordland.hub.localhost:8000/slik-hjelper-vi/</loc>" in sitemap
    assert "slik-hjelper-vi-deg" not in sitemap
    assert "kladd" not in sitemap


def test_robots_lead_to_the_nodes_own_sitemap(client_on, nordland):
    assert (
        "Sitemap: http://nordland.hub.localhost:8000/sitemap.xml"
        in client_on(nordland).get("/robots.txt").text
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_of_news_costs_the_same_whatever_its_length(
    client_on, nordland, django_assert_num_queries, rows
):
    for number in range(rows):
        create_news(nordland, title=f"Nytt {number}", date=datetime.date(2026, 11, 1), lead="Kort.")
    client = client_on(nordland)
    client.get("/nyheter/")

    with django_assert_num_queries(14):
        client.get("/nyheter/")
