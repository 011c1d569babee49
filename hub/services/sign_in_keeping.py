"""What is kept on how a person signs in, for how long, and shown to the person."""

import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from hub.enums import LegalBasis
from hub.models import User
from hub.services.retention import let_go
from hub.slots import PersonalData, Retention


def ways_in(user: User):
    """Never the secrets themselves: a file that is taken along may be lost."""
    for factor in Authenticator.objects.filter(user=user).order_by("pk"):
        yield {
            "what": WAYS[factor.type],
            "name": factor.wrap().name if factor.type == Authenticator.Type.WEBAUTHN else "",
            "made_at": factor.created_at,
            "last_used_at": factor.last_used_at,
        }
    for account in SocialAccount.objects.filter(user=user).order_by("pk"):
        yield {
            "what": account.provider,
            "name": account.extra_data.get("email", ""),
            "made_at": account.date_joined,
            "last_used_at": account.last_login,
        }


def sessions(user: User):
    return UserSession.objects.filter(user=user).values("user_agent", "created_at")


def end_all_sessions(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()


def delete_ended_sessions(*, before: datetime.datetime, dry_run: bool) -> int:
    going_on = Session.objects.values("session_key")
    ended = UserSession.objects.filter(created_at__lt=before).exclude(session_key__in=going_on)
    return let_go(ended, dry_run=dry_run)


def nothing(user: User) -> None:
    """Goes with the account's own row."""


WAYS = {"totp": _("App for codes"), "webauthn": _("Passkey"), "recovery_codes": _("Recovery codes")}
SIGN_IN_PERSONAL_DATA = {
    "hub.ways_in": PersonalData(
        label=_("How I sign in"),
        fields={
            "what": _("What"),
            "name": _("Name"),
            "made_at": _("Set up"),
            "last_used_at": _("Last used"),
        },
        export=ways_in,
        forget=nothing,
        order=11,
    ),
    "hub.sessions": PersonalData(
        label=_("Where I am signed in"),
        fields={"user_agent": _("Browser"), "created_at": _("Signed in")},
        export=sessions,
        forget=end_all_sessions,
        order=12,
    ),
}
SIGN_IN_RETENTION = {
    "hub.ways_in": Retention(
        label=_("How you sign in"),
        purpose=_(
            "Passkeys, the app for codes and connected sign-ins, so that nobody else gets into your account. "
            "Of what another sign-in tells us we keep the address alone."
        ),
        basis=LegalBasis.ASKED_FOR,
        ends=_("Until you remove them, or delete the account."),
        order=13,
    ),
    "hub.sessions": Retention(
        label=_("Where you are signed in"),
        purpose=_("When, and with which browser, so that you can see it and sign out. No network address."),
        basis=LegalBasis.ASKED_FOR,
        ends=_("after the sign-in has ended"),
        days=1,
        carry_out=delete_ended_sessions,
        order=14,
    ),
}
