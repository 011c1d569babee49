"""Forms of the editing pages."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from criteria_library.models import Criterion


class CriterionForm(WagtailAdminModelForm):
    """Without a text in the original language there is nothing to fall back to."""

    def clean(self):
        cleaned = super().clean()
        texts = self.formsets["texts"].forms
        written = {text["language"].value() for text in texts if not text["DELETE"].value()}
        if cleaned.get("original_language") not in written:
            self.add_error(
                "original_language", _("Write the text in the original language too, or choose another.")
            )
        others = {str(relation["other"].value()) for relation in self.formsets["relations"].forms}
        if self.instance.pk and str(self.instance.pk) in others:
            self.add_error(None, _("A criterion can't include or go with itself."))
        return cleaned


class IdentifierField(forms.ModelChoiceField):
    """A criterion named as people name it, which also works with thousands of them."""

    widget = forms.TextInput

    def __init__(self, *, error_messages=None, **options):
        super().__init__(
            queryset=Criterion.objects.none(),
            to_field_name="identifier",
            error_messages={
                "invalid_choice": _("No published criterion has this identifier."),
                **(error_messages or {}),
            },
            **{"label": _("criterion"), "help_text": _("The identifier, like TEX-004."), **options},
        )

    def prepare_value(self, value):
        if isinstance(value, int):
            return Criterion.objects.filter(pk=value).values_list("identifier", flat=True).first()
        return super().prepare_value(value)

    def to_python(self, value):
        return super().to_python(value.strip().upper() if isinstance(value, str) else value)


class LocalNoteForm(WagtailAdminModelForm):
    criterion = IdentifierField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = Criterion.objects.published()

    def _post_clean(self):
        if self.cleaned_data.get("criterion"):
            self.instance.criterion = self.cleaned_data["criterion"]
            self.instance.confirm(on=timezone.localdate())
        super()._post_clean()


class KeepForm(forms.Form):
    role = forms.CharField(label=_("Reviewed by (role)"), max_length=80)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class WithdrawForm(forms.Form):
    role = forms.CharField(label=_("Decided by (role)"), max_length=80)
    reason = forms.CharField(
        label=_("Why it is withdrawn"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Readers see this at the top of the page."),
    )
    successor = IdentifierField(
        label=_("What to use instead"),
        required=False,
        help_text=_("An identifier, like TEX-004, or nothing."),
    )

    def __init__(self, *args, criterion, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = Criterion.objects.published().exclude(pk=criterion.pk)
