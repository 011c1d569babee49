"""Setting up a second factor, as a person does it, and what the editing pages ask of those who may write."""

import re
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail as outbox
from django.urls import reverse

from hub.enums import Role
from tests.factories.hub import PASSWORD, UserFactory, make_member
from tests.hub.second_factor import HOME, SET_UP, code_now, sign_in

# allauth marks the session once the transaction is through, so the tests must not be inside one.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def set_up_app(browser):
    """As a person does: proves who they are, reads the key off the page, writes the code."""
    there = reverse("mfa_activate_totp")

    def set_up():
        page = browser.get(there, follow=True)
        assert page.request["PATH_INFO"] == reverse("account_reauthenticate")
        page = browser.post(page.request["PATH_INFO"], {"password": PASSWORD, "next": there}, follow=True)
        secret = re.search(r'<code class="code">([A-Z2-7]+)</code>', page.content.decode())[1]
        return browser.post(there, {"code": code_now(secret)}, follow=True)

    return set_up


def test_setting_up_an_app_gives_recovery_codes_and_tells_by_mail(browser, set_up_app):
    user = UserFactory(language="sv")
    sign_in(browser, user)

    page = set_up_app()

    assert page.request["PATH_INFO"] == reverse("mfa_view_recovery_codes")
    assert {row.type for row in Authenticator.objects.filter(user=user)} == {"totp", "recovery_codes"}
    (mail,) = outbox.outbox
    assert (mail.to, mail.subject) == ([user.email], "Inloggningen till ditt konto är ändrad")
    assert "http://hub.localhost:8000/sv/konto/sikkerhet/" in mail.body
    assert "127.0.0.1" not in mail.body + mail.alternatives[0].content


@pytest.mark.usefixtures("_asked_for")
def test_an_editor_without_one_is_led_through_setting_it_up_and_back(browser, nordland, set_up_app):
    sign_in(browser, make_member(nordland, Role.EDITOR))
    wanted = f"{HOME}?q=1"

    gate = browser.get(wanted)
    page = browser.get(gate["Location"])
    codes = set_up_app()

    assert gate["Location"].startswith(f"{SET_UP}?next=")
    assert reverse("mfa_activate_totp") in page.content.decode()
    assert f'href="{wanted}"' in unescape(codes.content.decode())
    assert browser.get(wanted).status_code == 200
    assert wanted not in browser.get(reverse("mfa_index")).content.decode(), "the way is taken"


@pytest.mark.usefixtures("_asked_for")
def test_who_removes_the_second_factor_is_asked_for_one_again(browser, nordland, set_up_app):
    sign_in(browser, make_member(nordland, Role.EDITOR))
    set_up_app()
    browser.post(reverse("mfa_deactivate_totp"))

    assert SET_UP in browser.get(HOME)["Location"]


@pytest.mark.parametrize(
    "asked", ["https://evil.example/", "//evil.example", "http://nordland.hub.localhost.evil.example/"]
)
def test_setting_up_leads_back_to_the_network_alone(browser, nordland, asked, set_up_app):
    sign_in(browser, UserFactory())
    browser.get(SET_UP, {"next": asked})

    page = set_up_app()

    assert "evil.example" not in page.content.decode()
