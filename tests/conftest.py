import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import set_script_prefix

from tests.factories.hub import make_member, make_national_node, make_node

pytest_plugins = ["tests.ready_database", "tests.services.plugin", "tests.workers"]


@pytest.fixture(autouse=True)
def _clean_process():
    """What a process keeps between requests must not reach the next test."""
    cache.clear()
    set_script_prefix("/")


@pytest.fixture
def national(db):
    return make_national_node()


@pytest.fixture
def nordland(national):
    return make_node(other_languages=["en"])


@pytest.fixture
def vestland(national):
    return make_node("vestland", "Knutepunkt Vestland", main_language="nn")


@pytest.fixture
def client_on():
    """A Django client on a node's own host: `client_on(node, user=None)`."""

    def client_for(node, user=None):
        client = Client(SERVER_NAME=node.host, SERVER_PORT="8000")
        if user is not None:
            client.force_login(user)
        return client

    return client_for


@pytest.fixture
def member():
    return make_member
