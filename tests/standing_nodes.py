"""The nodes most tests ask for stand from one test to the next: making one takes longer than most tests.

Each stands in a savepoint, and a test's own transaction inside them, so what a test changes is taken back
as ever. A test sees the nodes it asks for and no others, so those of a module that ask for the same run one
after the other. A test that commits, or stands in a world of its module, sees none and makes its own.
"""

from copy import deepcopy
from itertools import groupby

import pytest
from django.db import transaction

from tests.factories.hub import make_national_node, make_node

MAKERS = {
    "national": make_national_node,
    "nordland": lambda: make_node(other_languages=["en"]),
    "vestland": lambda: make_node("vestland", "Knutepunkt Vestland", main_language="nn"),
}


class StandingNodes:
    def __init__(self, blocker):
        self.blocker = blocker
        self.levels: list[tuple[str, transaction.Atomic, object]] = []

    @property
    def names(self) -> list[str]:
        return [name for name, _savepoint, _node in self.levels]

    def take_down_to(self, wanted: list[str]) -> None:
        with self.blocker.unblock():
            while self.names != wanted[: len(self.levels)]:
                _name, savepoint, _node = self.levels.pop()
                transaction.set_rollback(True)
                savepoint.__exit__(None, None, None)

    def raise_to(self, wanted: list[str]) -> None:
        with self.blocker.unblock():
            for name in wanted[len(self.levels) :]:
                savepoint = transaction.atomic()
                savepoint.__enter__()
                self.levels.append((name, savepoint, MAKERS[name]()))

    def node(self, wanted: str):
        """A copy, since a test may change it."""
        found = [node for name, _savepoint, node in self.levels if name == wanted]
        return deepcopy(found[0]) if found else MAKERS[wanted]()


STANDING = pytest.StashKey[StandingNodes]()


@pytest.fixture(scope="session")
def standing_nodes(request, django_db_setup, django_db_blocker):
    standing = request.config.stash[STANDING] = StandingNodes(django_db_blocker)
    yield standing
    standing.take_down_to([])


@pytest.fixture(autouse=True, scope="class")
def _nodes_before_the_test(request):
    """In the scope above the test's own, so before pytest-django begins the test's transaction."""
    if isinstance(request.node, pytest.Function) and (wanted := nodes_for(request.node)):
        request.getfixturevalue("standing_nodes").raise_to(wanted)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if (standing := item.config.stash.get(STANDING, None)) and uses_database(item):
        standing.take_down_to(nodes_for(item))


def uses_database(item) -> bool:
    return bool(item.get_closest_marker("django_db")) or "django_db_setup" in item.fixturenames


def nodes_for(item) -> list[str]:
    mark = item.get_closest_marker("django_db")
    commits = mark and mark.kwargs.get("transaction")
    if commits or {"world", "live_server", "transactional_db"} & set(item.fixturenames):
        return []
    return [name for name in MAKERS if name in item.fixturenames]


def in_order_of_nodes(items: list) -> list:
    """Only within a module, whose order among the others stays."""
    modules = [sorted(tests, key=nodes_for) for _path, tests in groupby(items, key=lambda item: item.path)]
    return [test for tests in modules for test in tests]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    items[:] = in_order_of_nodes(items)
