"""A page that moves or is renamed is found where it was."""

import pytest
from wagtail.models import Page

from hub.services.pages import create_article, translate_front_page


@pytest.fixture
def guidance(nordland):
    return create_article(nordland, title="Veiledning")


@pytest.fixture
def below(nordland, guidance):
    return create_article(nordland, title="Renhold", parent=guidance)


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def to(page, slug):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return to


def where(client, path):
    response = client.get(path)
    return response.status_code, response.get("Location")


def test_a_renamed_page_and_those_below_it_redirect(client_on, nordland, guidance, below, rename):
    rename(guidance, "rad")
    client = client_on(nordland)

    assert where(client, "/veiledning/") == (301, "http://nordland.hub.localhost:8000/rad/")
    assert where(client, "/veiledning/renhold/") == (301, "http://nordland.hub.localhost:8000/rad/renhold/")


def test_a_moved_page_redirects(client_on, nordland, guidance, below):
    below.move(Page.objects.get(pk=nordland.site.root_page_id), pos="last-child")

    assert where(client_on(nordland), "/veiledning/renhold/") == (
        301,
        "http://nordland.hub.localhost:8000/renhold/",
    )


def test_a_renamed_page_redirects_in_its_further_language(client_on, nordland, rename):
    translate_front_page(nordland, language="en", title="Sustainable procurement in Nordland")
    page = create_article(nordland, title="Guidance", language="en")

    rename(page, "advice")

    assert where(client_on(nordland), "/en/guidance/") == (
        301,
        "http://nordland.hub.localhost:8000/en/advice/",
    )


def test_another_nodes_page_of_the_same_name_is_left_alone(client_on, nordland, vestland, guidance, rename):
    create_article(vestland, title="Veiledning")

    rename(guidance, "rad")

    assert client_on(vestland).get("/veiledning/").status_code == 200
    assert client_on(vestland).get("/rad/").status_code == 404
