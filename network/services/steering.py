"""What a steering group changes on its own page."""

import datetime

from django.db import transaction
from django.db.models import Max

from hub.services import audit
from hub.services.bin import delete_thing
from network.models import Commitment, Seat

Kept = Commitment | Seat


@transaction.atomic
def keep_row(*, row: Kept, by) -> Kept:
    """Saves a promise or a seat; a new one stands last."""
    if row.sort_order is None:
        others = type(row)._default_manager.filter(steering_group=row.steering_group)
        row.sort_order = (others.aggregate(last=Max("sort_order"))["last"] or 0) + 1
    row.save()
    audit.record(
        action=f"{row._meta.model_name}.saved", by=by, node=row.steering_group.node, about=row
    )  # fmt: skip
    return row


def remove_row(*, row: Kept, by, at: datetime.datetime) -> None:
    delete_thing(row, by=by, now=at, node=row.steering_group.node)
