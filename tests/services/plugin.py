"""Servers for tests: a test says which it needs, and is skipped with the reason where one isn't.

    @pytest.mark.services("elasticsearch", "redis")
    def test_...(elasticsearch_url): ...

With HUB_TEST_SERVICES=required, as in CI, what would be skipped fails instead.
"""

import mailbox
import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection

PROJECT = Path(__file__).resolve().parents[2]
ADDRESSES = PROJECT / "var" / "services" / "addresses"
NAMES = {"postgresql", "redis", "elasticsearch", "mail", "oidc", "chromium"}
WIDTHS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 375, "height": 800}}
# Chromium looks for nothing outside this machine.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def read_addresses() -> dict[str, str]:
    lines = ADDRESSES.read_text().splitlines() if ADDRESSES.exists() else []
    return {**dict(line.split("=", 1) for line in lines), **os.environ}


def address_of(name: str) -> str:
    variable = "HUB_TEST_CHROMIUM" if name == "chromium" else f"HUB_TEST_{name.upper()}_URL"
    return read_addresses().get(variable, "")


def needed_by(item: pytest.Item) -> set[str]:
    named = {name for mark in item.iter_markers("services") for name in mark.args}
    if item.get_closest_marker("journey"):
        named.add("chromium")
    if unknown := named - NAMES:
        raise pytest.UsageError(f"{item.nodeid} needs {unknown}: the services are {NAMES}")
    return named


def pytest_runtest_setup(item: pytest.Item) -> None:
    missing = sorted(name for name in needed_by(item) if not address_of(name))
    if not missing:
        return
    reason = f"needs {' and '.join(missing)}: make test-services starts them"
    if os.environ.get("HUB_TEST_SERVICES") == "required":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgresql_url() -> str:
    return address_of("postgresql")


@pytest.fixture(scope="session")
def redis_url() -> str:
    return address_of("redis")


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    return address_of("elasticsearch")


@pytest.fixture(scope="session")
def oidc_url() -> str:
    return address_of("oidc")


@dataclass
class Mail:
    """What the mail server has received since the test began."""

    url: str
    folder: Path
    seen: set[str] = field(default_factory=set)

    def received(self) -> list:
        box = mailbox.Maildir(self.folder)
        return [message for key, message in box.items() if key not in self.seen]


@pytest.fixture
def mail_server() -> Mail:
    folder = Path(read_addresses()["HUB_TEST_MAIL_DIR"])
    return Mail(address_of("mail"), folder, set(mailbox.Maildir(folder).keys()))


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """Debian's Chromium, driven by playwright."""
    # Playwright's loop runs in this thread, and Django would take each query for one inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    from playwright.sync_api import sync_playwright

    contents = getattr(connection, "_test_serialized_contents", None)
    with sync_playwright() as playwright:
        # Inside the loop Django has another connection, which must know what to put back after a test.
        if contents is not None:
            connection._test_serialized_contents = contents
        browser = playwright.chromium.launch(executable_path=address_of("chromium"), args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, chromium):
    """A page of its own, once wide and once as on a phone; an error in a script fails the test."""
    context = chromium.new_context(viewport=WIDTHS[request.param], locale="nb-NO", timezone_id="Europe/Oslo")
    context.set_default_timeout(15_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []
