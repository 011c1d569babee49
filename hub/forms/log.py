from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.models import Node
from hub.queries.log import action_words

DAY_ERRORS = {"invalid": gettext_lazy("Write the day like 31.12.2026, or choose it.")}


def day_field(label):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, error_messages=DAY_ERRORS)


class LogForm(forms.Form):
    narrows_a_list = True
    action = forms.ChoiceField(label=gettext_lazy("What"), required=False)
    node = forms.ModelChoiceField(
        label=gettext_lazy("Node"), queryset=Node.objects.all(), required=False, empty_label=None
    )
    since = day_field(gettext_lazy("From"))
    until = day_field(gettext_lazy("To"))

    def __init__(self, *args, node, **kwargs):
        super().__init__(*args, **kwargs)
        words = sorted(action_words().items(), key=lambda pair: str(pair[1]))
        self.fields["action"].choices = [("", _("Everything")), *words]
        self.fields["node"].empty_label = _("All nodes")
        if not node.is_national:
            del self.fields["node"]

    def narrowed(self) -> dict:
        """As filters; what is wrong is told in the form and narrows nothing."""
        self.is_valid()
        lookups = {"action": "action", "node": "node", "since": "at__date__gte", "until": "at__date__lte"}
        given = self.cleaned_data
        return {lookup: given[name] for name, lookup in lookups.items() if given.get(name)}
