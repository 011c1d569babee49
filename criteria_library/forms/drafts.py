from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from criteria_library.forms.editing import IdentifierField
from criteria_library.forms.proposals import DATE
from criteria_library.models import Criterion


class StartDraftForm(forms.Form):
    criterion = IdentifierField(
        label=_("Criterion to revise"), error_messages={"required": _("Write its identifier, like TEX-004.")}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = Criterion.objects.published()


class PlanForm(forms.Form):
    summary = forms.CharField(
        label=_("What is being done"),
        max_length=200,
        required=False,
        help_text=_("One line for everybody: “The number of washes is raised”."),
    )
    planned_date = forms.DateField(label=_("Planned to be published"), required=False, widget=DATE)


class ApproveForm(forms.Form):
    role = forms.CharField(label=_("Approved by (role)"), max_length=80)
    waiver_reason = forms.CharField(
        label=_("Why without a hearing"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only for small corrections. The reason is public and stays in the log."),
    )
    publish_date = forms.DateField(
        label=_("Publish on"), widget=DATE, initial=timezone.localdate, help_text=_("Today, or a later day.")
    )
    # What the approver had before them, so that nobody approves what they haven't read.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, heard: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if heard:
            del self.fields["waiver_reason"]
        else:
            self.fields["waiver_reason"].required = True
            self.fields["waiver_reason"].error_messages["required"] = _(
                "It has not been on a hearing. Say why it can be published without one."
            )

    def clean_publish_date(self):
        date = self.cleaned_data["publish_date"]
        if date < timezone.localdate():
            raise forms.ValidationError(_("That day has been. Choose today or a later day."))
        return date


class DropForm(forms.Form):
    reason = forms.CharField(
        label=_("Why the work is put aside"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
