"""What the hub holds on a person, for that person: shown, taken along, deleted."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from hub import slots
from hub.models import Node, User
from hub.services import audit


class HasDuties(Exception):
    """Somebody else must take over first. `duties` are pairs of (words, address)."""

    def __init__(self, duties: list[tuple[Any, str]]):
        super().__init__(duties)
        self.duties = duties


def parts() -> list[tuple[str, slots.PersonalData]]:
    return sorted(slots.personal_data.items(), key=lambda pair: (pair[1].order, pair[0]))


def held_on(user: User) -> Iterator[tuple[str, slots.PersonalData, list[dict[str, Any]]]]:
    """Each kind by its name, with the rows about this person."""
    for name, part in parts():
        yield name, part, [dict(row) for row in part.export(user)]


def duties_of(user: User) -> list[tuple[Any, str]]:
    return [duty for _name, part in parts() for duty in part.duties(user)]


@transaction.atomic
def delete_account(*, user: User, by: User | None, at: datetime.datetime) -> None:
    """Deletes the person with all that is only theirs. Raises HasDuties while others depend on them.

    The log's lines stay, and name an opaque id that leads to nobody any more.
    """
    # In the same turn as those who leave a node, so that of two who delete themselves at once one stays.
    list(Node.objects.select_for_update(no_key=True).filter(pk__in=user.memberships.values("node")))
    user = User.objects.select_for_update().get(pk=user.pk)
    if duties := duties_of(user):
        raise HasDuties(duties)
    for _name, part in parts():
        part.forget(user)
    audit.record(
        action="account.deleted", by=by, about=user, detail={"joined": f"{user.date_joined:%Y-%m-%d}"}
    )
    user.delete()
