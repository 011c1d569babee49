"""The reports as the national level reads them."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from hub.enums import Permission
from hub.permissions import has_permission
from hub.views.access import NeedsPermission, demand
from network.models import Report, ReportAnswer, ReportForm
from network.queries.overview import count_handed_in, reports_for
from network.services.reports import ReportNotOpen, accept_report, return_report


class ReportsView(NeedsPermission, View):
    permission = Permission.READ_ALL_REPORTS
    for_national = True

    def get(self, request):
        forms = list(ReportForm.objects.opened(timezone.localdate()))
        form = self.chosen(forms)
        rows = reports_for(form) if form else []
        context = {"forms": forms, "form": form, "rows": rows, "handed_in": count_handed_in(rows)}
        return render(request, "network/reports.html", context)

    def chosen(self, forms):
        """The year asked for, otherwise the latest one. A year that was never asked about is 404."""
        asked = self.request.GET.get("year")
        if not asked:
            return forms[0] if forms else None
        for form in forms:
            if str(form.year) == asked:
                return form
        raise Http404


class ReportReviewView(NeedsPermission, View):
    permission = Permission.READ_ALL_REPORTS
    for_national = True

    def setup(self, request, pk):
        super().setup(request, pk=pk)
        self.report_id = pk

    def report(self):
        rows = Report.objects.handed_in().select_related("form", "node__site", "node__county")
        answers = ReportAnswer.objects.select_related("question").order_by("question__sort_order")
        rows = rows.prefetch_related(Prefetch("answers", queryset=answers))
        return get_object_or_404(rows, pk=self.report_id)

    def may_answer(self) -> bool:
        return has_permission(self.request.user, Permission.MANAGE_NETWORK, node=self.request.node)

    def get(self, request, pk):
        report = self.report()
        crumbs = [(_("Progress reports"), reverse("network:reports")), (str(report), "")]
        context = {"report": report, "may_answer": self.may_answer(), "breadcrumbs": crumbs}
        return render(request, "network/report_review.html", context)

    def post(self, request, pk):
        demand(request, Permission.MANAGE_NETWORK, node=request.node)
        report = self.report()
        try:
            if "return" in request.POST:
                return_report(report=report, by=request.user)
                messages.success(request, _("The report is a draft again, and the county can correct it."))
            else:
                accept_report(report=report, by=request.user, at=timezone.now())
                messages.success(request, _("The report is accepted."))
        except ReportNotOpen:
            messages.error(
                request, _("Somebody else has answered this report already, so nothing was changed.")
            )
        return redirect(f"{reverse('network:reports')}?year={report.form.year}")
