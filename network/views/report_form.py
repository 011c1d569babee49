"""The progress report before it is handed in: its parts, what stands in them, and what is missing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View

from hub.enums import Permission
from hub.permissions import has_permission
from hub.views.access import NeedsPermission
from network.models import Report, ReportForm
from network.queries.answers import given_in, missing_answers, parts_of
from network.queries.counting import figures_for
from network.services.reports import AnswersMissing, ReportChanged, ReportNotOpen, submit_report


class OfReport(NeedsPermission, View):
    """The node's report for the year of the address. A year that isn't open is 404."""

    def setup(self, request, year, **kwargs):
        super().setup(request, year=year, **kwargs)
        self.year = year

    def may(self, permission) -> bool:
        return has_permission(self.request.user, permission, node=self.request.node)

    @cached_property
    def report(self) -> Report:
        forms = ReportForm.objects.opened(timezone.localdate()).prefetch_related("questions")
        form = get_object_or_404(forms, year=self.year)
        report = Report.objects.filter(node=self.request.node, form=form).first()
        report = report or Report(node=self.request.node, form=form)
        report.form = form
        return report

    def crumbs(self, here: str = "") -> list[tuple[str, str]]:
        rows = [
            (_("Steering group"), reverse("network:steering_group")),
            (_("For members"), reverse("network:member_page")),
            (
                _("Progress report %(year)s") % {"year": self.year},
                reverse("network:report_form", args=[self.year]),
            ),
        ]
        return [*rows, (here, "")] if here else rows


class ReportFormView(OfReport):
    permission = Permission.SEE_MEMBER_PAGES

    def get(self, request, year):
        return self.show()

    def post(self, request, year):
        if not self.may(Permission.SUBMIT_REPORT):
            raise PermissionDenied
        version = request.POST.get("version", "")
        if not self.report.pk or str(self.report.version) != version:
            return self.show(changed=True, status=409)
        try:
            submit_report(report=self.report, version=self.report.version, by=request.user, at=timezone.now())
        except AnswersMissing:
            return self.show(refused=True)
        except ReportChanged:
            return self.show(changed=True, status=409)
        except ReportNotOpen:
            messages.error(request, _("The report has been submitted already, so nothing was changed."))
            return redirect("network:report_form", year)
        messages.success(request, _("The report is submitted. Thank you."))
        return redirect("network:member_page")

    def show(self, *, status=200, **context):
        report, given = self.report, given_in(self.report)
        may_write = self.may(Permission.WRITE_REPORT) and report.is_draft
        figures = figures_for(self.request.node, report.form, now=timezone.now()) if may_write else {}
        parts = parts_of(report.form, given)
        context |= {
            "report": report,
            "parts": [(part, [(row, given.get(row.pk)) for row in part.questions]) for part in parts],
            "go_on_with": next((part for part in parts if not part.is_complete), None),
            "answered": sum(part.answered for part in parts),
            "asked": sum(len(part.questions) for part in parts),
            "missing": self.missing(parts, given, figures) if may_write else [],
            "may_write": may_write,
            "may_submit": may_write and self.may(Permission.SUBMIT_REPORT),
            "breadcrumbs": self.crumbs(),
        }
        return render(self.request, "network/report_form.html", context, status=status)

    def missing(self, parts, given, figures) -> list[tuple]:
        """(question, part) for what stands between the draft and handing it in."""
        lacking = missing_answers(self.report.form, given, figures)
        return [(question, part) for part in parts for question in part.questions if question in lacking]
