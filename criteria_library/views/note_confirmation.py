"""A note written for an earlier version: seen with what has changed, then confirmed, changed or removed."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from criteria_library.models import LocalNote
from criteria_library.queries.differences import version_differences
from criteria_library.services.notes import remove_note, save_note


class ConfirmForm(forms.ModelForm):
    class Meta:
        model = LocalNote
        fields = ("stricter_value", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}


class ConfirmNote(WagtailAdminTemplateMixin, FormView):
    """The text stands in the form: unchanged it is confirmed, changed it is confirmed as changed."""

    form_class = ConfirmForm
    template_name = "criteria_library/admin/confirm_note.html"
    page_title = _("Confirm the note")
    header_icon = "comment"
    # Given by the viewset.
    index_url_name = edit_url_name = ""

    def setup(self, request, pk, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        reach = policy_registry.get_by_type(LocalNote).instances_user_has_any_permission_for(
            request.user, ["change"]
        )
        related = ("version__criterion", "criterion__current_version__criterion", "node")
        self.object = (
            LocalNote.objects.filter(pk__in=reach.values("pk"), pk=pk).select_related(*related).first()
        )
        if self.object is None:
            raise Http404

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.object}

    def post(self, request, *args, **kwargs):
        if "remove" in request.POST:
            remove_note(note=self.object, by=request.user)
            messages.success(request, _("The note is removed."))
            return redirect(self.index_url_name)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        save_note(note=form.save(commit=False), by=self.request.user, on=timezone.localdate())
        messages.success(self.request, _("The note is confirmed for the version that stands now."))
        return redirect(self.index_url_name)

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": _("Local notes")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        note = self.object
        old, new = note.version, note.criterion.current_version
        differences = (
            version_differences(old, new, language=note.node.main_language) if note.is_outdated else []
        )
        return super().get_context_data(**kwargs, note=note, old=old, new=new, differences=differences)
