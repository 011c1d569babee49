"""A national article is read in every node's own look, and nowhere else becomes the original."""

import pytest
from django.core.exceptions import ValidationError

from hub.enums import Role
from hub.services.pages import create_article

TEXT = {"type": "text", "value": "<p>Kravene revideres hvert tredje år.</p>"}


@pytest.fixture
def article(national):
    return create_article(national, title="Slik styres kriteriene", blocks=[TEXT], show_in_nodes=True)


def test_a_national_article_is_read_in_the_nodes_look(client_on, article, nordland):
    text = client_on(nordland).get("/nasjonalt/slik-styres-kriteriene/").text

    assert "Kravene revideres hvert tredje år." in text
    assert "Knutepunkt Nordland</title>" in text
    assert '<link rel="canonical" href="http://hub.localhost:8000/slik-styres-kriteriene/">' in text


def test_on_the_hub_the_address_leads_to_the_article_itself(client_on, article, national):
    response = client_on(national).get("/nasjonalt/slik-styres-kriteriene/")

    assert (response.status_code, response["Location"]) == (302, "/slik-styres-kriteriene/")


def test_an_article_that_is_not_for_all_is_not_found_in_a_node(client_on, national, nordland):
    create_article(national, title="Bare nasjonalt", blocks=[TEXT])

    assert client_on(nordland).get("/nasjonalt/bare-nasjonalt/").status_code == 404


def test_the_national_level_answers_for_it_and_edits_it(client_on, article, nordland, member):
    client = client_on(nordland, member(nordland, Role.EDITOR))

    text = client.get("/nasjonalt/slik-styres-kriteriene/").text

    assert "Knutepunktene</span>" in text
    assert "/admin/pages/" not in text


def test_a_draft_is_not_found_in_a_node(client_on, article, nordland):
    article.unpublish()

    assert client_on(nordland).get("/nasjonalt/slik-styres-kriteriene/").status_code == 404


def test_a_nodes_front_page_and_about_page_list_it(client_on, article, nordland):
    for path in ["/", "/om-oss/"]:
        assert "/nasjonalt/slik-styres-kriteriene/" in client_on(nordland).get(path).text


def test_a_nodes_own_article_cannot_be_shown_everywhere(nordland):
    article = create_article(nordland, title="Vår egen", blocks=[TEXT])
    article.show_in_nodes = True

    with pytest.raises(ValidationError):
        article.full_clean()
