"""Elasticsearch on three machines: one killed, the index rebuilt, while content changes and people search."""

import threading
import time
from contextlib import contextmanager

import pytest
from django.db import connection
from django.utils import timezone

from hub.models import ProductGroup
from search.engines.chosen import chosen_engine, cluster
from search.models import IndexBuild, OutboxEntry
from search.queries import find, live_index
from search.questions import Question
from search.services import carry_changes, compare_index, rebuild_index
from tests.factories.hub import make_product_group
from tests.search.conftest import rooms  # noqa: F401
from tests.services.nodes import start_cluster

pytestmark = [
    pytest.mark.services("elasticsearch"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("rooms"),
]
PORTS = [9281, 9282, 9283]
HOW_MANY = 40


@pytest.fixture
def nodes(tmp_path):
    nodes = start_cluster(PORTS, name="hub-three", data=tmp_path)
    yield nodes
    for node in nodes:
        node.stop()


@pytest.fixture
def engine(nodes, settings, tmp_path):
    hosts = [node.url for node in nodes]
    settings.HUB = settings.HUB.model_copy(update={"var_dir": tmp_path, "search_hosts": hosts})
    yield chosen_engine()
    cluster.cache_clear()


class Load:
    """Somebody renames one group after the other, a worker carries, and a reader searches."""

    def __init__(self) -> None:
        self.written = 0
        self.answers: list[bool] = []
        self.faults: list[Exception] = []
        self.over = threading.Event()

    def write(self) -> None:
        for number in range(10_000):
            if self.over.is_set():
                return
            group = ProductGroup.objects.get(code=f"g{number % HOW_MANY}")
            group.name_nb = f"Votter {number}"
            # Its change is carried at once, or waits.
            group.save()
            self.written += 1

    def read(self) -> None:
        while not self.over.wait(0.05):
            self.answers.append(find(Question(text="hansker", kinds=("group",))).degraded)

    def run(self, what) -> None:
        try:
            what()
        except Exception as error:
            self.faults.append(error)
        finally:
            connection.close()


@contextmanager
def under_load():
    load = Load()
    threads = [threading.Thread(target=load.run, args=[what]) for what in (load.write, load.read)]
    for thread in threads:
        thread.start()
    yield load
    load.over.set()
    for thread in threads:
        thread.join()
    assert load.faults == []
    assert load.written


def carry_all():
    deadline = time.monotonic() + 60
    while OutboxEntry.objects.waiting().exists() and time.monotonic() < deadline:
        OutboxEntry.objects.update(next_try_at=None)
        carry_changes(now=timezone.now())
    assert not OutboxEntry.objects.exists()


def is_all_there() -> bool:
    """Every group once and as it is now, told by the comparison that runs each night."""
    engine, index = chosen_engine(), live_index("elasticsearch").index
    ids = [id_ for id_, _ in engine.checksums(index)]
    assert len(ids) == len(set(ids))
    compared = compare_index()
    return compared.differing == 0 and compared.same >= HOW_MANY


def is_answered_within(seconds: float) -> bool:
    """A node that is gone is asked a last time, and a busy machine may be slow."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not find(Question(text="votter", kinds=("group",))).degraded:
            return True
        time.sleep(1)
    return False


def test_nothing_is_lost_when_a_node_is_killed_or_the_index_rebuilt_under_load(national, nodes, engine):
    for number in range(HOW_MANY):
        make_product_group(f"g{number}", "Hansker")
    first = rebuild_index(now=timezone.now())
    engine.client.cluster.health(index=first.index, wait_for_status="green", timeout="30s")
    copies = engine.client.indices.get_settings(index=first.index)[first.index]["settings"]["index"]
    assert copies["number_of_replicas"] == "2"

    with under_load() as load:
        time.sleep(1)
        second = rebuild_index(now=timezone.now())
        assert live_index("elasticsearch").index == second.index
        time.sleep(1)
    carry_all()
    assert not all(load.answers), "people search all the while"
    assert is_all_there()
    assert engine.client.indices.get_alias(name="hub-search").body.keys() == {second.index}

    holder = engine.client.cat.shards(index=second.index, format="json")
    main = next(shard["node"] for shard in holder if shard["prirep"] == "p")
    with under_load() as load:
        time.sleep(1)
        next(node for node in nodes if f"node-{node.port}" == main).kill()
        time.sleep(6)
    carry_all()
    assert is_answered_within(30)
    assert is_all_there()
    assert not IndexBuild.objects.filter(state=IndexBuild.State.FAILED).exists()
