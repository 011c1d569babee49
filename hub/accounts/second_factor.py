"""Passkeys and codes from an app."""

from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext as _

from hub.accounts.words import SECOND_FACTOR_ERRORS
from hub.services import encryption


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | SECOND_FACTOR_ERRORS

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """With a key missing every page that asks for a code says so, and takes no code for right."""
        try:
            return encryption.decrypt(encrypted_text)
        except encryption.SecretUnreadable as fault:
            page = render(context.request, "hub/accounts/secret_unreadable.html", status=503)
            raise ImmediateHttpResponse(page) from fault

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to the hub's host, whatever host a request claims."""
        return {"id": settings.HUB.host, "name": settings.WAGTAIL_SITE_NAME}

    def get_public_key_credential_user_entity(self, user) -> dict:
        entity = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": user.name or user.email}

    def generate_authenticator_name(self, user, type) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}
