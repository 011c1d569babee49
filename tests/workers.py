"""How two processes share the tests: a module at a time, and all journeys in one.

What a module makes once (a world of nodes, a deployment) is then made once, and so is
the demonstration that the journeys walk through.
"""

from collections import defaultdict

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/journeys/",)


class ByModule(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        together = (folder for folder in TOGETHER if nodeid.startswith(folder))
        return next(together, nodeid.partition("::")[0])


def pytest_xdist_make_scheduler(config, log) -> ByModule:
    return ByModule(config, log)


def pytest_collection_modifyitems(items):
    """Tests that commit leave an empty database, so they come last; a module is all such or none."""
    kinds = defaultdict(set)
    for item in items:
        mark = item.get_closest_marker("django_db")
        kinds[item.path].add(bool(mark and mark.kwargs.get("transaction")))
    mixed = sorted(path.name for path, found in kinds.items() if len(found) > 1)
    if mixed:
        raise pytest.UsageError(f"Tests that commit need a module of their own: {', '.join(mixed)}")
