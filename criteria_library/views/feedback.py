"""A buyer tells whether a criterion was used, and whether it worked."""

from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from criteria_library.forms.readers import FeedbackForm
from criteria_library.queries.criteria import criterion_or_404
from criteria_library.queries.feedback import feedback_shown
from criteria_library.queries.texts import shown_text
from criteria_library.services.feedback import give_feedback
from criteria_library.views.criteria import crumbs
from hub.views.throttle import is_throttled


@method_decorator(never_cache, name="dispatch")
class GiveFeedback(View):
    """The form has an address of its own, so that those who only read get no cookie."""

    def get(self, request, identifier):
        initial = {"email": request.user.email} if request.user.is_authenticated else {}
        return self.show(request, identifier, FeedbackForm(initial=initial))

    def post(self, request, identifier):
        criterion = criterion_or_404(identifier)
        form = FeedbackForm(request.POST)
        if form.is_filled_by_robot:
            return thanks(criterion)
        if not form.is_valid():
            return self.show(request, identifier, form, status=422)
        if is_throttled(request, "criteria_library.feedback"):
            form.add_error(None, _("We could not take this now. Wait a while and try again."))
            return self.show(request, identifier, form, status=429)
        answers = {name: form.cleaned_data[name] for name in ("used", "worked", "text", "email")}
        give_feedback(
            criterion=criterion, node=request.node, language=get_language(), at=timezone.now(), **answers
        )
        return thanks(criterion)

    def show(self, request, identifier, form, status=200):
        context = {"form": form, **page_of(identifier)}
        return render(request, "criteria_library/feedback/form.html", context, status=status)


@never_cache
def feedback_given(request, identifier):
    return render(request, "criteria_library/feedback/given.html", page_of(identifier))


def thanks(criterion) -> HttpResponseRedirect:
    return redirect("criteria_library:feedback_given", criterion.identifier)


def all_feedback(request, identifier):
    """What has been answered, for all to read; the rest is counted."""
    criterion = criterion_or_404(identifier)
    context = {**page_of(identifier), "rows": feedback_shown(criterion)}
    return render(request, "criteria_library/feedback/list.html", context)


def page_of(identifier) -> dict:
    criterion = criterion_or_404(identifier)
    return {
        "criterion": criterion,
        "shown": shown_text(criterion.current_version, language=get_language()),
        "breadcrumbs": [
            *crumbs(criterion),
            (criterion.identifier, reverse("criteria_library:detail", args=[criterion.identifier])),
        ],
    }
