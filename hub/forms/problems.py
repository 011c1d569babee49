from django import forms
from django.utils.translation import gettext_lazy as _

from hub.forms.strangers import StrangersForm


class ProblemForm(StrangersForm):
    problem = forms.CharField(
        label=_("What was difficult?"),
        help_text=_("Tell what you wanted to do, and what stopped you."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Tell us what was difficult, so that we can put it right.")},
    )
    page = forms.CharField(
        label=_("On which page?"),
        help_text=_("The address or the heading of the page."),
        max_length=500,
        required=False,
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only if you want an answer."),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write the e-mail address like this: name@municipality.no.")},
    )
