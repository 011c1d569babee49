"""Providers of OpenID Connect, as HUB_OIDC_PROVIDERS lists them. What isn't listed signs nobody in."""

import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s?#]+$")]
Domain = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", to_lower=True)]


class Claims(BaseModel):
    """Which claim says what. A dot goes into a claim: `authorization_details.0.reportees.0.ID`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    email: str = "email"
    # Without a name the provider is taken at its word for the domains it vouches for.
    email_verified: str = "email_verified"
    name: str = "name"
    # Holds the number of the organisation where the person works; a longer identifier may end in it.
    organisation: str = ""


class OidcProvider(BaseModel):
    """One provider. There is no field for a role, and an unknown field is refused: roles are given here."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    name: str = Field(min_length=1, max_length=40)
    issuer: Address
    client_id: str = Field(min_length=1, max_length=191)
    client_secret: str = Field(min_length=1, max_length=191)
    scopes: list[str] = ["openid", "profile", "email"]
    claims: Claims = Claims()
    # The domains in which the provider knows whose an address is. Other addresses are confirmed by e-mail.
    vouches_for: list[Domain] = []
    # The levels of assurance that are asked for, and of which the answer must state one.
    acr_values: list[str] = []
    is_second_factor: bool = Field(False, description="whether signing in there counts as two steps here")

    @field_validator("issuer")
    @classmethod
    def without_slash(cls, issuer: str) -> str:
        return issuer.removesuffix("/.well-known/openid-configuration")

    def as_allauth_app(self) -> dict:
        return {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.client_secret,
            "settings": {
                "server_url": self.issuer.rstrip("/"),
                "scope": self.scopes,
                "oauth_pkce_enabled": True,
                "auth_params": {"acr_values": " ".join(self.acr_values)} if self.acr_values else {},
                # Whatever the server at that address says, tokens are of this issuer or refused.
                "openid_configuration_overrides": {"issuer": self.issuer},
            },
        }


def parse_providers(value):
    """The variable holds a list in JSON."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value or "[]")
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} at character {error.pos}") from None


def wrong_with(providers: list[OidcProvider], *, is_production: bool) -> list[str]:
    wrong = []
    for provider in providers:
        if is_production and not provider.issuer.startswith("https://"):
            wrong.append(f"HUB_OIDC_PROVIDERS: the issuer of {provider.id} must be an https address")
        if provider.is_second_factor and not provider.acr_values:
            wrong.append(f"HUB_OIDC_PROVIDERS: {provider.id} is a second factor only with acr_values")
    ids = [provider.id for provider in providers]
    if len(set(ids)) != len(ids):
        wrong.append("HUB_OIDC_PROVIDERS: two providers have the same id")
    return wrong
