"""Changes reach the index, nothing is lost, and a rebuild disturbs nobody."""

import datetime
import resource
import secrets
import shutil
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.signals import page_slug_changed

from hub.models import ProductGroup
from search.analysis.lexicon import Lexicon
from search.engines.chosen import chosen_engine, embedded
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded_writing import EmbeddedWriter
from search.engines.interface import EngineUnavailable
from search.engines.prepared import FORMAT, prepare
from search.models import IndexBuild, OutboxEntry
from search.queries import find, live_index
from search.questions import Question
from search.registry import Document, documents
from search.services import carry_changes, compare_index, note_changes, rebuild_index
from search.services.alone import alone
from search.services.carrying import MOST_ATTEMPTS
from search.services.rebuilding import RebuildRunning
from tests.factories.hub import make_product_group

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rooms")]
NOW = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def found(text):
    answer = find(Question(text=text, kinds=("group",)))
    assert not answer.degraded
    return [hit.source["identifier"] for hit in answer.hits]


def carry(now=None):
    return carry_changes(now=now or timezone.now())


def test_a_saved_row_is_found_after_its_change_was_carried(indexed):
    indexed()
    make_product_group("hansker", "Hansker")
    assert found("hansker") == []
    assert carry().documents == 1
    assert found("hansker") == ["hansker"]
    assert OutboxEntry.objects.count() == 0


def test_what_is_noted_while_the_engine_tidies_up_is_carried_and_found_at_once(indexed, monkeypatch):
    indexed()
    make_product_group("hansker", "Hansker")
    seen = []

    def tidying(self):
        """As a merge that ends when somebody else's change is found."""
        seen.append((found("hansker"), found("votter")))
        if len(seen) == 1:
            make_product_group("votter", "Votter")
        return len(seen) < 3

    monkeypatch.setattr(EmbeddedWriter, "tidying", tidying)
    assert carry().documents == 2
    assert seen == [(["hansker"], []), (["hansker"], ["votter"]), (["hansker"], ["votter"])]
    assert OutboxEntry.objects.count() == 0


def test_with_the_engine_gone_while_it_tidies_up_what_was_carried_before_is_told_and_the_rest_waits(
    indexed, monkeypatch
):
    indexed()
    make_product_group("hansker", "Hansker")

    def gone(self):
        raise EngineUnavailable("gone")

    def tidying(self):
        make_product_group("votter", "Votter")
        patched.setattr(EmbeddedWriter, "show", gone)
        return True

    with monkeypatch.context() as patched:
        patched.setattr(EmbeddedWriter, "tidying", tidying)
        carried = carry()
    assert (carried.documents, carried.held_up) == (1, "gone")
    assert (found("hansker"), found("votter")) == (["hansker"], [])
    assert carry(timezone.now() + datetime.timedelta(minutes=1)).documents == 1
    assert found("votter") == ["votter"]


def test_a_changed_row_is_found_by_its_new_words_only(indexed):
    group = make_product_group("hansker", "Hansker")
    indexed()
    group.name_nb = "Votter"
    group.save()
    carry()
    assert (found("hanske"), found("votter")) == ([], ["hansker"])


def test_a_row_that_may_no_longer_be_found_goes_out(indexed):
    withdrawn, deleted = make_product_group("a", "Hansker"), make_product_group("b", "Hansker")
    indexed()
    withdrawn.withdrawn_date = NOW.date()
    withdrawn.save()
    deleted.delete()
    carry()
    assert found("hansker") == []


def test_a_change_that_is_rolled_back_leaves_nothing_behind(indexed):
    indexed()
    with transaction.atomic():
        make_product_group("hansker", "Hansker")
        transaction.set_rollback(True)
    assert OutboxEntry.objects.count() == 0


def test_what_was_carried_before_a_crash_is_carried_again_without_harm(indexed):
    """The worker may be killed between writing the index and crossing off the outbox."""
    indexed()
    group = make_product_group("hansker", "Hansker")
    carry()
    note_changes(kind="group", keys=[group.pk, group.pk])
    carry()
    assert found("hansker") == ["hansker"]


