import datetime

from django.db import transaction

from hub.services import audit
from network.models import Meeting


class MinutesEmpty(Exception):
    """There is nothing to publish yet."""


@transaction.atomic
def save_minutes(*, meeting: Meeting, summary: str, publish: bool, by, on: datetime.date) -> Meeting:
    """Keeps what was decided, and shows it to everybody if asked. Raises MinutesEmpty; then nothing is saved.

    What has been published stays so: minutes are corrected, not hidden.
    """
    meeting.minutes_summary = summary
    is_public = publish or meeting.minutes_published_date is not None
    if is_public and not meeting.has_minutes:
        raise MinutesEmpty
    if is_public and meeting.minutes_published_date is None:
        meeting.minutes_published_date = on
    meeting.save()
    action = "minutes.published" if publish else "minutes.saved"
    audit.record(action=action, by=by, node=meeting.node, about=meeting)
    return meeting
