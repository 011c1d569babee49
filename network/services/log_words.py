"""What a reader of the log is told of this room's acts."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "commitment.saved": _("Saved a commitment of the steering group"),
    "minutes.published": _("Published minutes"),
    "minutes.saved": _("Saved minutes"),
    "report.accepted": _("Accepted the progress report"),
    "report.returned": _("Returned the progress report"),
    "report.saved": _("Saved the progress report"),
    "report.submitted": _("Submitted the progress report"),
    "seat.saved": _("Saved a seat in the steering group"),
}
