"""A number that the hub has counted: it is confirmed, or another is given with the reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.templatetags.hub import number
from network.forms.fields import TextField, WholeNumberField
from network.models import ReportQuestion
from network.queries.answers import Given
from network.queries.counting import Figure

OWN = "own"
LONGEST_REASON = 600


def counted_fields(question: ReportQuestion, given: Given, figure: Figure) -> dict[str, forms.Field]:
    """The choice, the node's own number and why, all named after the question."""
    own = given.value is not None and given.value != figure.number
    chosen = OWN if own or given.explanation else "" if given.value is None else str(figure.number)
    confirm = _("%(number)s is right") % {"number": number(figure.number)}
    return {
        f"{question.code}--choice": forms.ChoiceField(
            label=question.name,
            help_text=question.help,
            required=False,
            initial=chosen,
            choices=[(str(figure.number), confirm), (OWN, _("Our number is another"))],
            widget=forms.RadioSelect,
            error_messages={
                "invalid_choice": _("The hub counts another number now than before. Choose again.")
            },
        ),
        question.code: WholeNumberField(label=_("Our number"), initial=given.value if own else None),
        f"{question.code}--why": TextField(
            label=_("Why it is another"),
            help_text=_("A sentence for the readers, like: two courses were not in the calendar."),
            rows=2,
            max_length=LONGEST_REASON,
            initial=given.explanation,
        ),
    }