def test_many_changes_of_one_row_are_one_document(indexed):
    indexed()
    group = make_product_group("hansker", "Hansker")
    for name in ("En", "To", "Votter"):
        group.name_nb = name
        group.save()
    assert carry().documents == 1
    assert found("votter") == ["hansker"]


def test_a_row_that_cannot_be_described_waits_longer_each_time_and_is_then_set_aside(indexed):
    indexed()
    make_product_group("giftig", "Giftig", description_sv="poison")
    make_product_group("hansker", "Hansker")
    now = timezone.now()
    assert carry(now).failures == {
        f"group:{ProductGroup.objects.get(code='giftig').pk}": "ValueError: this row can't be described"
    }
    assert found("hansker") == ["hansker"]
    assert carry(now).failures == {}
    for _ in range(MOST_ATTEMPTS):
        now += datetime.timedelta(hours=1)
        carry(now)
    entry = OutboxEntry.objects.get()
    assert entry.set_aside
    assert "can't be described" in entry.failure


def test_a_rebuild_names_what_it_could_not_describe(indexed):
    make_product_group("giftig", "Giftig", description_sv="poison")
    make_product_group("hansker", "Hansker")
    indexed()
    assert found("hansker") == ["hansker"]
    assert "can't be described" in OutboxEntry.objects.get().failure


def test_with_the_engine_gone_changes_wait_and_are_caught_up(indexed, tmp_path):
    indexed()
    engine, index = chosen_engine(), live_index("embedded").index
    make_product_group("hansker", "Hansker")
    shutil.move(tmp_path / "search" / index, tmp_path / "away")
    assert carry().held_up
    assert OutboxEntry.objects.get().attempts == 0
    shutil.move(tmp_path / "away", tmp_path / "search" / index)
    assert carry(timezone.now() + datetime.timedelta(minutes=1)).documents == 1
    assert engine.count(index) == 1 + len(find(Question(kinds=("page",))).hits)


@contextmanager
def another_process_does(name):
    """A thread, since it has a connection and files of its own like a process."""
    begun, finish = threading.Event(), threading.Event()

    def work():
        with alone(name):
            begun.set()
            finish.wait(10)
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait(10)
    try:
        yield
    finally:
        finish.set()
        thread.join()


def test_a_second_worker_leaves_the_first_alone(indexed):
    indexed()
    make_product_group("hansker", "Hansker")
    with another_process_does("carrying"):
        assert carry().held_up == "another worker carries"
    assert carry().documents == 1


def test_a_rebuild_holds_changes_made_meanwhile(indexed):
    make_product_group("forst", "Forst")
    indexed()

    def meanwhile(done, total):
        ProductGroup.objects.filter(code="forst").update(name_nb="Votter")
        note_changes(
            kind="group", keys=ProductGroup.objects.filter(code="forst").values_list("pk", flat=True)
        )
        # The worker goes on carrying to the index that is live.
        carry()
        assert found("votter") == ["forst"]

    rebuild_index(now=timezone.now(), progress=meanwhile)
    assert found("votter") == ["forst"]
    assert found("forst") == ["forst"]
    assert OutboxEntry.objects.count() == 0


def test_the_old_index_is_searched_until_the_new_one_is_whole(indexed):
    make_product_group("hansker", "Hansker")
    first = indexed()
    seen = []
    rebuild_index(now=timezone.now(), progress=lambda done, total: seen.append(found("hansker")))
    assert seen
    assert all(one == ["hansker"] for one in seen)
    assert live_index("embedded").index != first.index


