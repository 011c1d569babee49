"""Which engine this installation runs: embedded, unless HUB_SEARCH_URL names a cluster."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.embedded import EmbeddedEngine
from search.engines.interface import Engine


def chosen_engine() -> Engine:
    hub = settings.HUB
    if hub.search_hosts:
        return cluster(tuple(hub.search_hosts), hub.search_api_key, hub.search_ca_file)
    return embedded(hub.var_dir / "search")


@lru_cache(maxsize=4)
def embedded(directory: Path) -> Engine:
    return EmbeddedEngine(directory)


@lru_cache(maxsize=4)
def cluster(hosts: tuple[str, ...], api_key: str, ca_file: str) -> Engine:
    # Only where it is chosen: the client takes long to import.
    from search.engines.cluster import ClusterEngine

    return ClusterEngine(hosts, api_key=api_key, ca_file=ca_file)
