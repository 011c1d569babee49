from django import forms
from django.utils.translation import gettext_lazy as _


class MinutesForm(forms.Form):
    summary = forms.CharField(
        label=_("What was decided"),
        help_text=_("One decision on each line, readable for those who weren't there."),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
