"""Holding a session together with other nodes, which are asked first."""

import datetime
from collections.abc import Collection

from django.db import transaction

from courses.enums import TogetherAnswer
from courses.models import Session, TogetherRequest
from hub.models import Node
from hub.services import audit


class RequestGone(Exception):
    """The node that asked has taken its request back."""


@transaction.atomic
def ask_nodes(*, session: Session, nodes: Collection[Node], by, at: datetime.datetime) -> None:
    """Asks those that are new among `nodes`; those left out are asked no more, and hold it no more."""
    locked(session.pk)
    asked = set(TogetherRequest.objects.filter(session=session).values_list("node_id", flat=True))
    partners = set(session.co_organisers.values_list("pk", flat=True))
    for node in nodes:
        if node.pk not in asked and node.pk not in partners:
            TogetherRequest.objects.create(session=session, node=node, asked_at=at)
            audit.record(action="session.asked_together", by=by, node=node, about=session)
    wanted = {node.pk for node in nodes}
    session.co_organisers.remove(*(partners - wanted))
    TogetherRequest.objects.filter(session=session).exclude(node__in=wanted).delete()


@transaction.atomic
def answer_request(*, request: TogetherRequest, accept: bool, by, at: datetime.datetime) -> TogetherRequest:
    """Says yes or no, and may say otherwise later. The session is listed at the node after a yes."""
    locked(request.session_id)
    current = TogetherRequest.objects.filter(pk=request.pk).select_related("session", "node").first()
    if current is None:
        raise RequestGone
    current.answer = TogetherAnswer.ACCEPTED if accept else TogetherAnswer.DECLINED
    current.answered_at = at
    current.save()
    if accept:
        current.session.co_organisers.add(current.node)
    else:
        current.session.co_organisers.remove(current.node)
    action = "session.together_accepted" if accept else "session.together_declined"
    audit.record(action=action, by=by, node=current.node, about=current.session)
    return current


def locked(session_id: int) -> None:
    """A yes and a taking back come one after the other: else the yes could stand without its request."""
    list(Session.objects.select_for_update().filter(pk=session_id).values_list("pk"))
