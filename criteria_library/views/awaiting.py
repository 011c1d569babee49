"""What waits for a person, on the first page of the admin."""

from django.urls import reverse
from django.utils.translation import ngettext

from criteria_library.models import Feedback, LocalNote
from criteria_library.queries.feedback import feedback_awaiting
from criteria_library.queries.notes import outdated_notes
from hub.enums import Permission
from hub.permissions import has_permission_anywhere, nodes_with_permission


def awaiting_in_the_library(user):
    notes = list(outdated_notes(nodes_with_permission(user, Permission.EDIT_LOCAL_NOTES)))
    if count := len(notes):
        words = ngettext(
            "%(count)d local note was written for an earlier version",
            "%(count)d local notes were written for an earlier version",
            count,
        )
        yield words % {"count": count}, address_of_notes(notes)
    if has_permission_anywhere(user, Permission.EDIT_CRITERIA) and (count := feedback_awaiting()):
        words = ngettext(
            "%(count)d experience with a criterion waits for an answer",
            "%(count)d experiences with criteria wait for an answer",
            count,
        )
        address = reverse(Feedback.snippet_viewset.get_url_name("list"))
        yield words % {"count": count}, f"{address}?state=open"


def address_of_notes(notes: list[LocalNote]) -> str:
    """Of one, straight to where it is confirmed."""
    names = LocalNote.snippet_viewset
    if len(notes) == 1:
        return reverse(names.get_url_name("confirm"), args=[notes[0].pk])
    return reverse(names.get_url_name("list"))
