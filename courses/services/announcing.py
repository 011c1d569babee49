from django.db import transaction

from courses.enums import SessionStatus
from courses.models import Session
from hub.services import audit


@transaction.atomic
def announce_session(*, session: Session, by) -> Session:
    """Shows a draft to everybody. One that is announced or cancelled stays as it is."""
    current = (
        Session.objects.select_for_update(of=("self",)).select_related("course", "node").get(pk=session.pk)
    )
    if current.status != SessionStatus.DRAFT:
        return current
    current.status = SessionStatus.ANNOUNCED
    current.save()
    audit.record(action="session.announced", by=by, node=current.node, about=current)
    return current