def test_a_rebuild_that_breaks_off_leaves_the_live_index_and_is_cleared_by_the_next(indexed):
    make_product_group("hansker", "Hansker")
    live = indexed()

    def killed(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild_index(now=timezone.now(), progress=killed)
    assert found("hansker") == ["hansker"]
    assert live_index("embedded").index == live.index
    indexed()
    assert set(chosen_engine().names()) == {live.index, live_index("embedded").index}
    assert not IndexBuild.objects.exclude(state__in=["live", "retired"]).exists()


def test_two_rebuilds_at_once_are_one_too_many():
    with another_process_does("rebuilding"), pytest.raises(RebuildRunning):
        rebuild_index(now=timezone.now())


def test_a_lost_index_loses_nothing(indexed, tmp_path):
    make_product_group("hansker", "Hansker")
    indexed()
    shutil.rmtree(tmp_path / "search")
    assert find(Question(text="hansker")).degraded
    indexed()
    assert found("hansker") == ["hansker"]


def test_an_index_of_an_older_format_is_not_read(indexed):
    make_product_group("hansker", "Hansker")
    indexed()
    IndexBuild.objects.update(format=0)
    assert find(Question(text="Hansker")).degraded


def test_the_comparison_repairs_what_slipped_past_the_outbox(indexed):
    missed, changed, gone = (make_product_group(code, "Hansker") for code in ("a", "b", "c"))
    ProductGroup.objects.filter(pk=missed.pk).update(withdrawn_date=NOW.date())
    indexed()
    OutboxEntry.objects.all().delete()
    ProductGroup.objects.filter(pk=missed.pk).update(withdrawn_date=None)
    ProductGroup.objects.filter(pk=changed.pk).update(name_nb="Votter")
    ProductGroup.objects.filter(pk=gone.pk).update(withdrawn_date=NOW.date())
    compared = compare_index()
    assert (compared.missing, compared.outdated, compared.left_over) == (1, 1, 1)
    carry()
    assert (found("hansker"), found("votter")) == (["a"], ["b"])
    assert compare_index().differing == 0


def test_the_status_tells_lag_failures_and_what_is_set_aside(indexed, capsys):
    indexed()
    make_product_group("giftig", "Giftig", description_sv="poison")
    now = timezone.now()
    for step in range(MOST_ATTEMPTS + 1):
        carry(now + datetime.timedelta(hours=step))
    make_product_group("hansker", "Hansker")
    call_command("search_status")
    told = capsys.readouterr().out
    assert "embedded (answers)" in told
    assert "Waiting: 1" in told
    assert "Set aside: group:" in told


def test_a_clock_that_was_set_back_shows_no_negative_lag(indexed):
    from search.queries.status import search_status

    indexed()
    make_product_group("hansker", "Hansker")
    assert search_status(now=NOW - datetime.timedelta(days=400))["lag_seconds"] == 0


def test_the_rebuild_command_says_what_it_did(capsys):
    make_product_group("hansker", "Hansker")
    call_command("search_rebuild")
    assert "1 documents" in capsys.readouterr().out


@contextmanager
def full_disk(most):
    """No file can grow beyond this, which a program meets as it meets a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_keeps_the_change_waiting_and_the_index_whole(indexed):
    make_product_group("votter", "Votter")
    indexed()
    # Not to be packed into less than the disk has room for.
    noise = " ".join(secrets.token_hex(4) for _ in range(20_000))
    make_product_group("hansker", "Hansker", description_nb=noise)
    with full_disk(64_000):
        assert carry().held_up
    assert found("votter") == ["votter"]
    assert carry(timezone.now() + datetime.timedelta(minutes=1)).documents == 1
    assert found("hansker") == ["hansker"]


def test_a_disk_that_fills_while_documents_are_written_is_the_engines_fault(tmp_path, monkeypatch):
    """tantivy meets it in a thread of its own, and tells at the next document and at the end."""
    monkeypatch.setattr("search.engines.embedded.WRITER_MEMORY", 15_000_000)
    engine = EmbeddedEngine(tmp_path)
    engine.create("hub-test", [])
    empty = prepare(Document(key="", title={}), documents["group"], Lexicon())

    def many():
        for number in range(400):
            noise = " ".join(secrets.token_hex(4) for _ in range(5_000))
            yield replace(empty, id=f"group:{number}", text={"body": noise})

    unavailable = pytest.raises(EngineUnavailable, match="could not be written")
    with unavailable, full_disk(64_000), engine.writing("hub-test") as writer:
        writer.put(many())
    assert engine.count("hub-test") == 0


def test_a_rebuild_only_where_it_is_missing_looks_whether_the_index_answers(indexed, tmp_path):
    live = indexed()
    call_command("search_rebuild", if_missing=True)
    assert live_index("embedded").index == live.index
    shutil.rmtree(tmp_path / "search")
    call_command("search_rebuild", if_missing=True)
    assert live_index("embedded").index != live.index


def test_pages_below_one_that_moves_are_carried_with_it(national, indexed):
    front = national.site.root_page.specific
    below = front.add_child(instance=type(front)(title="Under", slug="under"))
    indexed()
    page_slug_changed.send(sender=type(front), instance=front, instance_before=front)
    assert f"page:{below.pk}" in {str(entry) for entry in OutboxEntry.objects.all()}


def test_a_document_that_cannot_be_prepared_is_named_and_stops_no_other(indexed, monkeypatch):
    indexed()
    poison, good = make_product_group("giftig", "Giftig"), make_product_group("hansker", "Hansker")
    describe = documents["group"].document

    def with_odd_codes(group):
        document = describe(group)
        return replace(document, codes=(4711,)) if group.pk == poison.pk else document

    monkeypatch.setattr(documents["group"], "document", with_odd_codes)
    failures = carry().failures
    assert list(failures) == [f"group:{poison.pk}"]
    assert "TypeError" in failures[f"group:{poison.pk}"]
    assert found("hansker") == [good.code]
    rebuild_index(now=timezone.now())
    assert found("hansker") == [good.code]
    assert [str(entry) for entry in OutboxEntry.objects.exclude(failure="")] == [f"group:{poison.pk}"]


def test_a_key_that_no_row_can_have_stops_no_other(indexed):
    indexed()
    note_changes(kind="group", keys=["no number"])
    make_product_group("hansker", "Hansker")
    assert list(carry().failures) == ["group:no number"]
    assert found("hansker") == ["hansker"]


def test_what_was_set_aside_is_forgotten_once_it_can_be_carried(indexed):
    indexed()
    group = make_product_group("giftig", "Giftig", description_sv="poison")
    now = timezone.now()
    for step in range(MOST_ATTEMPTS):
        carry(now + datetime.timedelta(hours=step))
    assert OutboxEntry.objects.get().set_aside
    group.description_sv = ""
    group.save()
    carry()
    assert found("giftig") == ["giftig"]
    assert OutboxEntry.objects.count() == 0


def test_a_clock_that_was_far_ahead_makes_nothing_wait_once_it_is_right(indexed):
    indexed()
    group = make_product_group("giftig", "Giftig", description_sv="poison")
    carry(timezone.now() + datetime.timedelta(days=400))
    ProductGroup.objects.filter(pk=group.pk).update(description_sv="")
    assert carry().documents == 1
    assert found("giftig") == ["giftig"]


def test_a_rebuild_on_a_full_disk_leaves_the_live_index(indexed):
    make_product_group("votter", "Votter")
    live = indexed()
    noise = " ".join(secrets.token_hex(4) for _ in range(20_000))
    ProductGroup.objects.update(description_nb=noise)
    with full_disk(64_000), pytest.raises((EngineUnavailable, OSError)):
        rebuild_index(now=timezone.now())
    assert live_index("embedded").index == live.index
    assert found("votter") == ["votter"]
    indexed()
    assert found("votter") == ["votter"]


def test_the_rebuild_command_says_why_it_could_not():
    make_product_group("votter", "Votter")
    with full_disk(100), pytest.raises(CommandError, match="The index that was live still is"):
        call_command("search_rebuild")


def test_files_of_an_index_that_are_damaged_give_a_plain_answer(indexed, tmp_path):
    make_product_group("hansker", "Hansker")
    live = indexed()
    for file in (tmp_path / "search" / live.index).glob("*"):
        file.write_bytes(b"\0" * 10)
    embedded.cache_clear()
    answer = find(Question(text="Hansker"))
    assert answer.degraded
    assert answer.total == 1


def test_the_comparison_forgets_a_rebuild_that_was_killed(indexed):
    make_product_group("hansker", "Hansker")
    indexed()
    IndexBuild.objects.create(
        engine="embedded", index="hub-killed", format=FORMAT, started_at=NOW, state=IndexBuild.State.BUILDING
    )
    make_product_group("votter", "Votter")
    carry()
    assert OutboxEntry.objects.filter(carried=True).exists(), "kept for the index that is being built"
    assert compare_index().differing == 0
    assert OutboxEntry.objects.count() == 0
    assert IndexBuild.objects.get(index="hub-killed").state == IndexBuild.State.FAILED
