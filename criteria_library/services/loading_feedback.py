"""Feedback from records, as the demonstration has it. A second load changes nothing."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from criteria_library.models import Criterion, Feedback
from criteria_library.services.feedback import give_feedback, settle_feedback
from criteria_library.services.loading import day, noon
from hub.models import Node


@transaction.atomic
def load_feedback(records: Iterable[Mapping[str, Any]], *, today: datetime.date, by) -> int:
    if Feedback.objects.exists():
        return 0
    count = 0
    for record in records:
        node = Node.objects.filter(slug=record["node"]).first()
        criterion = Criterion.objects.filter(identifier=record["criterion"]).first()
        if node and criterion:
            load_one(record, criterion=criterion, node=node, today=today, by=by)
            count += 1
    return count


def load_one(record: Mapping[str, Any], *, criterion: Criterion, node: Node, today, by) -> None:
    feedback = give_feedback(
        criterion=criterion,
        node=node,
        used=record["used"],
        worked=record.get("worked", ""),
        text=record.get("text", "").strip(),
        language=node.main_language,
        at=noon(day(today, record["sent"])),
    )
    if "answered" in record:
        settle_feedback(
            feedback=feedback,
            answer=record.get("answer", "").strip(),
            role=criterion.owner_role,
            is_shown="answer" in record,
            by=by,
            at=noon(day(today, record["answered"])),
        )
