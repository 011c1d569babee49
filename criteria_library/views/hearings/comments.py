"""To comment: signed in, or without an account and confirmed by e-mail."""

from contextlib import suppress

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from criteria_library.forms.comments import CommentForm, ConfirmForm
from criteria_library.forms.question import values
from criteria_library.models import Comment
from criteria_library.queries.hearings import hearing_or_404
from criteria_library.services.comments import (
    DAYS_TO_CONFIRM,
    ConfirmationExpired,
    HearingNotOpen,
    comment_of,
    confirm_comment,
    send_comment,
)
from criteria_library.services.hearings import HearingAnswered
from criteria_library.views.hearings.public import crumbs
from hub.views.access import sign_in_address
from hub.views.throttle import is_throttled


@method_decorator(never_cache, name="dispatch")
class CommentPage(View):
    """The form has an address of its own, so that those who only read get no cookie."""

    def setup(self, request, pk):
        super().setup(request, pk=pk)
        self.hearing = hearing_or_404(pk)
        self.now = timezone.now()

    def get(self, request, pk):
        about = next(iter(values(request.GET, "om")), "")
        return self.show(self.form(initial={"about": about}))

    def post(self, request, pk):
        form = self.form(request.POST, request.FILES)
        email = "" if request.user.is_authenticated else request.POST.get("email", "")
        if form.is_filled_by_robot or is_throttled(request, "comment", email=email):
            told = _("We could not take this comment now. Wait a while and try again.")
            return self.refused(form, told, 429)
        if not form.is_valid():
            return self.show(form, status=422)
        person = request.user if request.user.is_authenticated else None
        comment = form.save(commit=False)
        comment.language = get_language()
        try:
            send_comment(comment=comment, by=person, at=self.now, files=form.cleaned_data["attachments"])
        except HearingAnswered:
            told = _("The hearing has been closed, so no more comments are taken. Your text is still here.")
            return self.refused(form, told, 409)
        except HearingNotOpen:
            return self.refused(form, _("The hearing has not opened yet. Come back when it has."), 409)
        return redirect(self.after(comment))

    def after(self, comment) -> str:
        query = "" if comment.confirmed_at else "?bekreft"
        return reverse("criteria_library:comment_sent", args=[self.hearing.pk]) + query

    def form(self, *data, **options) -> CommentForm:
        return CommentForm(*data, hearing=self.hearing, user=self.request.user, **options)

    def refused(self, form, told, status):
        form.add_error(None, told)
        return self.show(form, status=status)

    def show(self, form, status=200):
        context = {
            "form": form,
            "fields": [field for field in form if field.name != "website"],
            "hearing": self.hearing,
            "takes_comments": self.hearing.has_opened(self.now) and not self.hearing.is_answered,
            "is_late": self.hearing.is_past_deadline(self.now),
            "sign_in_address": sign_in_address(self.request),
            "breadcrumbs": [*crumbs(), (self.hearing.title, self.hearing.get_absolute_url())],
        }
        return render(self.request, "criteria_library/hearings/comment.html", context, status=status)


def comment_sent(request, pk):
    hearing = hearing_or_404(pk)
    context = {
        "hearing": hearing,
        "waits_for_mail": "bekreft" in request.GET,
        "days": DAYS_TO_CONFIRM,
        "breadcrumbs": [*crumbs(), (hearing.title, hearing.get_absolute_url())],
    }
    return render(request, "criteria_library/hearings/comment_sent.html", context)


@method_decorator(never_cache, name="dispatch")
class ConfirmComment(View):
    """A page with a button: mail programs follow links by themselves, and must not confirm anything."""

    def setup(self, request, token):
        super().setup(request, token=token)
        if not request.node.is_national:
            raise Http404
        self.comment: Comment | None = None
        with suppress(ConfirmationExpired):
            self.comment = comment_of(token)

    def get(self, request, token):
        return self.show()

    def post(self, request, token):
        if self.comment is None:
            return self.show(status=410)
        try:
            self.comment = confirm_comment(comment=self.comment, at=timezone.now())
        except HearingAnswered:
            return self.show(status=409, is_closed=True)
        return redirect(request.path)

    def show(self, status=200, **more):
        context = {
            "comment": self.comment,
            "form": ConfirmForm(),
            "is_closed": bool(
                self.comment and not self.comment.confirmed_at and self.comment.hearing.is_answered
            ),
            "breadcrumbs": crumbs(),
            **more,
        }
        return render(self.request, "criteria_library/hearings/confirm.html", context, status=status)
