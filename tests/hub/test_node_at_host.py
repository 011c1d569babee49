"""The address decides the node and the language, and nothing else does."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize("host", ["ukjent.hub.localhost", "elsewhere.example", "hub.localhost.example"])
def test_an_unknown_host_is_404_and_not_the_default_site(national, host):
    assert Client(SERVER_NAME=host).get("/").status_code == 404


def test_a_request_that_is_not_understood_gets_a_page_in_the_nodes_look(client_on, vestland):
    # Django stops a form that claims more fields than it takes.
    many = "&".join(f"f{number}=" for number in range(10_002))

    response = client_on(vestland).generic(
        "POST", "/tilgjengelighet/meld-fra/", many, "application/x-www-form-urlencoded"
    )

    assert response.status_code == 400
    assert "Knutepunkt Vestland" in response.content.decode()


def test_localhost_leads_to_the_hub(national):
    response = Client(SERVER_NAME="localhost").get("/kurs/?side=2")

    assert (response.status_code, response["Location"]) == (301, "http://hub.localhost:8000/kurs/?side=2")


def test_a_node_answers_in_its_main_language_without_prefix(client_on, vestland):
    response = client_on(vestland).get("/")

    assert response.status_code == 200
    assert response["Content-Language"] == "nn"


def test_a_further_language_has_a_prefix_and_keeps_it_in_links(client_on, nordland):
    response = client_on(nordland).get("/en/om-oss/")

    assert response["Content-Language"] == "en"
    assert 'href="/en/kriterier/"' in response.content.decode()
    assert reverse("hub:about") == "/om-oss/"


def test_a_language_that_the_node_does_not_have_is_404(client_on, nordland):
    assert client_on(nordland).get("/sv/om-oss/").status_code == 404


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/konto/login/"])
def test_admin_and_accounts_are_on_the_hub_only(client_on, nordland, path):
    assert client_on(nordland).get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/konto/", "/konto/"),
        ("/en/konto/sikkerhet/", "/en/konto/sikkerhet/"),
        ("/sv/konto/logg-inn/?next=/a%26b", "/sv/konto/logg-inn/?next=%2Fa%26b"),
        ("/konto/invitasjon/a%2F%2Fevil.example/", ""),
        ("/konto//evil.example/", ""),
    ],
)
@pytest.mark.parametrize("method", ["get", "head"])
def test_who_looks_for_an_account_at_a_node_is_led_to_the_hub(client_on, nordland, path, there, method):
    answer = getattr(client_on(nordland), method)(path)

    if there:
        assert (answer.status_code, answer["Location"]) == (302, f"http://hub.localhost:8000{there}")
        assert "no-store" in answer["Cache-Control"]
        assert not answer.cookies
    else:
        assert answer.status_code == 404


def test_at_a_nynorsk_node_the_account_is_in_nynorsk(client_on, vestland):
    assert client_on(vestland).get("/konto/")["Location"] == "http://hub.localhost:8000/nn/konto/"


@pytest.mark.parametrize("path", ["/konto/logg-inn/", "/konto/slett/", "/konto/endre/"])
def test_nothing_is_sent_in_on_the_way(client_on, nordland, path):
    assert client_on(nordland).post(path, {"login": "a@demo.example"}).status_code == 404


def test_a_reader_gets_no_cookie(client_on, nordland):
    assert not client_on(nordland).get("/").cookies


def test_page_addresses_follow_the_page_and_not_the_request(client_on, nordland, vestland):
    request = client_on(nordland).get("/en/om-oss/").wsgi_request

    assert vestland.site.root_page.specific.get_full_url(request) == "http://vestland.hub.localhost:8000/"
    assert nordland.site.root_page.specific.get_url(request) == "/"
