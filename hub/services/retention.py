"""Carries out each night what the rooms have said of how long they keep what."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import structlog
from django.db import transaction
from django.db.models import QuerySet

from hub import slots
from hub.services import audit

logger = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Act:
    """One thing that the night does for a rule: letting go, or telling of it some days ahead."""

    name: str
    rule: slots.Retention
    run: Callable[..., int]
    days: int

    @property
    def is_letting_go(self) -> bool:
        return self.run is self.rule.carry_out


@dataclass(frozen=True)
class Outcome:
    """What became of it: how many rows it took or told of, or the fault that stopped it."""

    act: Act
    count: int = 0
    fault: str = ""

    @property
    def name(self) -> str:
        return self.act.name


def rules() -> list[tuple[str, slots.Retention]]:
    return sorted(slots.retention.items(), key=lambda pair: (pair[1].order, pair[0]))


def acts() -> Iterator[Act]:
    for name, rule in rules():
        days = rule.days or 0
        if rule.tell is not None:
            yield Act(f"{name}.told", rule, rule.tell, days - rule.told_days_before)
        if rule.carry_out is not None:
            yield Act(name, rule, rule.carry_out, days)


def carry_out_retention(*, now: datetime.datetime, dry_run: bool = False) -> Iterator[Outcome]:
    """Each act in a transaction of its own, with a line in the log; one that fails stops no other."""
    for act in acts():
        yield outcome_of(act, now=now, dry_run=dry_run)


def outcome_of(act: Act, *, now: datetime.datetime, dry_run: bool) -> Outcome:
    try:
        return Outcome(act, carry_out(act, now=now, dry_run=dry_run))
    except Exception as fault:  # told by the command, which ends with a fault
        logger.exception("retention_failed", rule=act.name)
        return Outcome(act, fault=f"{type(fault).__name__}: {fault}")


@transaction.atomic
def carry_out(act: Act, *, now: datetime.datetime, dry_run: bool) -> int:
    count = act.run(before=act.rule.is_due_before(now), dry_run=dry_run)
    if count and act.is_letting_go and not dry_run:
        audit.record(action="retention.carried_out", detail={"rule": act.name, "count": count})
    return count


def let_go(rows: QuerySet, *, dry_run: bool) -> int:
    """Deletes the rows, and answers how many they were."""
    count = rows.count()
    if not dry_run:
        rows.delete()
    return count
