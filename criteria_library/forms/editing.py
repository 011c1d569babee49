"""Forms of the editing pages."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from criteria_library.enums import NoteKind, RelationKind, Use
from criteria_library.models import Criterion
from criteria_library.queries.relations import circle_through


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
        self.refuse_circles()
        self.refuse_idle_wordings(cleaned)
        return cleaned

    def refuse_circles(self) -> None:
        kept = [form for form in self.formsets["relations"].forms if not form["DELETE"].value()]
        for kind in RelationKind:
            numbers = [form["other"].value() for form in kept if form["kind"].value() == kind]
            numbers = [number for number in numbers if str(number).isdecimal()]
            if str(self.instance.pk) in map(str, numbers):
                self.add_error(None, _("A criterion can't include or go with itself."))
                continue
            others = Criterion.objects.filter(pk__in=numbers)
            if self.instance.pk and (way := circle_through(self.instance, others, kind=kind)):
                told = _("It leads round in a circle: %s.") % " → ".join(way)
                self.add_error(None, f"{kind.label}: {told}")

    def refuse_idle_wordings(self, cleaned) -> None:
        """A wording for a use that isn't chosen would be read by nobody."""
        for form in self.formsets["texts"].forms:
            for use in Use:
                name = f"{use.value}_wording"
                if form[name].value() and not form["DELETE"].value() and not cleaned.get(f"as_{use.value}"):
                    told = _("“%s” is not among the uses. Choose it too, or take the wording out.")
                    form.add_error(name, told % use.label)
                    self.add_error(None, told % use.label)


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

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == NoteKind.STRICTER and not cleaned.get("stricter_value"):
            self.add_error("stricter_value", _("Write the value that is stricter, like 85 °C."))
        return cleaned

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
