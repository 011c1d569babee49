import datetime
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from hub.enums import NodeStatus
from hub.models import County, Node
from tests.factories.hub import CountyFactory

ROOMS = ["hub", "search", "criteria_library", "courses", "good_examples", "network"]
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def front(nordland, client_on):
    return client_on(nordland).get("/").content.decode()


def test_a_page_says_its_language_and_wears_its_nodes_colour(front, nordland):
    assert f'<html lang="nb" data-color="{nordland.theme}">' in front


def test_a_page_has_a_skip_link_first_and_one_main(front):
    assert front.index('href="#main"') < front.index("<header")
    assert front.count("<main") == 1


def test_a_page_tells_search_engines_and_networks_what_it_is(front, nordland):
    assert f'<link rel="canonical" href="{nordland.url("/")}">' in front
    assert 'property="og:title"' in front
    assert 'hreflang="en"' in front
    assert 'type="application/rss+xml"' in front


def test_the_header_has_at_most_five_doors(front):
    doors = re.search(r'<nav class="doors.*?</nav>', front, re.DOTALL).group()
    assert 0 < doors.count("<li>") <= 5


def test_the_mark_has_a_tile_for_each_county_and_the_nodes_own_filled(nordland, client_on):
    County.objects.filter(pk=nordland.county_id).update(tile_column=3, tile_row=1)
    CountyFactory(tile_column=2, tile_row=2)
    front = client_on(nordland).get("/").content.decode()
    mark = re.search(r'<a class="brand".*?</svg>', front, re.DOTALL).group()
    assert mark.count("<rect") == 2
    assert '<rect x="36" y="12" width="10" height="10" class="own"/>' in mark
    assert mark.count('class="own"') == 1


def test_nothing_comes_from_another_host(front, nordland):
    loaded = re.findall(r'<(?:script|img|link)[^>]+(?:src|href)="(https?://[^"]+)"', front)
    assert [address for address in loaded if not address.startswith(nordland.url(""))] == []


def test_a_reader_gets_no_cookie(nordland, client_on):
    assert client_on(nordland).get("/").cookies == {}


def test_a_closed_node_says_so_on_its_pages(nordland, client_on):
    Node.objects.filter(pk=nordland.pk).update(
        status=NodeStatus.CLOSED, closed_date=timezone.localdate() - datetime.timedelta(days=30)
    )
    assert "Dette knutepunktet er lagt ned." in client_on(nordland).get("/").content.decode()


def test_a_page_that_is_not_there_is_told_in_the_nodes_look(nordland, client_on):
    answer = client_on(nordland).get("/finnes-ikke/")
    assert answer.status_code == 404
    assert nordland.name in answer.content.decode()


def test_the_page_for_faults_needs_no_database():
    html = render_to_string("500.html")
    assert "Noe gikk galt hos oss" in html
    assert 'lang="sv"' in html


def test_the_page_for_faults_wears_the_nodes_colour_when_it_is_known():
    node = Node(name="Knutepunkt Prøve", theme="red")
    html = render_to_string("500.html", {"node": node})
    assert 'data-color="red"' in html
    assert "Knutepunkt Prøve" in html


@pytest.mark.parametrize("room", ROOMS)
def test_templates_of_pages_keep_the_content_policy(room):
    """E-mails and the admin are not held to it; everything else is. Data is no script."""
    broken = [
        f"{path.relative_to(PROJECT)}: {found.group()}"
        for path in (PROJECT / room / "templates").rglob("*.html")
        if not {"mail", "email", "admin"} & set(path.parts)
        for found in re.finditer(
            r'\sstyle="|<style|<script(?![^>]*\s(?:src=|type="application/json"))|\son[a-z]+="',
            path.read_text(),
        )
    ]
    assert broken == []
