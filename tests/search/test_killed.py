"""A worker may be killed at any moment, and two may be at work: nothing is lost, nothing is doubled."""

import datetime
import time

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub.models import ProductGroup
from search import tasks
from search.engines.chosen import chosen_engine
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.managers import OutboxQuerySet
from search.models import IndexBuild, OutboxEntry
from search.queries import find, live_index
from search.questions import Question
from search.services import carry_changes, carrying, rebuild_index, rebuilding
from tests.factories.hub import make_product_group
from tests.search.killed import ended_well, in_another_process, kill_at

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("rooms"),
]
HOW_MANY = 12


def found(text):
    answer = find(Question(text=text, kinds=("group",), page_size=100))
    assert not answer.degraded
    return sorted(hit.source["identifier"] for hit in answer.hits)


def carry():
    """A server may need a moment to see that whoever held its lock was killed."""
    deadline = time.monotonic() + 10
    while (carried := carry_changes(now=timezone.now())).others_turn and time.monotonic() < deadline:
        time.sleep(0.05)
    return carried


@pytest.fixture
def groups():
    return sorted(make_product_group(f"g{number}", "Hansker").code for number in range(HOW_MANY))


def note_all():
    """As if they had changed, and nobody had carried it."""
    keys = ProductGroup.objects.values_list("pk", flat=True)
    OutboxEntry.objects.bulk_create(OutboxEntry(kind="group", key=str(pk)) for pk in keys)


def change(name):
    """All have this name now, every other one is withdrawn, and the index knows nothing of it."""
    rebuild_index(now=timezone.now())
    ProductGroup.objects.update(name_nb=name)
    codes = sorted(ProductGroup.objects.values_list("code", flat=True))
    today = timezone.now().date()
    ProductGroup.objects.filter(code__in=codes[::2]).update(withdrawn_date=today)
    ProductGroup.objects.filter(code__in=codes[1::2]).update(withdrawn_date=None)
    note_all()
    return codes[1::2]


@pytest.fixture
def later_jobs(settings):
    """Jobs kept in the database, as in production; those put off until later."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def later():
        soon = timezone.now() + datetime.timedelta(minutes=1)
        return DBTaskResult.objects.filter(status="READY", run_after__lte=soon).count()

    return later


# One test for all moments: each needs a database that other processes see, which takes long to clear.
MOMENTS = {
    "before it writes": (carrying, "write_current"),
    "while it writes": (EmbeddedWriter, "remove"),
    "before it crosses off": (carrying, "settle"),
    "while it crosses off": (OutboxQuerySet, "of"),
}
MOMENTS_OF_A_REBUILD = {
    "while it reads": (rebuilding, "add_words"),
    "while it writes": (rebuilding, "prepare_each"),
    "before it swaps": (rebuilding, "swap"),
    "while it swaps": (EmbeddedEngine, "count"),
}


def test_what_a_killed_worker_left_the_next_one_carries(groups):
    for when, (owner, name) in MOMENTS.items():
        ProductGroup.objects.update(name_nb="Hansker")
        left = change("Votter")
        kill_at(owner, name, carry)
        assert OutboxEntry.objects.count() == HOW_MANY, when
        assert not find(Question(text="votter")).degraded, f"people find all the while ({when})"
        assert carry().documents == HOW_MANY, when
        assert (found("votter"), found("hansker")) == (left, []), when
        assert OutboxEntry.objects.count() == 0, when


def test_a_killed_rebuild_leaves_the_live_index_and_every_change(groups):
    for when, (owner, name) in MOMENTS_OF_A_REBUILD.items():
        ProductGroup.objects.update(name_nb="Hansker", withdrawn_date=None)
        left = change("Votter")
        live = live_index("embedded").index
        kill_at(owner, name, lambda: rebuild_index(now=timezone.now()))
        assert live_index("embedded").index == live, when
        assert len(found("hansker")) == HOW_MANY, when
        carry()
        assert found("votter") == left, when
        rebuild_index(now=timezone.now())
        assert found("votter") == left, when
        assert OutboxEntry.objects.count() == 0, when
        assert not IndexBuild.objects.filter(state=IndexBuild.State.BUILDING).exists(), when


def test_two_workers_carry_everything_once(groups, indexed):
    def work():
        while OutboxEntry.objects.waiting().exists():
            carry_changes(now=timezone.now(), most=3)

    indexed()
    for name in ("Votter", "Sokker", "Luer"):
        ProductGroup.objects.update(name_nb=name)
        note_all()
        workers = [in_another_process(work) for _ in range(2)]
        assert [ended_well(one) for one in workers] == [True, True]
    assert (found("luer"), found("sokker")) == (groups, [])
    index = live_index("embedded").index
    ids = [id_ for id_, _ in chosen_engine().checksums(index) if id_.startswith("group:")]
    assert sorted(ids) == sorted(f"group:{pk}" for pk in ProductGroup.objects.values_list("pk", flat=True))


def test_another_job_takes_over_from_a_killed_worker_within_a_minute(groups, later_jobs):
    change("Votter")
    kill_at(tasks, "carry_changes", tasks.carry_waiting_changes.func)
    assert later_jobs() == 1
    # One that ends well leaves none of its own.
    assert tasks.carry_waiting_changes.func() == HOW_MANY
    assert later_jobs() == 1


def test_what_was_noted_while_another_worker_had_its_turn_is_looked_at_again(groups, later_jobs, monkeypatch):
    taken = carrying.Carried(held_up="another worker carries", others_turn=True)
    monkeypatch.setattr(tasks, "carry_changes", lambda now: taken)
    tasks.carry_waiting_changes.func()
    assert later_jobs() == 1
