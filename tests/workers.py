"""How two processes share the tests: a module at a time, and all journeys in one.

What a module makes once (a world of nodes, a deployment) is then made once, and so is
the demonstration that the journeys walk through.
"""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/journeys/",)


class ByModule(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        together = (folder for folder in TOGETHER if nodeid.startswith(folder))
        return next(together, nodeid.partition("::")[0])


def pytest_xdist_make_scheduler(config, log) -> ByModule:
    return ByModule(config, log)
