"""Writing one part of the progress report, by a button or as one goes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from hub.enums import Permission
from network.forms.reports import ReportPartForm
from network.queries.answers import Part, given_in, parts_of
from network.queries.counting import figures_for
from network.services.reports import ReportNotOpen, save_answers, start_report
from network.views.report_form import OfReport
from network.views.typed import forget_typed, keep_typed, typed_before


class ReportPartView(OfReport):
    permission = Permission.WRITE_REPORT

    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            if request.htmx:
                return self.show_saved(signed_out=True)
            keep_typed(request)
        return super().dispatch(request, *args, **kwargs)

    def setup(self, request, year, part):
        super().setup(request, year=year, part=part)
        self.number = part

    @cached_property
    def part(self) -> Part:
        found = [part for part in self.parts if part.number == self.number]
        if not found:
            raise Http404
        return found[0]

    @cached_property
    def given(self):
        return given_in(self.report)

    @cached_property
    def parts(self) -> list[Part]:
        return parts_of(self.report.form, self.given)

    def make_form(self, data=None) -> ReportPartForm:
        figures = figures_for(self.request.node, self.report.form, now=timezone.now())
        own = {
            question.pk: figures[question.pk] for question in self.part.questions if question.pk in figures
        }
        return ReportPartForm(
            data, report=self.report, questions=self.part.questions, stored=self.given, figures=own
        )

    def get(self, request, year, part):
        if not self.report.is_draft:
            return redirect("network:report_form", year)
        typed = typed_before(request)
        form = self.make_form(typed)
        return self.show(form, was_signed_out=typed is not None, keep=self.part.questions if typed else [])

    def post(self, request, year, part):
        form_of_year = self.report.form
        self.report = start_report(node=request.node, form=form_of_year)
        self.report.form = form_of_year
        forget_typed(request)
        form = self.make_form(request.POST)
        form.is_valid()
        try:
            taken = save_answers(
                report=self.report, changes=form.changes(), by=request.user, at=timezone.now()
            )
        except ReportNotOpen:
            return self.refuse()
        self.see_again(form)
        if request.htmx:
            return self.show_saved(form=form, taken=taken, bases=form.bases([*taken, *form.faulty()]))
        if taken or form.errors:
            return self.show(form, taken=self.theirs(taken), keep=form.faulty(), status=409 if taken else 200)
        return self.go_on()

    def refuse(self):
        words = _("The report has been submitted already, so nothing was changed.")
        if self.request.htmx:
            return self.show_saved(refused=words)
        messages.error(self.request, words)
        return redirect("network:report_form", self.year)

    def see_again(self, form) -> None:
        """What stands in the database now, for the next save to be measured by."""
        self.report.refresh_from_db(fields=["version", "saved_at"])
        del self.given, self.parts, self.part
        form.stored.update({pk: given for pk, given in self.given.items() if pk in form.stored})

    def theirs(self, questions) -> list[tuple]:
        return [(question, self.given.get(question.pk)) for question in questions]

    def go_on(self):
        messages.success(self.request, _("Saved."))
        if "next" not in self.request.POST:
            return redirect("network:report_part", self.year, self.number)
        following = [part.number for part in self.parts if part.number > self.number]
        if following:
            return redirect("network:report_part", self.year, following[0])
        return redirect("network:report_form", self.year)

    def show_saved(self, **context):
        return render(self.request, "network/report_saved.html", context | {"now": timezone.now()})

    def show(self, form, *, keep=(), status=200, **context):
        context |= {
            "report": self.report,
            "parts": self.parts,
            "part": self.part,
            "form": form,
            "bases": form.bases(keep),
            "breadcrumbs": self.crumbs(self.part.section.label),
        }
        return render(self.request, "network/report_part.html", context, status=status)
