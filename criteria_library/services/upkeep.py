"""What editors set on many criteria at once: who answers for them, and when they are reviewed next."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Revision

from criteria_library.models import Criterion
from hub.services.audit import record
from search.services.outbox import note_changes


@transaction.atomic
def reassign_owner(*, criteria: Iterable[Criterion], owner_role: str, by) -> int:
    """Both in the row that readers see and in what editors are writing."""
    rows = list(criteria)
    keys = [criterion.pk for criterion in rows]
    Criterion.objects.filter(pk__in=keys).update(owner_role=owner_role)
    revisions = Revision.objects.filter(
        pk__in=[row.latest_revision_id for row in rows if row.latest_revision_id]
    )
    for revision in revisions:
        revision.content["owner_role"] = owner_role
        revision.save(update_fields=["content"])
    for criterion in rows:
        detail = {"from": criterion.owner_role, "to": owner_role}
        record(action="criterion.owner_changed", by=by, about=criterion, detail=detail)
    note_changes(kind="criterion", keys=keys)
    return len(keys)


@transaction.atomic
def plan_review(*, criteria: Iterable[Criterion], on: datetime.date, by) -> int:
    rows = list(criteria)
    Criterion.objects.filter(pk__in=[criterion.pk for criterion in rows]).update(next_review_date=on)
    for criterion in rows:
        detail = {"from": str(criterion.next_review_date or ""), "to": str(on)}
        record(action="criterion.review_planned", by=by, about=criterion, detail=detail)
    return len(rows)
