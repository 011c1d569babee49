"""What a reader of the log is told of this room's acts."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "synonyms.added": _("Added words that mean the same"),
    "synonyms.changed": _("Changed words that mean the same"),
    "synonyms.removed": _("Removed words that mean the same"),
}
