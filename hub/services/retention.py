"""Carries out each night what the rooms have said of how long they keep what."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import structlog
from django.db import transaction
from django.db.models import QuerySet

from hub import slots
from hub.services import audit

logger = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of one rule: how many rows it took, or the fault that stopped it."""

    name: str
    rule: slots.Retention
    count: int = 0
    fault: str = ""


def rules() -> list[tuple[str, slots.Retention]]:
    return sorted(slots.retention.items(), key=lambda pair: (pair[1].order, pair[0]))


def carry_out_retention(*, now: datetime.datetime, dry_run: bool = False) -> Iterator[Outcome]:
    """Each rule in a transaction of its own, with a line in the log; one that fails stops no other."""
    for name, rule in rules():
        if rule.carry_out is not None:
            yield outcome_of(name, rule, now=now, dry_run=dry_run)


def outcome_of(name: str, rule: slots.Retention, *, now: datetime.datetime, dry_run: bool) -> Outcome:
    try:
        return Outcome(name, rule, carry_out(name, rule, now=now, dry_run=dry_run))
    except Exception as fault:  # told by the command, which ends with a fault
        logger.exception("retention_failed", rule=name)
        return Outcome(name, rule, fault=f"{type(fault).__name__}: {fault}")


@transaction.atomic
def carry_out(name: str, rule: slots.Retention, *, now: datetime.datetime, dry_run: bool) -> int:
    count = rule.carry_out(before=rule.is_due_before(now), dry_run=dry_run) if rule.carry_out else 0
    if count and not dry_run:
        audit.record(action="retention.carried_out", detail={"rule": name, "count": count})
    return count


def let_go(rows: QuerySet, *, dry_run: bool) -> int:
    """Deletes the rows, and answers how many they were."""
    count = rows.count()
    if not dry_run:
        rows.delete()
    return count
