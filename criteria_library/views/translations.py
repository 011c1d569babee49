"""The original and a translation beside each other, with the state of each language."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from criteria_library.enums import TextState
from criteria_library.models import Criterion, CriterionText
from criteria_library.queries.drafts import working_copy
from criteria_library.services.publishing import REQUIRED
from criteria_library.services.translating import save_translation, states_of
from criteria_library.views.editing import DraftLock
from hub.enums import Language

# What a person may say of a text; missing and outdated are found out.
SAID = [(state.value, state.label) for state in (TextState.MACHINE, TextState.CHECKED)]


class TranslationForm(forms.ModelForm):
    state = forms.ChoiceField(
        label=_("State"),
        choices=SAID,
        help_text=_("Checked means that somebody who knows the language has read it."),
    )

    class Meta:
        model = CriterionText
        fields = CriterionText.TEXTS
        widgets = {name: forms.Textarea(attrs={"rows": 5}) for name in CriterionText.TEXTS if name != "title"}


class Translate(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Criterion
    permission_required = "change"
    template_name = "criteria_library/admin/translate.html"
    header_icon = "globe"
    page_title = _("Translations")
    form_class = TranslationForm

    def setup(self, request, pk, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        row = get_object_or_404(Criterion, pk=pk)
        if not self.user_has_permission_for_instance("change", row):
            raise PermissionDenied
        self.lock = DraftLock(row) if row.locked else None
        self.object = working_copy(row)
        self.original = self.object.original_text
        others = [code for code in Language.values if code != self.object.original_language]
        self.language = request.GET.get("sprak", others[0])
        if self.language not in others or self.original is None:
            raise Http404
        self.text = next(
            (text for text in self.object.texts.all() if text.language == self.language), None
        ) or CriterionText(language=self.language)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.text}

    def get_initial(self):
        # What was outdated has to be said anew.
        return {"state": TextState.CHECKED if self.text.state != TextState.MACHINE else TextState.MACHINE}

    def form_valid(self, form):
        if self.lock and self.lock.for_user(self.request.user):
            form.add_error(None, self.lock.get_message(self.request.user))
            return self.form_invalid(form)
        texts = {name: form.cleaned_data[name] for name in CriterionText.TEXTS}
        save_translation(
            criterion=self.object,
            language=self.language,
            texts=texts,
            state=form.cleaned_data["state"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, _("The translation is saved. Readers see it with the next version."))
        return redirect(f"{self.request.path}?sprak={self.language}")

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(Criterion.snippet_viewset.get_url_name("list")), "label": _("Criteria")}
        edit = reverse(Criterion.snippet_viewset.get_url_name("edit"), args=[self.object.pk])
        own = {"url": edit, "label": self.object.identifier}
        return [*self.breadcrumbs_items, listing, own, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        rows = [(form[name], getattr(self.original, name)) for name in CriterionText.TEXTS]
        return {
            **context,
            "criterion": self.object,
            # What the original leaves empty needs no translation.
            "rows": [row for row in rows if row[1] or row[0].value() or row[0].name in REQUIRED],
            "states": states_of(self.object),
            "language": self.language,
            "language_name": Language(self.language).label,
            "original": self.original,
        }
