"""Every page of accounts, wide and on a phone; axe looks at each."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from hub.models import OutgoingMail
from hub.settings.providers import OidcProvider
from hub.settings.sign_in import provider_settings
from tests.factories.hub import PASSWORD, UserFactory
from tests.look import assert_without_faults
from tests.services.plugin import WIDTHS

pytestmark = [
    pytest.mark.services("chromium"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
FOR_ANYBODY = [
    "account_login",
    "account_request_login_code",
    "account_reset_password",
    "account_reset_password_done",
    "account_email_verification_sent",
    "account_inactive",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
]
OWN = [
    "mfa_index",
    "set_up_second_factor",
    "account_change_password",
    "usersessions_list",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "socialaccount_connections",
]
WITH_AN_APP = ["mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"]


@pytest.fixture(params=WIDTHS)
def page(request, chromium):
    context = chromium.new_context(viewport=WIDTHS[request.param], locale="nb-NO")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def _provider_listed(hub, settings):
    listed = OidcProvider(
        id="fylket", name="Fylkeskommunen", issuer="http://127.0.0.1:9", client_id="x", client_secret="y"
    )
    settings.HUB = settings.HUB.model_copy(update={"oidc_providers": [listed]})
    for name, value in provider_settings(settings.HUB).items():
        setattr(settings, name, value)


def look_at(page, hub, names):
    for name in names:
        page.goto(hub + reverse(name))
        assert_without_faults(page)


@pytest.mark.usefixtures("_provider_listed")
def test_the_pages_of_signing_in_and_of_ones_own_security(page, hub):
    user = UserFactory()
    look_at(page, hub, FOR_ANYBODY)

    page.goto(hub + reverse("account_login"))
    page.get_by_label("E-postadresse").fill(user.email)
    page.get_by_label("Passord", exact=True).fill("feil passord")
    page.get_by_role("button", name="Logg inn", exact=True).click()
    assert_without_faults(page)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.goto(hub + reverse("mfa_add_webauthn"))
    assert_without_faults(page)
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Gå videre").click()
    look_at(page, hub, OWN)

    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    key = Authenticator.objects.create(user=user, type="webauthn", data={"name": "Min", "credential": {}})
    look_at(page, hub, WITH_AN_APP)
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        page.goto(hub + reverse(name, args=[key.pk]))
        assert_without_faults(page)


def test_the_pages_half_way_in(page, hub):
    user = UserFactory()
    page.goto(hub + reverse("account_request_login_code"))
    page.get_by_label("E-postadresse").fill(user.email)
    page.get_by_role("button", name="Send koden").click()
    page.get_by_label("Kode").fill("FEIL")
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.get_by_text("Koden er ikke riktig").first.wait_for()
    assert_without_faults(page)

    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    page.get_by_role("button", name="Logg inn på en annen måte").click()
    page.get_by_label("E-postadresse").fill(user.email)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.wait_for_url(re.compile("andre-trinn"))
    assert_without_faults(page)
    page.get_by_label("Kode").fill("000000")
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.get_by_text("Koden er ikke riktig").first.wait_for()
    assert_without_faults(page)
    assert OutgoingMail.objects.count() == 1
