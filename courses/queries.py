"""Which sessions and which sign-ups a reader sees."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext

from courses.models import Session, SignUp
from hub.enums import Permission
from hub.models import Node
from hub.permissions import has_permission, nodes_with_permission

IN_FRONT = 3


def sessions_listed(node: Node, *, at: datetime.datetime, everywhere=False, past=False):
    """Public sessions, soonest first (past ones latest first); the national level lists every node's."""
    sessions = (
        Session.objects.public() if everywhere or node.is_national else Session.objects.public().held_by(node)
    )
    return (sessions.past(at) if past else sessions.coming(at)).with_page()


def sessions_found(keys) -> dict[str, Session]:
    """What search found and a reader may open, by its key."""
    return {str(session.pk): session for session in Session.objects.public().with_page().filter(pk__in=keys)}


def public_session(node: Node, pk: int) -> Session | None:
    """A session of this node. Another node's is asked for on that node's own host."""
    return Session.objects.public().filter(node=node).with_page().filter(pk=pk).first()


def other_dates(session: Session, *, at: datetime.datetime) -> list[Session]:
    return list(session.course.sessions.public().coming(at).exclude(pk=session.pk).with_page()[:6])


def front_sessions(request, node: Node) -> dict:
    """The next three: the node's own, or the network's where it has none."""
    now = timezone.now()
    own = list(sessions_listed(node, at=now)[:IN_FRONT])
    if own or node.is_national:
        return {"sessions": own, "now": now, "from_network": False}
    others = list(sessions_listed(node, at=now, everywhere=True)[:IN_FRONT])
    return {"sessions": others, "now": now, "from_network": bool(others)}


def sessions_awaiting(user) -> list[tuple[str, str]]:
    """The next sessions of the person's nodes and who comes, for the first page of the editing pages."""
    nodes = nodes_with_permission(user, Permission.EDIT_COURSES)
    coming = Session.objects.public().filter(node__in=nodes).coming(timezone.now()).with_page()[:IN_FRONT]
    return [(line_about(session), session.node.url(session.get_absolute_url())) for session in coming]


def line_about(session: Session) -> str:
    count = vars(session)["confirmed_count"]
    text = ngettext(
        "%(day)s: %(title)s, %(count)d has signed up",
        "%(day)s: %(title)s, %(count)d have signed up",
        count,
    )
    day = date_format(timezone.localtime(session.starts_at), "j. F")
    return text % {"day": day, "title": session.course.title, "count": count}


def sign_ups_seen_by(user, session: Session):
    """Personal data of the node that owns the session: who holds it with that node doesn't see them."""
    if not has_permission(user, Permission.SEE_SIGN_UPS, node=session.node):
        return SignUp.objects.none()
    return session.sign_ups.in_turn()


def sign_up_in(node: Node, pk: int | None) -> SignUp | None:
    if pk is None:
        return None
    sign_ups = SignUp.objects.select_related("session__course", "session__node__site")
    return sign_ups.filter(pk=pk, session__node=node).first()
