import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import set_script_prefix
from django.utils import timezone

from search.queries.indexes import lexicon_of
from search.services import rebuild_index
from tests.factories.hub import make_member

pytest_plugins = ["tests.ready_database", "tests.services.plugin", "tests.standing_nodes", "tests.workers"]


@pytest.fixture(autouse=True)
def _clean_process():
    """What a process keeps between requests must not reach the next test."""
    cache.clear()
    set_script_prefix("/")


@pytest.fixture
def national(db, standing_nodes):
    return standing_nodes.node("national")


@pytest.fixture
def nordland(national, standing_nodes):
    return standing_nodes.node("nordland")


@pytest.fixture
def vestland(national, standing_nodes):
    return standing_nodes.node("vestland")


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
def own_index(settings, tmp_path):
    """A place for an embedded index of the test's own."""
    settings.HUB = settings.HUB.model_copy(update={"var_dir": tmp_path, "search_hosts": []})
    lexicon_of.cache_clear()


@pytest.fixture
def indexed(own_index):
    """Builds the index of what there is now, and again at each call."""
    return lambda: rebuild_index(now=timezone.now())


@pytest.fixture(params=["engine", "plain"])
def either_way(request):
    """With an index, and with the plain answer of the database."""
    return request.getfixturevalue("indexed") if request.param == "engine" else lambda: None


@pytest.fixture
def member():
    return make_member
