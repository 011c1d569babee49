"""Signing in by OpenID Connect: what a provider is believed, and what is kept of what it tells."""

import structlog
from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount import app_settings as settings_of_allauth
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.utils.translation import get_language

from hub.accounts.words import PROVIDER_ERRORS
from hub.addresses import at_hub, plain_reverse
from hub.enums import Language
from hub.queries.people import organisation_with_number
from hub.settings.providers import OidcProvider

logger = structlog.get_logger(__name__)


def provider_set_up_as(provider_id: str) -> OidcProvider:
    return next(provider for provider in settings.HUB.oidc_providers if provider.id == provider_id)


class HubOAuth2Adapter(OpenIDConnectOAuth2Adapter):
    def get_callback_url(self, request, app):
        """One address, whichever language the person reads: the provider knows it by heart."""
        path = plain_reverse("openid_connect_callback", kwargs={"provider_id": self.provider_id})
        return at_hub(path, language=settings.LANGUAGE_CODE)


class HubProvider(OpenIDConnectProvider):
    """A listed provider. Of its answer only the address is kept: some tell the national identity number."""

    oauth2_adapter_class = HubOAuth2Adapter

    @property
    def set_up(self) -> OidcProvider:
        return provider_set_up_as(self.app.provider_id)

    def sociallogin_from_response(self, request, response):
        claims = response.get("id_token") or {}
        told = {**claims, **(response.get("userinfo") or {})}
        if not isinstance(told.get("sub"), str) or not told["sub"] or told["sub"] != claims.get("sub"):
            raise ProviderException("the token and the information on the person are not of the same person")
        if self.set_up.acr_values and claims.get("acr") not in self.set_up.acr_values:
            raise ProviderException("the person was not signed in at a level that was asked for")
        return super().sociallogin_from_response(request, told)

    def extract_uid(self, data):
        if len(data["sub"]) > settings_of_allauth.UID_MAX_LENGTH:
            raise ProviderException("the person's identifier is too long")
        return data["sub"]

    def extract_extra_data(self, data):
        return {"email": self.claim(data, "email")}

    def extract_common_fields(self, data):
        return {
            "email": self.claim(data, "email"),
            "email_verified": self.vouches_for(data),
            "name": self.claim(data, "name"),
            "organisation": self.claim(data, "organisation"),
        }

    def extract_email_addresses(self, data):
        return []  # made from the common fields

    def vouches_for(self, data) -> bool:
        domain = self.claim(data, "email").rpartition("@")[2].lower()
        if domain not in self.set_up.vouches_for:
            return False
        name = self.set_up.claims.email_verified
        return not name or found_at(data, name) in (True, "true", "1", 1)

    def claim(self, data, field: str) -> str:
        value = found_at(data, getattr(self.set_up.claims, field))
        return value.replace("\0", "").strip() if isinstance(value, str) else ""


def found_at(data, path: str):
    """`a.0.b` goes into mappings and lists; what isn't there is None."""
    for step in path.split(".") if path else [""]:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and step.isdigit() and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data


class ProviderAdapter(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | PROVIDER_ERRORS

    def list_apps(self, request, provider=None, client_id=None):
        """Those in the settings; rows in the database would be a second, unseen list."""
        listed = super().list_apps(request, provider=provider, client_id=client_id)
        return [app for app in listed if app.pk is None]

    def populate_user(self, request, sociallogin, data):
        """A new person becomes a buyer: name, address and employer, and never a role."""
        user = sociallogin.user
        user.email = data.get("email", "")
        user.name = " ".join(data.get("name", "").split())[:120]
        user.organisation = organisation_with_number(data.get("organisation", "")[-9:])
        user.language = get_language() if get_language() in Language.values else Language.BOKMAL
        return user

    def is_auto_signup_allowed(self, request, sociallogin):
        return bool(sociallogin.user.name) and super().is_auto_signup_allowed(request, sociallogin)

    def get_signup_form_initial_data(self, sociallogin):
        user = sociallogin.user
        initial = {"name": user.name, "organisation": user.organisation_id, "language": user.language}
        return {**super().get_signup_form_initial_data(sociallogin), **initial}

    def pre_social_login(self, request, sociallogin):
        if sociallogin.is_existing and not sociallogin.user.is_active:
            raise ImmediateHttpResponse(account_adapter().respond_user_inactive(request, sociallogin.user))

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        logger.warning(
            "provider_error", provider=provider.app.provider_id, fault=repr(exception or error)[:200]
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        account_adapter().send_notification_mail(template_prefix, user, context, email)
