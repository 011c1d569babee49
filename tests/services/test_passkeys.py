"""Passkeys in a real browser with a virtual authenticator, and the one session for hub and nodes."""

import re

import pytest
from allauth.mfa.models import Authenticator

from hub.enums import Role
from tests.factories.hub import PASSWORD, UserFactory, make_member, make_node

pytestmark = [
    pytest.mark.services("chromium"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
# A device with a screen lock, which its owner has just opened.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def device(page):
    """`credentials()` tells what the device keeps, `lock()` makes it refuse."""
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    made = browser.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]

    class Device:
        def credentials(self):
            return browser.send("WebAuthn.getCredentials", {"authenticatorId": made})["credentials"]

        def lock(self):
            browser.send("WebAuthn.setUserVerified", {"authenticatorId": made, "isUserVerified": False})

    return Device()


def sign_in(page, hub, user, *, path="/konto/logg-inn/"):
    page.goto(hub + path)
    page.get_by_label("E-postadresse").fill(user.email)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.wait_for_load_state()


def make_passkey(page):
    page.get_by_role("link", name="Lag en passnøkkel").click()
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Gå videre").click()
    page.get_by_label("Navn").fill("Telefonen min")
    page.get_by_role("button", name="Lag en passnøkkel").click()
    page.get_by_role("heading", name="Gjenopprettingskoder").wait_for()


def sign_out(page, hub):
    page.goto(f"{hub}/konto/logg-ut/")
    page.get_by_role("button", name="Logg ut").click()
    page.wait_for_load_state()


def test_a_passkey_is_made_and_signs_in_alone_to_where_one_was_going(page, hub, device):
    user = UserFactory()
    sign_in(page, hub, user, path="/konto/logg-inn/?next=/konto/sikkerhet/")
    make_passkey(page)
    sign_out(page, hub)

    page.goto(f"{hub}/konto/logg-inn/?next=/roller/")
    page.get_by_role("button", name="Bruk en passnøkkel").click()
    page.wait_for_url(f"{hub}/roller/")

    assert [kept["rpId"] for kept in device.credentials()] == ["hub.localhost"]
    assert Authenticator.objects.get(user=user, type="webauthn").wrap().name == "Telefonen min"


def test_a_passkey_is_the_second_step_after_the_password(page, hub, device):
    user = UserFactory()
    sign_in(page, hub, user, path="/konto/logg-inn/?next=/konto/sikkerhet/")
    make_passkey(page)
    sign_out(page, hub)

    sign_in(page, hub, user)
    assert page.get_by_role("heading", level=1).inner_text() == "Det andre trinnet"
    page.get_by_role("button", name="Bruk en passnøkkel").click()
    page.get_by_role("heading", name="Min side").wait_for()


def test_a_device_that_refuses_is_told_beside_the_button_and_signs_nobody_in(page, hub, device):
    sign_in(page, hub, UserFactory(), path="/konto/logg-inn/?next=/konto/sikkerhet/")
    make_passkey(page)
    sign_out(page, hub)
    device.lock()

    page.goto(f"{hub}/konto/logg-inn/")
    assert not page.get_by_text("Passnøkkelen virket ikke her.").is_visible()
    page.get_by_role("button", name="Bruk en passnøkkel").click()

    page.get_by_text("Passnøkkelen virket ikke her.").wait_for()
    page.goto(f"{hub}/konto/")
    assert page.get_by_role("heading", level=1).inner_text() == "Logg inn"


def test_without_script_the_page_says_plainly_that_passkeys_need_it(chromium, hub):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hub}/konto/logg-inn/")

    # Playwright's own search by text leaves out what is for those without script.
    said = page.locator("noscript p")
    assert said.is_visible()
    assert "Passnøkler trenger JavaScript" in said.inner_text()
    context.close()


def test_an_editor_is_led_through_a_passkey_to_the_editing_page_they_asked_for(
    page, hub, device, settings, national
):
    settings.HUB = settings.HUB.model_copy(update={"admin_second_factor": True})
    editor = make_member(make_node(), Role.EDITOR)
    sign_in(page, hub, editor, path="/konto/logg-inn/?next=/admin/images/")
    assert page.get_by_role("heading", level=1).inner_text() == "Sett opp et andre trinn"

    make_passkey(page)
    page.get_by_role("link", name="Gå videre dit du skulle").click()

    page.wait_for_url(f"{hub}/admin/images/")


def test_one_sign_in_holds_for_the_hub_and_its_nodes_and_so_does_signing_out(page, hub, national):
    node = make_node("vestland", "Knutepunkt Vestland", main_language="nn")
    at_node = hub.replace("hub.localhost", node.host)
    user = UserFactory(language="nn")

    page.goto(f"{at_node}/kurs/")
    page.get_by_role("link", name="Logg inn").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Logg inn"
    assert page.locator("html").get_attribute("lang") == "nn", "in the language of the node"
    page.get_by_label("E-postadresse").fill(user.email)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.wait_for_url(f"{at_node}/kurs/")

    page.get_by_role("link", name="Mi side").click()
    page.wait_for_url(re.compile(f"{hub}/nn/konto/"))
    page.get_by_role("button", name="Logg ut").click()
    page.wait_for_load_state()
    page.goto(f"{at_node}/kurs/")
    page.get_by_role("link", name="Logg inn").wait_for()
