"""What readers fill in: feedback on a criterion, and where to tell them of changes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import Used, Worked
from hub.forms.strangers import StrangersForm


class FeedbackForm(StrangersForm):
    used = forms.ChoiceField(
        label=_("Did you use it?"),
        choices=Used.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one, so that we can count.")},
    )
    worked = forms.ChoiceField(
        label=_("If you used it: did it work?"),
        choices=Worked.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What should we know?"),
        help_text=_("What suppliers answered, what was hard to prove, what you changed. Name no persons."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only if you want an answer."),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write the e-mail address like this: name@municipality.no.")},
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("used") == Used.YES and not cleaned.get("worked"):
            self.add_error("worked", _("You have used it. Tell whether it worked."))
        return cleaned


class FollowForm(StrangersForm):
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We send a link to confirm. Nothing more comes before you have pressed it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Write the address that is to hear of changes."),
            "invalid": _("Write the e-mail address like this: name@municipality.no."),
        },
    )


class StopForm(forms.Form):
    """Nothing to fill in: the address says who, the button says yes."""
