"""What is set from outside, typed. Everything that is wrong is listed at once when the process starts."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from hub.settings.providers import OidcProvider, parse_providers, wrong_with
from hub.settings.search_hosts import wrong_with_search
from hub.settings.secret_keys import DEMO_ENCRYPTION_KEY, split_keys, wrong_with_keys

PROJECT = Path(__file__).resolve().parents[2]
DEMO_KEY = "demonstration-only-never-in-production-0123456789-abcdefghijk"


class Environment(BaseSettings):
    """Each field is the environment variable HUB_<NAME>, or a line of the file that HUB_ENV_FILE names."""

    model_config = SettingsConfigDict(env_prefix="HUB_", extra="ignore")

    mode: Literal["demo", "test", "production"] = "demo"
    secret_key: str = DEMO_KEY
    encryption_keys: Annotated[list[str], NoDecode] = Field(
        [DEMO_ENCRYPTION_KEY], description="what secrets in the database are encrypted with, newest first"
    )
    host: str = Field("hub.localhost", pattern=r"^[a-z0-9.-]+$", description="the national site's host name")
    port: int = Field(
        8000, ge=1, le=65535, description="the port in addresses; 80 and 443 are left out of them"
    )
    scheme: Literal["http", "https"] = "http"
    var_dir: Path = PROJECT / "var"
    database_url: str = ""
    cache_url: str = ""
    search_url: str = ""
    search_api_key: str = ""
    search_ca_file: str = ""
    mail_url: str = ""
    mail_from: str = Field(pattern=r"^[^@\s]+@[^@\s]+$", default="ikke-svar@hub.example")
    trusted_proxies: int = Field(0, ge=0, le=5, description="how many proxies in front set X-Forwarded-For")
    log_format: Literal["console", "json"] = "console"
    static_dir: Path | None = Field(
        None, description="where collectstatic writes; static/ in var_dir if unset"
    )
    search_hosts: Annotated[list[str], NoDecode] = []
    oidc_providers: Annotated[list[OidcProvider], NoDecode] = []
    admin_second_factor: bool | None = Field(
        None, description="whether what a role gives asks for a second factor; in production it does"
    )

    @property
    def port_suffix(self) -> str:
        return "" if self.port in (80, 443) else f":{self.port}"

    @property
    def is_demo(self) -> bool:
        return self.mode == "demo"

    @property
    def is_production(self) -> bool:
        return self.mode == "production"

    @property
    def asks_second_factor(self) -> bool:
        return self.is_production if self.admin_second_factor is None else self.admin_second_factor

    @property
    def base_url(self) -> str:
        return f"{self.scheme}://{self.host}{self.port_suffix}"

    @model_validator(mode="before")
    @classmethod
    def split_search_url(cls, values):
        hosts = str(values.get("search_url") or "")
        return {**values, "search_hosts": [host.strip() for host in hosts.split(",") if host.strip()]}

    @field_validator("oidc_providers", mode="before")
    @classmethod
    def read_oidc_providers(cls, value):
        return parse_providers(value)

    @field_validator("encryption_keys", mode="before")
    @classmethod
    def read_encryption_keys(cls, value):
        return split_keys(value)

    @model_validator(mode="after")
    def check_all(self) -> Self:
        wrong = [
            *wrong_with(self.oidc_providers, is_production=self.is_production),
            *wrong_with_keys(self.encryption_keys, is_production=self.is_production),
            *wrong_with_search(self.search_hosts, api_key=self.search_api_key, ca_file=self.search_ca_file),
            *self.demonstrations_parts(),
        ]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def demonstrations_parts(self) -> list[str]:
        """What a production must not run with."""
        wrong: list[str] = []
        if not self.is_production:
            return wrong
        if self.secret_key == DEMO_KEY or len(self.secret_key) < 50:
            wrong.append("HUB_SECRET_KEY must be set, with at least 50 random characters")
        if self.scheme != "https":
            wrong.append("HUB_SCHEME must be https")
        if self.host.endswith("localhost"):
            wrong.append("HUB_HOST must be the national site's real host name")
        if not self.database_url.startswith(("postgres://", "postgresql://")):
            wrong.append("HUB_DATABASE_URL must name a PostgreSQL database, like postgres://hub:…@db/hub")
        if not self.cache_url.startswith(("redis://", "rediss://", "unix://")):
            wrong.append("HUB_CACHE_URL must name a Redis server, like redis://cache:6379/0")
        if not self.mail_url.startswith(("smtp://", "smtps://", "smtp+tls://")):
            wrong.append("HUB_MAIL_URL must name a mail server, like smtp+tls://user:password@mail:587")
        if not self.asks_second_factor:
            wrong.append(
                "HUB_ADMIN_SECOND_FACTOR must be true, or left out: it is off in the demonstration only"
            )
        return wrong


def read_environment(**values) -> Environment:
    """Reads the environment, or ends the process with one message that lists everything wrong."""
    try:
        return Environment(_env_file=os.environ.get("HUB_ENV_FILE"), **values)  # type: ignore[call-arg]
    except ValidationError as error:
        lines = told(error) + what_else_is_wrong(error, values)
        sys.exit("The hub can't start, its settings are wrong:\n" + "\n".join(lines))


def what_else_is_wrong(error: ValidationError, values: dict) -> list[str]:
    """What can be told of the other settings only once the faulty ones are out of the way."""
    faulty = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}
    defaults = {name: Environment.model_fields[name].default for name in faulty}
    try:
        if faulty:
            Environment(_env_file=os.environ.get("HUB_ENV_FILE"), **{**values, **defaults})  # type: ignore[call-arg]
    except ValidationError as rest:
        return told(rest)
    return []


def told(error: ValidationError) -> list[str]:
    lines = []
    for fault in error.errors():
        message = fault["msg"].removeprefix("Value error, ")
        name = f"{variable(*fault['loc'])}: " if fault["loc"] else ""
        lines += [f"  - {name}{part}" for part in message.split("; ")]
    return lines


def variable(name, *inside) -> str:
    """HUB_OIDC_PROVIDERS[0].issuer, for what is wrong inside a list."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in inside]
    return f"HUB_{str(name).upper()}" + "".join(steps)
