"""Secrets of second factors: unreadable in the database, and read by us while a key is changed."""

import json

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.factories.hub import UserFactory
from tests.hub.second_factor import SECRET, code_now, is_signed_in, sign_in, with_app

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def keys(settings):
    def use(*listed):
        settings.HUB = settings.HUB.model_copy(update={"encryption_keys": list(listed)})

    use(OLD)
    return use


def stored() -> dict:
    return {row.type: row.data for row in Authenticator.objects.all()}


def lay_bare():
    """As the rows were before there were keys."""
    Authenticator.objects.filter(type="totp").update(data={"secret": SECRET})
    Authenticator.objects.filter(type="recovery_codes").update(data={"seed": "ab" * 40, "used_mask": 0})


def show_code(browser, user, code=None):
    sign_in(browser, user)
    return browser.post(reverse("mfa_authenticate"), {"code": code or code_now()})


@pytest.mark.usefixtures("keys")
def test_the_database_holds_no_secret_that_makes_codes(browser):
    user = with_app(UserFactory())
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()

    told = json.dumps(stored())

    assert SECRET not in told
    assert Fernet(OLD).decrypt(stored()["totp"]["secret"]).decode() == SECRET
    assert len(Fernet(OLD).decrypt(stored()["recovery_codes"]["seed"])) == 80, "the seed, not the codes"
    assert codes
    show_code(browser, user)
    assert is_signed_in(browser)


def test_rows_from_before_the_keys_sign_in_and_are_encrypted_at_night(browser, client_on, national, keys):
    user = with_app(UserFactory())
    lay_bare()
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    show_code(browser, user)

    call_command("renew_secrets")

    again = client_on(national)
    show_code(again, user, code)
    assert (is_signed_in(browser), is_signed_in(again)) == (True, True)
    assert SECRET not in json.dumps(stored())
    assert stored()["recovery_codes"]["used_mask"] == 1


def test_a_key_is_changed_without_anybody_noticing(browser, keys, capsys):
    user = with_app(UserFactory())
    keys(NEW, OLD)
    call_command("renew_secrets")
    call_command("renew_secrets")
    keys(NEW)

    show_code(browser, user)

    assert is_signed_in(browser)
    assert capsys.readouterr().out.splitlines() == [
        "second factors: 0 were under the first key, 2 are encrypted anew",
        "second factors: 2 were under the first key, 0 are encrypted anew",
    ]


def test_with_the_key_lost_no_code_is_right_and_the_page_says_whose_fault_it_is(browser, keys):
    user = with_app(UserFactory())
    keys(NEW)

    page = show_code(browser, user)

    assert page.status_code == 503
    assert "Feilen er vår" in page.content.decode()
    assert not is_signed_in(browser)
    with pytest.raises(CommandError, match="2 can't be read"):
        call_command("renew_secrets")


@pytest.mark.usefixtures("keys")
def test_a_secret_that_was_tampered_with_is_refused(browser):
    user = with_app(UserFactory())
    token = stored()["totp"]["secret"]
    Authenticator.objects.filter(type="totp").update(data={"secret": token[:-6] + "AAAAA="})

    assert show_code(browser, user).status_code == 503
    assert not is_signed_in(browser)


@pytest.mark.usefixtures("keys", "db")
def test_a_passkey_has_nothing_to_encrypt():
    Authenticator.objects.create(user=UserFactory(), type="webauthn", data={"name": "A", "credential": {}})

    call_command("renew_secrets")

    assert stored()["webauthn"] == {"name": "A", "credential": {}}
