"""Elasticsearch behind a proxy: with TLS and a key, gone, slow, half answering, and back again."""

import secrets
import time
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.utils import timezone

from search.analysis.lexicon import Lexicon
from search.analysis.reading import Reading
from search.engines.breaker import FAILURES
from search.engines.chosen import chosen_engine, cluster
from search.engines.cluster import ClusterEngine, mapping_for
from search.engines.cluster_finding import ASKING_SECONDS
from search.engines.interface import EngineUnavailable
from search.engines.prepared import FORMAT, prepare
from search.models import IndexBuild, OutboxEntry
from search.queries import find, live_index
from search.questions import Question
from search.services import carry_changes, rebuild_index
from search.services.carrying import ENGINE_WAIT
from tests.factories.hub import make_product_group
from tests.search.test_engines import criterion
from tests.services.front import in_front_of
from tests.services.plugin import address_of

pytestmark = [
    pytest.mark.services("elasticsearch"),
    pytest.mark.django_db,
    pytest.mark.usefixtures("rooms"),
]
NOBODY = "http://127.0.0.1:9"
KEY = "a2V5OnNlY3JldA=="


@pytest.fixture
def front():
    with in_front_of(address_of("elasticsearch")) as (front, _):
        yield front


@pytest.fixture
def hub(settings, national):
    """Runs the hub on these hosts, with `hub(*hosts, key=…, ca=…)`, and clears up behind it."""

    def runs_on(*hosts, **options):
        settings.HUB = settings.HUB.model_copy(update={"search_hosts": list(hosts), **options})
        return chosen_engine()

    yield runs_on
    cleaner = ClusterEngine([address_of("elasticsearch")])
    for name in IndexBuild.objects.values_list("index", flat=True):
        cleaner.drop(name)
    cleaner.client.close()
    cluster.cache_clear()


@pytest.fixture
def gloves(hub, front):
    """Found by a hub whose Elasticsearch is behind the front."""
    engine = hub(front.url)
    make_product_group("hansker", "Hansker")
    rebuild_index(now=timezone.now())
    assert not find(Question(text="hansker")).degraded
    return engine


@contextmanager
def scratch_index(engine, **settings):
    name = f"hub-test-{secrets.token_hex(6)}"
    if settings:
        engine.client.indices.create(
            index=name, settings=settings, mappings=mapping_for([]), wait_for_active_shards=0
        )
    else:
        engine.create(name, [])
    yield name
    engine.drop(name)


def page(client_on, national, address="/sok/?q=hansker"):
    answer = client_on(national).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def total_of(index):
    cleaner = ClusterEngine([address_of("elasticsearch")])
    try:
        return cleaner.count(index)
    finally:
        cleaner.client.close()


def test_it_is_reached_over_tls_with_a_key_by_setting(hub, tmp_path, client_on, national):
    with in_front_of(address_of("elasticsearch"), tls=tmp_path) as (front, authority):
        front.api_key = KEY
        hub(front.url, search_api_key=KEY, search_ca_file=str(authority))
        make_product_group("hansker", "Hansker")
        rebuild_index(now=timezone.now())
        assert "<mark>Hansker</mark>" in page(client_on, national)
        assert not find(Question(text="hansker")).degraded


@pytest.mark.parametrize("missing", ["key", "authority"])
def test_without_the_key_or_the_authority_it_gives_no_answer(hub, tmp_path, missing):
    with in_front_of(address_of("elasticsearch"), tls=tmp_path) as (front, authority):
        front.api_key = KEY
        given = {"search_api_key": KEY, "search_ca_file": str(authority)}
        given["search_api_key" if missing == "key" else "search_ca_file"] = ""
        engine = hub(front.url, **given)
        with pytest.raises(EngineUnavailable, match="401" if missing == "key" else "(?i)certificate"):
            engine.check("hub-any")


def test_one_host_that_answers_is_enough(hub, front):
    hub(NOBODY, front.url, NOBODY.replace("9", "10"))
    make_product_group("hansker", "Hansker")
    rebuild_index(now=timezone.now())
    for _ in range(6):
        assert not find(Question(text="hansker")).degraded


