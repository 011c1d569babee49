"""Search's jobs, for the worker that carries all jobs."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from hub.models import HubDocument
from search.managers import LONGEST_WAIT
from search.models import OutboxEntry
from search.services import carry_changes, compare_index
from search.services.file_texts import read_file

# A worker that is killed leaves its job as running for ever: another takes over after this.
RESCUE = timedelta(seconds=60)
# When another worker is at it: to look whether it saw what was noted last.
OTHERS_TURN = timedelta(seconds=1)


# Before what only tidies up: somebody waits to see what was published.
@task(priority=20)
def carry_waiting_changes() -> int:
    """Batch by batch until nothing is due; what must wait is given a job of its own."""
    rescue = carry_later(timezone.now() + RESCUE)
    total = 0
    while True:
        carried = carry_changes(now=timezone.now())
        total += carried.documents
        if carried.held_up or carried.documents + len(carried.failures) == 0:
            break
    if carried.others_turn:
        carry_later(timezone.now() + OTHERS_TURN)
    waiting = OutboxEntry.objects.waiting().exclude(next_try_at=None).order_by("next_try_at").first()
    if waiting:
        carry_later(min(waiting.next_try_at, timezone.now() + LONGEST_WAIT))
    if rescue:
        waiting_jobs().filter(pk=rescue).delete()
    return total


def carry_soon() -> None:
    """One waiting job does for all changes."""
    if not waiting_jobs().ready().exists():
        carry_waiting_changes.enqueue()


def carry_later(at: datetime) -> str | None:
    """The new job's id, or nothing where there is such a job, or jobs are carried out at once."""
    if (
        carry_waiting_changes.get_backend().supports_defer
        and not waiting_jobs().filter(run_after=at).exists()
    ):
        return carry_waiting_changes.using(run_after=at).enqueue().id
    return None


def waiting_jobs():
    return DBTaskResult.objects.filter(status="READY", task_path=carry_waiting_changes.module_path)


@task()
def compare_with_database() -> dict[str, int]:
    compared = compare_index()
    return vars(compared) if compared else {}


@task()
def read_attached_file(document_id: int) -> str:
    """Answers why there is no text, or nothing."""
    document = HubDocument.objects.filter(pk=document_id).first()
    return read_file(document=document, now=timezone.now()).failure if document else ""


def read_soon(document_id: int) -> None:
    """In the worker, once the row that attaches the file stands."""
    transaction.on_commit(lambda: read_attached_file.enqueue(document_id))
