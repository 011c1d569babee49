"""Signing in by a real OpenID provider, in a real browser."""

import json
import re
import urllib.request

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

from hub.models import OutgoingMail, User
from hub.settings.providers import OidcProvider
from hub.settings.sign_in import provider_settings
from tests.factories.hub import PASSWORD, OrganisationFactory, UserFactory
from tests.services.plugin import address_of

pytestmark = [
    pytest.mark.services("oidc", "chromium"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

KARI = {"name": "Kari i fylket", "email": "kari@fylke.example", "email_verified": True}


@pytest.fixture
def set_up(hub, settings, oidc_url):
    """Registers the hub with the provider, and lists the provider with the hub."""

    def set_up_with(**fields):
        back = hub + reverse("openid_connect_callback", args=["fylket"])
        client = register_client(oidc_url, back)
        listed = OidcProvider(**{"id": "fylket", "name": "Fylket", "issuer": oidc_url, **client, **fields})
        settings.HUB = settings.HUB.model_copy(update={"oidc_providers": [listed]})
        for name, value in provider_settings(settings.HUB).items():
            setattr(settings, name, value)

    return set_up_with


def register_client(oidc_url: str, redirect_uri: str) -> dict:
    told = json.loads(send(f"{oidc_url}/reg", {"redirect_uris": [redirect_uri]}, "POST"))
    return {"client_id": told["client_id"], "client_secret": told["client_secret"]}


def send(address: str, told: dict, method: str) -> bytes:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(address, json.dumps(told).encode(), headers, method=method)
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def sign_in_as(page, hub, person: dict, *, path="/konto/logg-inn/"):
    send(f"{address_of('oidc')}/people/kari", person, "PUT")
    page.goto(hub + path)
    page.get_by_role("button", name="Fylket").click()
    page.get_by_placeholder("Enter any login").fill("kari")
    page.get_by_placeholder("and password").fill("x")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(re.compile(re.escape(hub)))
    page.wait_for_load_state()


def heading(page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_a_new_person_becomes_a_buyer_with_the_organisation_that_is_claimed(page, hub, set_up):
    employer = OrganisationFactory(number="974760673")
    set_up(
        vouches_for=["fylke.example"],
        scopes=["openid", "profile", "email", "organisation"],
        claims={"organisation": "organisation.0.id"},
    )

    sign_in_as(page, hub, {**KARI, "organisation": [{"id": "0192:974760673"}], "roles": ["auditor"]})

    assert heading(page) == "Min side"
    user = User.objects.get()
    assert (user.name, user.email, user.organisation) == (KARI["name"], KARI["email"], employer)
    assert (user.memberships.count(), user.is_superuser, user.has_usable_password()) == (0, False, False)
    assert SocialAccount.objects.get().extra_data == {"email": KARI["email"]}, "no more is kept"


def test_the_person_comes_back_to_the_same_account_and_to_where_they_were_going(page, hub, set_up):
    set_up(vouches_for=["fylke.example"])
    sign_in_as(page, hub, KARI)
    page.context.clear_cookies()

    sign_in_as(page, hub, {**KARI, "email": "ny@fylke.example"}, path="/konto/logg-inn/?next=/roller/")

    assert page.url == f"{hub}/roller/"
    assert User.objects.count() == 1


def test_an_account_is_found_by_an_address_that_the_provider_vouches_for(page, hub, set_up):
    user = UserFactory(email=KARI["email"])
    set_up(vouches_for=["fylke.example"])

    sign_in_as(page, hub, KARI)

    assert heading(page) == "Min side"
    assert SocialAccount.objects.get().user == user
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("vouches_for", "verified"),
    [([], True), (["annet.example"], True), (["fylke.example"], False)],
    ids=["vouches for nobody", "vouches for others", "not verified"],
)
def test_an_account_is_not_linked_to_an_address_that_nobody_has_shown(
    page, hub, set_up, vouches_for, verified
):
    UserFactory(email=KARI["email"])
    set_up(vouches_for=vouches_for)

    sign_in_as(page, hub, {**KARI, "email_verified": verified}, path="/nn/konto/logg-inn/")

    assert heading(page) == "Sjå i e-posten din"
    assert not SocialAccount.objects.exists()
    assert OutgoingMail.objects.get().to == KARI["email"]
    page.goto(f"{hub}/konto/")
    assert heading(page) == "Logg inn"


def test_a_new_persons_unverified_address_is_confirmed_by_mail(page, hub, set_up):
    set_up()

    sign_in_as(page, hub, {**KARI, "email_verified": False})

    assert heading(page) == "Se i e-posten din"
    assert not User.objects.get().emailaddress_set.get().verified


def test_without_an_address_the_person_is_asked_for_one(page, hub, set_up):
    set_up(vouches_for=["fylke.example"])

    sign_in_as(page, hub, {})

    assert heading(page) == "Lag en konto"
    assert "Fylket" in page.get_by_role("main").inner_text()
    page.get_by_label("Navn").fill("Innkjøper i fylket")
    page.get_by_label("E-postadresse").fill("egen@fylke.example")
    page.get_by_role("button", name="Lag en konto").click()
    page.wait_for_url(re.compile("bekreft"))
    assert heading(page) == "Se i e-posten din"
    user = User.objects.get()
    assert (user.email, user.emailaddress_set.get().verified) == ("egen@fylke.example", False)


def test_who_stops_at_the_provider_is_told_that_nothing_is_changed(page, hub, set_up):
    set_up()
    page.goto(f"{hub}/sv/konto/logg-inn/")
    page.get_by_role("button", name="Fylket").click()
    page.get_by_role("link", name="Cancel").click()
    page.wait_for_url(re.compile(re.escape(hub)))

    assert heading(page) == "Du loggade inte in"


@pytest.mark.parametrize(
    ("language", "told"), [("", "Du ble ikke logget inn"), ("/en", "You could not be signed in")]
)
def test_another_issuer_than_the_listed_one_signs_nobody_in(page, hub, set_up, oidc_url, language, told):
    set_up(issuer=oidc_url.replace("127.0.0.1", "localhost"), vouches_for=["fylke.example"])

    sign_in_as(page, hub, KARI, path=f"{language}/konto/logg-inn/")

    assert heading(page) == told
    assert not User.objects.exists()


def test_a_level_that_was_not_reached_signs_nobody_in(page, hub, set_up):
    set_up(acr_values=["high"], vouches_for=["fylke.example"])

    sign_in_as(page, hub, KARI)

    assert heading(page) == "Du ble ikke logget inn"
    assert not User.objects.exists()


@pytest.mark.parametrize("said", ["error=server_error", "error=access_denied%00", "code=x", "", "error=%00"])
def test_an_answer_that_nobody_asked_for_gets_a_clear_page(page, hub, set_up, said):
    set_up()

    answer = page.goto(f"{hub}{reverse('openid_connect_callback', args=['fylket'])}?state=x&{said}")

    assert answer.status == 401
    assert heading(page) == "Du ble ikke logget inn"


@pytest.mark.parametrize("issuer", ["http://127.0.0.1:9", "{hub}"], ids=["down", "not a provider"])
def test_a_provider_that_does_not_answer_gets_a_clear_page(page, hub, set_up, issuer):
    set_up(issuer=issuer.format(hub=hub))
    page.goto(f"{hub}/konto/logg-inn/")

    page.get_by_role("button", name="Fylket").click()
    page.wait_for_url(re.compile("/hos/"))

    assert heading(page) == "Du ble ikke logget inn"


def test_a_way_of_signing_in_is_connected_and_disconnected_by_who_proves_it_is_they(page, hub, set_up):
    user = UserFactory()
    set_up()
    page.goto(f"{hub}/konto/logg-inn/?next=/konto/sikkerhet/tilknytninger/")
    page.get_by_label("E-postadresse").fill(user.email)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.wait_for_url(re.compile("tilknytninger/$"))

    sign_in_as(page, hub, KARI, path="/konto/sikkerhet/tilknytninger/")
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Gå videre").click()
    page.get_by_role("button", name="Koble fra").wait_for()
    assert SocialAccount.objects.get().user == user

    page.get_by_role("button", name="Koble fra").click()
    page.get_by_text("Innloggingen er ikke lenger koblet til.").wait_for()
    assert not SocialAccount.objects.exists()
