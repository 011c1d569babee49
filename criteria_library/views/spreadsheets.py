"""The library out to a workbook, and in again: sent, tried, looked at, written."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from criteria_library.enums import ImportState
from criteria_library.models import Criterion, SpreadsheetImport
from criteria_library.services.spreadsheets.imports import (
    NotReady,
    ask_to_write,
    progress_of,
    take_workbook,
)
from criteria_library.services.spreadsheets.opening import BadWorkbook
from criteria_library.services.spreadsheets.writing import write_workbook
from criteria_library.tasks import later, try_spreadsheet, write_spreadsheet
from criteria_library.views.workbooks import workbook_file

FAULTS_SHOWN = 200


class ExportCriteria(PermissionCheckedMixin, View):
    model = Criterion
    permission_required = "change"

    def get(self, request):
        name = f"kriterier-{timezone.localdate():%Y-%m-%d}"
        return workbook_file(name, lambda file: write_workbook(Criterion.objects.all(), file))


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Workbook (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=_("Begin with an export: it has the right sheets and headings. At most 20 MB."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )


class OfImports(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    model = SpreadsheetImport
    permission_required = "change"
    header_icon = "upload"
    # Given by the viewset.
    index_url_name = add_url_name = edit_url_name = ""

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": SpreadsheetImport._meta.verbose_name_plural}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]


@method_decorator(never_cache, name="dispatch")
class SendWorkbook(OfImports, FormView):
    page_title = _("Import criteria")

    # Not attributes: the viewset would put the model's own in their place.
    def get_form_class(self):
        return UploadForm

    def get_template_names(self):
        return ["criteria_library/admin/import_form.html"]

    def form_valid(self, form):
        file = form.cleaned_data["file"]
        try:
            taken = take_workbook(
                file=file, name=file.name, by=self.request.user, language=get_language(), at=timezone.now()
            )
        except BadWorkbook as bad:
            form.add_error("file", str(bad))
            return self.form_invalid(form)
        later(try_spreadsheet, taken.pk)
        return redirect(self.edit_url_name, taken.pk)


@method_decorator(never_cache, name="dispatch")
class FollowImport(OfImports, TemplateView):
    """What came of it, or how far it has come; then the button that writes."""

    page_title = _("Import criteria")

    def get_template_names(self):
        return ["criteria_library/admin/import.html"]

    def setup(self, request, pk, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        # Without the file itself, which the page has no use for.
        self.object = SpreadsheetImport.objects.defer("content").filter(pk=pk).first()
        if self.object is None:
            raise Http404

    def post(self, request, *args, **kwargs):
        try:
            taken = ask_to_write(pk=self.object.pk, by=request.user)
        except NotReady:
            messages.warning(request, _("It has been written already, or can't be. Nothing was done now."))
        else:
            later(write_spreadsheet, taken.pk)
        return redirect(self.edit_url_name, self.object.pk)

    def get_context_data(self, **kwargs):
        taken = self.object
        return super().get_context_data(
            **kwargs,
            taken=taken,
            done=progress_of(taken),
            faults=taken.faults[:FAULTS_SHOWN],
            faults_left=max(0, taken.outcome.get("faults", 0) - FAULTS_SHOWN),
            is_ready=taken.state == ImportState.RIGHT,
            again_url=reverse(self.add_url_name),
            list_url=reverse(Criterion.snippet_viewset.get_url_name("list")),
        )
