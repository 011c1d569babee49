from django import forms
from django.utils.translation import gettext_lazy as _


class StrangersForm(forms.Form):
    """A form that anybody on the network can send. It has a field that only robots fill in."""

    # Hidden from people: what fills it in is not one.
    website = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_filled_by_robot(self) -> bool:
        return bool(self.data.get("website"))
