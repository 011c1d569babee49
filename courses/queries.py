"""Which sessions and which sign-ups a reader sees."""

import datetime
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.enums import TogetherAnswer
from courses.models import Course, CourseDocument, Session, SignUp, TogetherRequest
from hub.addresses import plain_reverse
from hub.enums import Permission
from hub.models import Node, ProductGroup
from hub.permissions import has_permission, nodes_with_permission
from search.forms.question import codes_in

IN_FRONT = 3
# What has been stays in a subscriber's calendar for a while.
KEPT_IN_CALENDARS = datetime.timedelta(days=30)
MOST_IN_CALENDAR = 500
# Words of the list's address, as `SessionDocuments` names its facets.
CALENDAR_FACETS = {
    "audience": "course__audiences__code__in",
    "form": "form__in",
    "language": "course__language__in",
}
CALENDAR_WORDS = [*CALENDAR_FACETS, "product_group", "nettverk"]


def sessions_listed(node: Node, *, at: datetime.datetime, everywhere=False, past=False):
    """Public sessions, soonest first (past ones latest first); the national level lists every node's."""
    sessions = (
        Session.objects.public() if everywhere or node.is_national else Session.objects.public().held_by(node)
    )
    return (sessions.past(at) if past else sessions.coming(at)).with_page()


def sessions_in_calendar(
    node: Node, *, at: datetime.datetime, chosen: QueryDict, everywhere=False
) -> QuerySet[Session]:
    """Public sessions from a month ago on, narrowed by the same words in the address as the list."""
    sessions = Session.objects.public()
    if not (everywhere or node.is_national):
        sessions = sessions.held_by(node)
    for name, lookup in CALENDAR_FACETS.items():
        if codes := codes_in(chosen, name):
            sessions = sessions.filter(**{lookup: codes})
    if groups := codes_in(chosen, "product_group"):
        sessions = sessions.filter(course__in=courses_in(groups))
    shown = sessions.coming(at - KEPT_IN_CALENDARS).select_related("course", "node__site").distinct()
    return shown[:MOST_IN_CALENDAR]


def courses_in(codes: Iterable[str]) -> QuerySet[Course]:
    """With a product group among these, or below one of them."""
    below = Q(pk__in=[])
    for path in ProductGroup.objects.filter(code__in=codes).values_list("path", flat=True):
        below |= Q(product_groups__path__startswith=path)
    return Course.objects.filter(below)


def sessions_found(keys) -> dict[str, Session]:
    """What search found and a reader may open, by its key."""
    return {str(session.pk): session for session in Session.objects.public().with_page().filter(pk__in=keys)}


def public_session(node: Node, pk: int) -> Session | None:
    """A session of this node. Another node's is asked for on that node's own host."""
    return Session.objects.public().filter(node=node).with_page().filter(pk=pk).first()


def session_seen_by(user, node: Node, pk: int) -> Session | None:
    """As `public_session`, and for those who plan the node's courses its drafts too."""
    if has_permission(user, Permission.EDIT_COURSES, node=node):
        return Session.objects.filter(node=node).with_page().filter(pk=pk).first()
    return public_session(node, pk)


def request_to(node: Node, pk: int) -> TogetherRequest | None:
    requests = TogetherRequest.objects.select_related("session__course", "session__node__site", "node")
    return requests.filter(pk=pk, node=node).first()


def requests_awaiting(user) -> list[tuple[str, str]]:
    """What other nodes ask of the person's own, for the first page of the editing pages."""
    nodes = nodes_with_permission(user, Permission.EDIT_COURSES)
    unanswered = TogetherRequest.objects.filter(node__in=nodes, answer=TogetherAnswer.OPEN)
    rows = unanswered.select_related("session__course", "session__node", "node__site")
    text = _("%(node)s asks you to hold “%(title)s” together")
    return [
        (
            text % {"node": row.session.node.name, "title": row.session.course.title},
            row.node.url(plain_reverse("courses:together", args=[row.pk])),
        )
        for row in rows
    ]


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


def documents_of(course: Course) -> list[CourseDocument]:
    return list(course.documents.select_related("document"))


def shows_document(document) -> bool:
    """Whether a session that anybody may read brings it along."""
    return Session.objects.public().filter(course__documents__document=document).exists()
