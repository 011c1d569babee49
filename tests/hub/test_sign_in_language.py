"""Signing in speaks the language of the page one comes from, and then the person's own."""

import pytest
from django.urls import reverse

from hub.models import OutgoingMail
from tests.factories.hub import PASSWORD, UserFactory, make_node

HUB = "http://hub.localhost:8000"


@pytest.mark.parametrize(("language", "address"), [("nb", ""), ("nn", "/nn"), ("sv", "/sv"), ("en", "/en")])
def test_a_node_leads_to_the_sign_in_in_its_own_language(client_on, national, language, address):
    node = make_node("vestland", "Knutepunkt Vestland", main_language=language)

    text = client_on(node).get("/om-oss/").content.decode()

    assert f'href="{HUB}{address}/konto/logg-inn/?next=' in text


@pytest.mark.parametrize("language", ["nn", "sv", "en"])
def test_accounts_are_in_every_language_though_the_hub_has_only_its_own(client_on, national, language):
    national.other_languages = []
    national.save()

    answer = client_on(national).get(f"/{language}/konto/logg-inn/")

    assert answer.status_code == 200
    assert f'lang="{language}"' in answer.content.decode()
    assert client_on(national).get(f"/{language}/om-oss/").status_code == 404


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_a_node_leads_to_the_hubs_accounts_in_the_same_language(client_on, nordland, prefix):
    answer = client_on(nordland).get(f"{prefix}/konto/logg-inn/")

    assert answer["Location"] == f"{HUB}{prefix}/konto/logg-inn/"


def test_whoever_signs_in_without_a_way_on_comes_to_my_page_in_their_language(client_on, national):
    user = UserFactory(language="sv")

    answer = client_on(national).post(reverse("account_login"), {"login": user.email, "password": PASSWORD})

    assert answer["Location"] == "/sv/konto/"


@pytest.mark.parametrize(("language", "address"), [("nb", ""), ("nn", "/nn"), ("en", "/en")])
def test_a_link_in_a_mail_leads_to_the_page_in_the_mails_language(client_on, national, language, address):
    user = UserFactory(language=language)

    client_on(national).post(f"/sv{reverse('account_reset_password')}", {"email": user.email})

    assert f"{HUB}{address}/konto/passord/nytt/" in OutgoingMail.objects.get().text


def test_an_address_that_nobody_has_is_answered_in_the_pages_language(client_on, national):
    client_on(national).post(f"/nn{reverse('account_reset_password')}", {"email": "ingen@demo.example"})

    mail = OutgoingMail.objects.get()
    assert mail.language == "nn"
    assert f"{HUB}/nn/konto/ny/" in mail.text


@pytest.mark.parametrize(
    ("language", "address", "told"),
    [
        ("nb", "", "Siden du skal til, er for dem som har en konto."),
        ("nn", "/nn", "Sida du skal til, er for dei som har ein konto."),
        ("sv", "/sv", "Sidan du ska till är för dem som har ett konto."),
        ("en", "/en", "The page you are going to is for people with an account."),
    ],
)
def test_who_is_led_to_the_sign_in_is_told_why_in_the_nodes_language(
    client_on, national, language, address, told
):
    node = make_node("vestland", "Knutepunkt Vestland", main_language=language)
    sign_in = f"{HUB}{address}/konto/logg-inn/?next="

    led = client_on(node).get("/medlemmer/")["Location"]

    assert led.startswith(sign_in)
    assert told in client_on(national).get(led.removeprefix(HUB)).content.decode()
    assert told not in client_on(national).get(f"{sign_in}/".removeprefix(HUB)).content.decode()
