"""What tests of the second factor do as a person does."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import reverse

from tests.factories.hub import PASSWORD

SECRET = "JBSWY3DPEHPK3PXP"
HOME, SET_UP = reverse("wagtailadmin_home"), reverse("set_up_second_factor")


def sign_in(browser, user, **more):
    return browser.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, **more})


def code_now(secret=SECRET) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(user):
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def is_signed_in(browser) -> bool:
    return "_auth_user_id" in browser.session
