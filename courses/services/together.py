"""Holding a session together with other nodes, which are asked first."""

import datetime
from collections.abc import Collection

from django.db import transaction

from courses.enums import TogetherAnswer
from courses.models import Session, TogetherRequest
from hub.models import Node
from hub.services import audit


@transaction.atomic
def ask_nodes(*, session: Session, nodes: Collection[Node], by, at: datetime.datetime) -> None:
    """Asks those that are new among `nodes`; those left out are asked no more, and hold it no more."""
    asked = {request.node_id: request for request in session.requests.all()}
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
    current = TogetherRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
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
