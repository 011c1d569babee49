"""The accessibility statement with its form, and the privacy page. Each language has its template."""

import datetime

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import View

from hub.forms.problems import ProblemForm
from hub.services.problems import NodeIsClosed, report_problem
from hub.services.retention import rules
from hub.views.pages import crumbs

REVIEWED = datetime.date(2026, 11, 21)  # when somebody last held the texts against what the code does


@require_safe
def accessibility(request):
    return statement(request, "accessibility", _("Accessibility statement"))


@require_safe
def privacy(request):
    return statement(request, "privacy", _("Privacy"), rules=[rule for _name, rule in rules()])


def statement(request, name, title, **more):
    context = {
        "heading": title,
        "text": f"hub/statements/{name}_{get_language()}.html",
        "name": name,
        "reviewed": REVIEWED,
        "breadcrumbs": crumbs(request, title),
        **more,
    }
    return render(request, "hub/statements/page.html", context)


@method_decorator(never_cache, name="dispatch")
class ReportProblem(View):
    """The form has an address of its own, so that those who only read get no cookie."""

    def get(self, request):
        where = request.GET.get("side", "")[:500]
        return self.show(request, ProblemForm(initial={"page": where}))

    def post(self, request):
        form = ProblemForm(request.POST)
        if form.is_filled_by_robot:
            return redirect("hub:problem_reported")
        if not form.is_valid():
            return self.show(request, form, status=422)
        words = {name: form.cleaned_data[name] for name in ("problem", "page", "email")}
        try:
            report_problem(node=request.node, language=get_language(), **words)
        except NodeIsClosed:
            return self.show(request, form, status=403)
        return redirect("hub:problem_reported")

    def show(self, request, form, status=200):
        return render(request, "hub/statements/report.html", {"form": form, **way(request)}, status=status)


@require_safe
def problem_reported(request):
    return render(request, "hub/statements/reported.html", way(request))


def way(request):
    front, *_rest = crumbs(request)
    above = (_("Accessibility statement"), reverse("hub:accessibility"))
    return {"breadcrumbs": [front, above, (_("Report a problem"), "")]}
