"""The owner's answer to what a buyer told."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from criteria_library.models import Feedback
from criteria_library.services.feedback import settle_feedback


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Answer"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Goes by e-mail to whoever left an address. Leave it empty to close without an answer."),
    )
    role = forms.CharField(label=_("Answered by (role)"), max_length=80)
    is_shown = forms.BooleanField(
        label=_("Show it to readers, with the answer"),
        required=False,
        help_text=_("Only when nothing in it tells who wrote it."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_shown") and not cleaned.get("answer"):
            self.add_error("is_shown", _("Only what has an answer is shown. Write one."))
        return cleaned


class AnswerFeedback(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Feedback
    permission_required = "change"
    page_title = _("Answer feedback")
    header_icon = "comment"
    # Given by the viewset.
    index_url_name = edit_url_name = ""

    def setup(self, request, pk, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = Feedback.objects.select_related("criterion", "version__criterion", "sent_on")
        self.object = rows.filter(pk=pk).first()
        if self.object is None:
            raise Http404

    # Not attributes: the viewset would put the model's own in their place.
    def get_form_class(self):
        return AnswerForm

    def get_template_names(self):
        return ["criteria_library/admin/answer_feedback.html"]

    def get_initial(self):
        row = self.object
        role = row.answered_by_role or row.criterion.owner_role
        return {"answer": row.answer, "role": role, "is_shown": row.is_shown}

    def form_valid(self, form):
        settle_feedback(feedback=self.object, by=self.request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(self.request, _("Saved."))
        return redirect(self.index_url_name)

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": _("Feedback")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, feedback=self.object)
