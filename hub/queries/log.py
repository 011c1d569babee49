"""The log as people read it: who did what to whom, with the names that still exist."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub import slots
from hub.enums import Role
from hub.models import AuditEntry, Node, User

WORDS = {
    "account.deleted": gettext_lazy("Deleted an account"),
    "invitation.accepted": gettext_lazy("Accepted an invitation"),
    "invitation.sent": gettext_lazy("Invited somebody"),
    "invitation.sent_again": gettext_lazy("Sent an invitation again"),
    "invitation.withdrawn": gettext_lazy("Withdrew an invitation"),
    "log.exported": gettext_lazy("Took out the log"),
    "membership.granted": gettext_lazy("Gave a role"),
    "membership.revoked": gettext_lazy("Took a role away"),
    "node.closed": gettext_lazy("Closed the node"),
    "node.created": gettext_lazy("Made the node"),
    "page.deleted": gettext_lazy("Deleted a page"),
    "page.translation_begun": gettext_lazy("Began a translation"),
    "retention.carried_out": gettext_lazy("Let go of what had been kept long enough"),
    "second_factor.removed": gettext_lazy("Removed a second factor"),
    "thing.brought_back": gettext_lazy("Brought back from the bin"),
    "thing.deleted": gettext_lazy("Deleted something"),
}
PERSON = User._meta.label_lower


@dataclass(frozen=True)
class Line:
    entry: AuditEntry
    who: str
    what: str
    about: str


def log_of(node: Node, narrowed: dict) -> QuerySet[AuditEntry]:
    """The node's lines, newest first; at the national level everybody's."""
    entries = AuditEntry.objects.select_related("node").order_by("-at", "-pk")
    if not node.is_national:
        entries = entries.filter(node=node)
    return entries.filter(**narrowed)


def lines_of(entries: Iterable[AuditEntry]) -> Iterator[Line]:
    """One query for all names, however many lines."""
    entries = list(entries)
    named = [entry.actor_public_id for entry in entries]
    named += [identity_in(entry.object_label) for entry in entries if entry.object_type == PERSON]
    names = names_of(filter(None, named))
    for entry in entries:
        yield Line(entry, actor_of(entry, names), what_of(entry), about_of(entry, names))


def identity_in(label: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(label)
    except ValueError:
        return None


def names_of(public_ids) -> dict[uuid.UUID, str]:
    return {user.public_id: str(user) for user in User.objects.filter(public_id__in=set(public_ids))}


def actor_of(entry: AuditEntry, names: dict) -> str:
    if entry.actor_public_id is None:
        return _("The hub itself")
    return name_or_number(entry.actor_public_id, names)


def name_or_number(public_id: uuid.UUID, names: dict) -> str:
    """Once the account is deleted the number is all there is, and leads to nobody."""
    return names.get(public_id) or _("Deleted account %(number)s") % {"number": str(public_id)[:8]}


def about_of(entry: AuditEntry, names: dict) -> str:
    identity = identity_in(entry.object_label) if entry.object_type == PERSON else None
    return name_or_number(identity, names) if identity else entry.object_label


def what_of(entry: AuditEntry) -> str:
    role = entry.detail.get("role") if isinstance(entry.detail, dict) else None
    words = str(action_words().get(entry.action, entry.action))
    return f"{words}: {Role(role).label}" if role in Role.values else words


def action_words() -> dict[str, str]:
    return {**WORDS, **slots.log_words}
