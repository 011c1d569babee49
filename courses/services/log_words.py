"""What a reader of the log is told of this room's acts."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "session.announced": _("Announced a session"),
    "session.asked_together": _("Asked to hold a session together"),
    "session.together_accepted": _("Agreed to hold a session together"),
    "session.together_declined": _("Declined to hold a session together"),
    "sign_ups.exported": _("Took out the list of sign-ups"),
}
