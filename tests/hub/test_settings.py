"""The hub starts with right settings or tells everything that is wrong with them."""

import pytest

from hub.settings.environment import Environment, read_environment

RIGHT = {
    "mode": "production",
    "secret_key": "x" * 60,
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


def test_production_lists_all_that_is_missing_at_once(monkeypatch):
    told = wrong_with(monkeypatch, mode="production")

    for name in (
        "SECRET_KEY",
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
        ("scheme", "http"),
        ("host", "hub.localhost"),
        ("database_url", "sqlite:///x"),
        ("cache_url", "locmem://"),
    ],
)
def test_production_refuses_the_demonstrations_parts(monkeypatch, field, value):
    assert f"HUB_{field.upper()}" in wrong_with(monkeypatch, **{**RIGHT, field: value})


def test_values_of_the_wrong_kind_are_named(monkeypatch):
    told = wrong_with(monkeypatch, port="åtti", mode="fest")

    assert "HUB_PORT" in told
    assert "HUB_MODE" in told
