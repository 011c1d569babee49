"""Writing the progress report: saved as a draft, submitted by the county governor's lead."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from hub.enums import Permission
from hub.permissions import has_permission
from network.forms.reports import ReportAnswersForm
from network.models import Report, ReportForm
from network.services.reports import (
    AnswersMissing,
    ReportChanged,
    ReportNotOpen,
    save_report,
    start_report,
    submit_report,
)
from network.views.access import NeedsPermission


class ReportFormView(NeedsPermission, View):
    permission = Permission.SEE_MEMBER_PAGES

    def setup(self, request, year):
        super().setup(request, year=year)
        self.year = year

    def may(self, permission) -> bool:
        return has_permission(self.request.user, permission, node=self.request.node)

    def get_form_of_year(self) -> ReportForm:
        return get_object_or_404(ReportForm.objects.opened(timezone.localdate()), year=self.year)

    def get(self, request, year):
        report = Report.objects.filter(node=request.node, form=self.get_form_of_year()).first()
        report = report or Report(node=request.node, form=self.get_form_of_year())
        return self.show(report, ReportAnswersForm(report=report))

    def post(self, request, year):
        submitting = "submit" in request.POST
        if not self.may(Permission.WRITE_REPORT) or (submitting and not self.may(Permission.SUBMIT_REPORT)):
            raise PermissionDenied
        report = start_report(node=request.node, form=self.get_form_of_year())
        form = ReportAnswersForm(request.POST, report=report)
        if not form.is_valid():
            return self.show(report, form)
        return self.keep(report, form, submitting=submitting)

    def keep(self, report, form, *, submitting):
        act = submit_report if submitting else save_report
        facts = {"version": form.cleaned_data["version"], "answers": form.answers}
        try:
            act(report=report, by=self.request.user, at=timezone.now(), **facts)
        except AnswersMissing as missing:
            for question in missing.questions:
                form.add_error(
                    question.code, _("Answer this before you submit. You can save a draft without it.")
                )
            return self.show(report, form)
        except ReportChanged:
            return self.show_conflict(report, form)
        except ReportNotOpen:
            messages.error(self.request, _("The report has been submitted already, so nothing was changed."))
            return redirect("network:report_form", year=self.year)
        done = _("The report is submitted. Thank you.") if submitting else _("The draft is saved.")
        messages.success(self.request, done)
        return redirect(
            "network:member_page" if submitting else "network:report_form", *self.place(submitting)
        )

    def place(self, submitting) -> list:
        return [] if submitting else [self.year]

    def show_conflict(self, report, form):
        report.refresh_from_db()
        theirs = form.take_over(report)
        return self.show(report, form, theirs=theirs, conflict=True, status=409)

    def show(self, report, form, *, status=200, **context):
        answered, asked = form.progress()
        context |= {
            "report": report,
            "answered": answered,
            "asked": asked,
            "form": form,
            "may_write": self.may(Permission.WRITE_REPORT) and report.is_draft,
            "may_submit": self.may(Permission.SUBMIT_REPORT),
            "breadcrumbs": [
                (_("Steering group"), reverse("network:steering_group")),
                (_("For members"), reverse("network:member_page")),
                (_("Progress report %(year)s") % {"year": self.year}, ""),
            ],
        }
        return render(self.request, "network/report_form.html", context, status=status)
