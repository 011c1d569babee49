"""Drafts in a file that somebody else holds locked: as they are they pass, changed they are a fault."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from criteria_library.models import Criterion
from criteria_library.services.spreadsheets.cells import Fault
from criteria_library.services.spreadsheets.changing import changes_of
from criteria_library.services.spreadsheets.columns import CRITERIA
from criteria_library.services.spreadsheets.reading import IDENTIFIER, Contents
from hub.enums import NATIONAL_ROLES, Role


def refuse_locked(contents: Contents, *, by) -> Iterator[Fault]:
    """To a command, which is nobody, every lock holds."""
    locked = Criterion.objects.filter(locked=True).prefetch_related("locked_by__memberships")
    for row, record, differs in changes_of(contents.records, locked):
        is_own = by is not None and row.locked_by_id == by.pk
        if differs and not is_own:
            yield Fault(CRITERIA, record.row.number, IDENTIFIER, why_not(row))


def why_not(row: Criterion) -> str:
    """By role and not by name: the report is kept, and the draft's own page says who it is."""
    told = _(
        "The draft is locked by somebody who is writing in it (%s). Ask them to open it, or ask an "
        "approver, and send the file again; or leave the criterion out of the file."
    )
    return told % (roles_of(row.locked_by) or _("an account that is gone"))


def roles_of(user) -> str:
    held = {membership.role for membership in user.memberships.all()} if user else set()
    return ", ".join(str(role.label).lower() for role in Role if role in NATIONAL_ROLES and role in held)