def test_slow_is_as_good_as_gone_and_is_soon_not_waited_for(gloves, front, client_on, national):
    front.delay = ASKING_SECONDS + 1
    assert "Hansker" in page(client_on, national)
    for _ in range(FAILURES - 1):
        assert find(Question(text="hansker")).degraded
    asked, started = front.asked, time.monotonic()
    assert "Hansker" in page(client_on, national)
    assert front.asked == asked, "nobody waits for it any more"
    assert time.monotonic() - started < ASKING_SECONDS


def test_an_answer_that_breaks_off_is_none(gloves, front, client_on, national):
    front.cuts = True
    assert find(Question(text="hansker")).degraded
    assert 'data-color="warning"' in page(client_on, national)
    front.cuts = False


def test_a_part_of_the_index_is_not_shown_as_if_it_were_all(hub, front):
    """Of two parts only one has a machine that may hold it."""
    engine = hub(front.url)
    parted = {"number_of_shards": 2, "number_of_replicas": 0, "routing.allocation.total_shards_per_node": 1}
    with scratch_index(engine, **parted) as index:
        assert engine.client.cluster.health(index=index)["unassigned_shards"] == 1
        with pytest.raises(EngineUnavailable):
            engine.find(index, Question(), Reading(), [])


def test_changes_wait_while_it_is_gone_and_are_caught_up_once(gloves, hub, front):
    index = live_index("elasticsearch").index
    before = total_of(index)
    make_product_group("votter", "Votter")
    hub(NOBODY)
    now = timezone.now()
    assert carry_changes(now=now).held_up
    assert find(Question(text="votter")).degraded
    hub(front.url)
    assert carry_changes(now=now).documents == 0, "not at once again"
    assert carry_changes(now=now + ENGINE_WAIT).documents == 1
    assert OutboxEntry.objects.count() == 0
    assert total_of(index) == before + 1
    assert [hit.source["identifier"] for hit in find(Question(text="votter")).hits] == ["votter"]


def test_an_answer_that_broke_off_while_writing_doubles_nothing(gloves, front):
    """Elasticsearch has taken the documents, and the hub does not know."""
    index = live_index("elasticsearch").index
    before = total_of(index)
    make_product_group("votter", "Votter")
    now = timezone.now()
    front.cuts = True
    assert carry_changes(now=now).held_up
    front.cuts = False
    gloves.breaker.failures = 0
    assert carry_changes(now=now + ENGINE_WAIT).documents == 1
    assert total_of(index) == before + 1


def test_an_index_that_takes_no_writes_is_held_against_no_document(gloves):
    index = live_index("elasticsearch").index
    gloves.client.indices.put_settings(index=index, settings={"index.blocks.write": True})
    make_product_group("votter", "Votter")
    assert "403" in carry_changes(now=timezone.now()).held_up
    assert OutboxEntry.objects.get().attempts == 0
    gloves.client.indices.put_settings(index=index, settings={"index.blocks.write": False})
    assert carry_changes(now=timezone.now() + ENGINE_WAIT).documents == 1


def test_a_document_that_it_refuses_is_named_and_stops_no_other(hub, front):
    engine = hub(front.url)
    kind, document = criterion("1", "Hansker")
    good = prepare(document, kind, Lexicon())
    poison = replace(good, id="criterion:2", day="someday")
    with scratch_index(engine) as index:
        with engine.writing(index) as writer:
            refused = writer.put([poison, good])
        assert list(refused) == ["criterion:2"]
        assert engine.count(index) == 1


def test_an_index_of_an_older_format_is_said_to_be_one(hub, front):
    engine = hub(front.url)
    with scratch_index(engine) as index:
        engine.check(index)
        engine.client.indices.put_mapping(index=index, meta={"format": FORMAT - 1})
        with pytest.raises(EngineUnavailable, match="another format"):
            engine.check(index)
