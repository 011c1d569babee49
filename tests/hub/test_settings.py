"""The hub starts with right settings or tells everything that is wrong with them."""

import json
import re

import pytest
from allauth.account.adapter import get_adapter

from hub.settings.environment import PROJECT, Environment, read_environment
from hub.settings.secret_keys import DEMO_ENCRYPTION_KEY
from hub.settings.sign_in import account_settings, password_settings, provider_settings

RIGHT = {
    "mode": "production",
    "secret_key": "x" * 60,
    "encryption_keys": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    "scheme": "https",
    "host": "knutepunkt.example",
    "database_url": "postgres://hub@db/hub",
    "cache_url": "redis://cache:6379/0",
    "mail_url": "smtp+tls://mail:587",
}


def wrong_with(monkeypatch, **values) -> str:
    for name in Environment.model_fields:
        monkeypatch.delenv(f"HUB_{name.upper()}", raising=False)
    with pytest.raises(SystemExit) as stopped:
        read_environment(**values)
    return str(stopped.value)


def test_production_starts_when_everything_is_said(monkeypatch):
    assert read_environment(**RIGHT).is_production


def test_the_newest_key_is_named_first():
    older = RIGHT["encryption_keys"].replace("M", "N")
    hub = read_environment(**{**RIGHT, "encryption_keys": f"{RIGHT['encryption_keys']}, {older}"})
    assert hub.encryption_keys == [RIGHT["encryption_keys"], older]


def test_a_cluster_is_named_host_by_host():
    hosts = "https://search-1.example:9200, https://search-2.example:9200"
    read = read_environment(**RIGHT, search_url=hosts, search_api_key="key")
    assert read.search_hosts == ["https://search-1.example:9200", "https://search-2.example:9200"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"search_url": "search:9200"}, "HUB_SEARCH_URL must give each host"),
        ({"search_url": "https://search"}, "HUB_SEARCH_URL must give each host"),
        ({"search_url": "http://search:9200", "search_api_key": "key"}, "HUB_SEARCH_API_KEY would be sent"),
        (
            {"search_url": "https://search:9200", "search_ca_file": "/nowhere.pem"},
            "HUB_SEARCH_CA_FILE names no",
        ),
    ],
)
def test_what_is_wrong_with_the_cluster_is_told_before_it_is_asked(monkeypatch, values, told):
    assert told in wrong_with(monkeypatch, **RIGHT, **values)


def test_production_lists_all_that_is_missing_at_once(monkeypatch):
    told = wrong_with(monkeypatch, mode="production")

    for name in (
        "SECRET_KEY",
        "ENCRYPTION_KEYS",
        "SCHEME",
        "HOST",
        "DATABASE_URL",
        "CACHE_URL",
        "MAIL_URL",
    ):
        assert f"HUB_{name}" in told


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("secret_key", "short"),
        ("encryption_keys", ""),
        ("encryption_keys", DEMO_ENCRYPTION_KEY),
        ("encryption_keys", f"{RIGHT['encryption_keys']},{DEMO_ENCRYPTION_KEY}"),
        ("encryption_keys", "too-short"),
        ("encryption_keys", "blåbær" * 8),
        ("scheme", "http"),
        ("host", "hub.localhost"),
        ("database_url", "sqlite:///x"),
        ("cache_url", "locmem://"),
    ],
)
def test_production_refuses_the_demonstrations_parts(monkeypatch, field, value):
    assert f"HUB_{field.upper()}" in wrong_with(monkeypatch, **{**RIGHT, field: value})


@pytest.mark.parametrize("field", ["secret_key", "encryption_keys"])
def test_production_refuses_a_key_that_nobody_has_filled_in(monkeypatch, field):
    example = (PROJECT / "production.env.example").read_text()
    value = re.search(rf"^HUB_{field.upper()}=(.*)$", example, re.M)[1]
    assert f"HUB_{field.upper()}" in wrong_with(monkeypatch, **{**RIGHT, field: value})


def test_values_of_the_wrong_kind_are_named(monkeypatch):
    told = wrong_with(monkeypatch, port="åtti", mode="fest")

    assert "HUB_PORT" in told
    assert "HUB_MODE" in told


PROVIDER = {
    "id": "fylket",
    "name": "Fylket",
    "issuer": "https://login.fylke.example/v2.0",
    "client_id": "hub",
    "client_secret": "hemmelig",
}


def providers(*listed) -> str:
    return json.dumps([{**PROVIDER, **fields} for fields in listed])


def test_any_number_of_providers_is_listed_in_one_setting():
    hub = read_environment(**RIGHT, oidc_providers=providers({}, {"id": "ansattporten"}))

    apps = provider_settings(hub)["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert [app["provider_id"] for app in apps] == ["fylket", "ansattporten"]
    assert {app["settings"]["oauth_pkce_enabled"] for app in apps} == {True}


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("[{", "HUB_OIDC_PROVIDERS: is not JSON"),
        (providers({"role": "auditor"}), "HUB_OIDC_PROVIDERS[0].role"),
        (providers({"claims": {"role": "roles"}}), "HUB_OIDC_PROVIDERS[0].claims.role"),
        (providers({"issuer": "login.fylke.example"}), "HUB_OIDC_PROVIDERS[0].issuer"),
        (providers({"issuer": "http://login.fylke.example"}), "must be an https address"),
        (providers({}, {}), "two providers have the same id"),
        (providers({"is_second_factor": True}), "only with acr_values"),
        (providers({"id": "fylket/../x"}), "HUB_OIDC_PROVIDERS[0].id"),
    ],
)
def test_a_provider_that_is_listed_wrongly_stops_the_start(monkeypatch, listed, told):
    assert told in wrong_with(monkeypatch, **RIGHT, oidc_providers=listed)


def test_production_asks_for_a_second_factor_and_refuses_to_start_without(monkeypatch):
    assert read_environment(**RIGHT).asks_second_factor
    assert "HUB_ADMIN_SECOND_FACTOR" in wrong_with(monkeypatch, **RIGHT, admin_second_factor=False)


def test_everything_wrong_is_in_one_message(monkeypatch):
    told = wrong_with(
        monkeypatch, mode="production", admin_second_factor=False, oidc_providers=providers({}, {})
    )

    for part in ("HUB_SECRET_KEY", "HUB_MAIL_URL", "HUB_ADMIN_SECOND_FACTOR", "HUB_OIDC_PROVIDERS"):
        assert part in told


def test_a_value_of_the_wrong_kind_does_not_hide_what_else_is_wrong(monkeypatch):
    told = wrong_with(
        monkeypatch, mode="production", port="åtti", oidc_providers="[{", admin_second_factor=False
    )

    for part in ("HUB_PORT", "HUB_OIDC_PROVIDERS", "HUB_SECRET_KEY", "HUB_ADMIN_SECOND_FACTOR"):
        assert part in told


def test_passwords_are_hashed_with_argon2():
    settings = password_settings(read_environment(**RIGHT))

    assert settings["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_guesses_are_counted_by_the_address_that_our_own_proxy_saw(rf, settings):
    counted = account_settings(read_environment(**RIGHT, trusted_proxies=1))
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = counted["ALLAUTH_TRUSTED_PROXY_COUNT"]

    request = rf.get("/", headers={"x-forwarded-for": "203.0.113.7, 192.0.2.1"}, REMOTE_ADDR="10.0.0.1")

    assert get_adapter().get_client_ip(request) == "192.0.2.1"
