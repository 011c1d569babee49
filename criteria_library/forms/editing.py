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
        written = {
            form["language"].value()
            for form in self.formsets["texts"].forms
            if form.has_changed() or form.instance.pk
            if not self.formsets["texts"]._should_delete_form(form)
        }
        if cleaned.get("original_language") not in written:
            self.add_error(
                "original_language", _("Write the text in the original language too, or choose another.")
            )
        return cleaned


class IdentifierField(forms.ModelChoiceField):
    """A criterion named as people name it, which also works with thousands of them."""

    widget = forms.TextInput

    def __init__(self, **options):
        super().__init__(
            queryset=Criterion.objects.none(),
            to_field_name="identifier",
            label=_("criterion"),
            help_text=_("The identifier, like TEX-004."),
            error_messages={"invalid_choice": _("No published criterion has this identifier.")},
            **options,
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
