"""The secretary's pages: a hearing sent out, run, answered and closed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from criteria_library.forms.comments import AnswerForm, RemoveForm
from criteria_library.forms.hearings import ExtendForm, HearingForm, InviteForm, RewordForm
from criteria_library.models import Comment, Draft, Hearing
from criteria_library.queries.drafts import texts_of, working_copy
from criteria_library.queries.hearings import comments_of, hearing_or_404, text_differences
from criteria_library.services.comments import AnswerChanged, answer_comment, remove_comment
from criteria_library.services.drafts import DraftClosed
from criteria_library.services.hearings import (
    HearingAnswered,
    HearingChanged,
    HearingRefused,
    close_hearing,
    extend_hearing,
    invite,
    open_hearing,
    reword_hearing,
)
from criteria_library.views.hearings.access import NeedsDesk
from criteria_library.views.hearings.words import why_no_hearing, why_not
from hub.enums import Permission

SECRETARIES = frozenset({Permission.RUN_HEARINGS})


class NewHearing(NeedsDesk, View):
    permissions = SECRETARIES

    def get(self, request):
        wanted = [value for value in request.GET.getlist("utkast") if value.isdecimal()]
        return self.show(HearingForm(initial={"drafts": wanted}))

    def post(self, request):
        form = HearingForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form, status=422)
        chosen = form.cleaned_data
        names = ("opens_date", "deadline_date", "drafts", "documents", "invited")
        try:
            hearing = open_hearing(
                hearing=form.save(commit=False),
                by=request.user,
                at=timezone.now(),
                **{name: chosen[name] for name in names},
            )
        except HearingRefused as reason:
            form.add_error(None, why_no_hearing(reason))
        except DraftClosed as reason:
            form.add_error(None, why_not(reason))
        else:
            messages.success(request, _("The hearing is open, and the invitations are sent."))
            return redirect("criteria_library:desk_hearing", hearing.pk)
        return self.show(form, status=409)

    def show(self, form, status=200):
        context = {"form": form, "has_drafts": Draft.objects.open().exists(), "breadcrumbs": self.crumbs()}
        return render(self.request, "criteria_library/hearings/new_hearing.html", context, status=status)


class HearingDesk(NeedsDesk, View):
    """Its comments by group, what is left to answer, and the acts on the hearing itself."""

    permissions = SECRETARIES

    def setup(self, request, pk):
        super().setup(request, pk=pk)
        self.hearing = hearing_or_404(pk)

    def get(self, request, pk):
        return self.show()

    def post(self, request, pk):
        acts = {
            "extend": self.extend,
            "invite": self.invite,
            "reword": self.reword,
            "close": self.close,
        }
        act = next((acts[name] for name in acts if name in request.POST), self.show)
        return act()

    def facts(self) -> dict:
        return {"hearing": self.hearing, "by": self.request.user, "at": timezone.now()}

    def extend(self):
        form = ExtendForm(self.request.POST)
        return self.carry_out("extend_form", form, extend_hearing, _("The deadline is moved."))

    def invite(self):
        form = InviteForm(self.request.POST)
        return self.carry_out("invite_form", form, invite, _("The invitations are sent."))

    def reword(self):
        # Of a row of its own, so that the page goes on showing what is stored.
        form = RewordForm(self.request.POST, instance=Hearing(language=self.hearing.language))
        if form.is_valid():
            try:
                reword_hearing(hearing=self.hearing, by=self.request.user, **form.cleaned_data)
            except HearingChanged as reason:
                # Keeps what was typed, and lets the next save through.
                form.data = {**form.data.dict(), "seen": self.hearing.wording_seen}
                form.add_error(None, why_no_hearing(reason))
            except HearingRefused as reason:
                form.add_error(None, why_no_hearing(reason))
            else:
                messages.success(self.request, _("The words of the hearing are changed."))
                return HttpResponseRedirect(self.request.path)
        return self.show(status=422, reword_form=form)

    def close(self):
        try:
            close_hearing(**self.facts())
        except HearingRefused as reason:
            return self.show(status=409, fault=why_no_hearing(reason))
        messages.success(self.request, _("The hearing is closed, and the answers are published."))
        return redirect(self.hearing)

    def carry_out(self, name, form, service, done):
        if form.is_valid():
            try:
                service(**self.facts(), **form.cleaned_data)
            except HearingRefused as reason:
                form.add_error(None, why_no_hearing(reason))
            else:
                messages.success(self.request, done)
                return HttpResponseRedirect(self.request.path)
        return self.show(status=422, **{name: form})

    def show(self, status=200, **more):
        now = timezone.now()
        comments = comments_of(self.hearing)
        context = {
            "hearing": self.hearing,
            "stage": self.hearing.stage(now),
            "is_past": self.hearing.is_past_deadline(now),
            "groups": by_group(comments),
            "unanswered": sum(not (comment.outcome or comment.removed_at) for comment in comments),
            "comments": comments,
            "invitations": self.hearing.invitations.all(),
            "extend_form": ExtendForm(),
            "invite_form": InviteForm(),
            "reword_form": RewordForm(instance=self.hearing, initial={"seen": self.hearing.wording_seen}),
            "breadcrumbs": self.crumbs(),
            **more,
        }
        return render(self.request, "criteria_library/hearings/desk_hearing.html", context, status=status)


def by_group(comments: list[Comment]) -> list[tuple[str, list[Comment]]]:
    """Groups by title, and last what nobody has sorted."""
    found: dict[str, list[Comment]] = {}
    for comment in sorted(comments, key=lambda row: (row.group is None, str(row.group or ""))):
        found.setdefault(comment.group.title if comment.group else "", []).append(comment)
    return list(found.items())


class AnswerPage(NeedsDesk, View):
    permissions = SECRETARIES

    def setup(self, request, pk):
        super().setup(request, pk=pk)
        rows = Comment.objects.confirmed().select_related("hearing", "group", "heard_draft__draft__criterion")
        self.comment = rows.prefetch_related("attachments").filter(pk=pk).first()
        if self.comment is None:
            raise Http404

    def get(self, request, pk):
        return self.show(AnswerForm(initial=self.stored()))

    def stored(self) -> dict:
        comment = self.comment
        group = comment.group.title if comment.group else ""
        return {
            "group": group,
            "outcome": comment.outcome,
            "answer": comment.answer,
            "edition": comment.edition,
        }

    def post(self, request, pk):
        if "remove" in request.POST:
            return self.remove()
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            count = answer_comment(
                comment=self.comment, by=request.user, at=timezone.now(), **form.cleaned_data
            )
        except AnswerChanged:
            return self.show_conflict(form)
        except HearingAnswered as reason:
            form.add_error(None, why_no_hearing(reason))
            return self.show(form, status=409)
        told = ngettext("%d comment is saved.", "%d comments are saved.", count) % count
        messages.success(request, told)
        return redirect(self.following())

    def remove(self):
        form = RemoveForm(self.request.POST)
        if not form.is_valid():
            return self.show(AnswerForm(initial=self.stored()), status=422, remove_form=form)
        remove_comment(
            comment=self.comment, reason=form.cleaned_data["reason"], by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, _("The comment is removed. Your reason stands in its place."))
        return redirect("criteria_library:desk_hearing", self.comment.hearing_id)

    def following(self) -> str:
        """Straight to the next that has no answer."""
        left = self.comment.hearing.comments.unanswered().exclude(pk=self.comment.pk)
        following = left.filter(number__gt=self.comment.number).first() or left.first()
        if following and "next" in self.request.POST:
            return reverse("criteria_library:desk_comment", args=[following.pk])
        return reverse("criteria_library:desk_hearing", args=[self.comment.hearing_id])

    def show_conflict(self, form):
        """Keeps what was typed, shows what the other wrote, and lets the next save through."""
        self.comment.refresh_from_db()
        form.data = {**form.data.dict(), "edition": str(self.comment.edition)}
        words = _("Somebody else has saved this answer while you were writing. What you typed is kept below.")
        form.add_error(None, ValidationError(words))
        return self.show(form, status=409, theirs=self.comment)

    def show(self, form, status=200, **more):
        comment = self.comment
        context = {
            "form": form,
            "comment": comment,
            "hearing": comment.hearing,
            "groups": comment.hearing.groups.all(),
            "changes": changes_since(comment),
            "remove_form": RemoveForm(),
            "breadcrumbs": [
                *self.crumbs(),
                (comment.hearing.title, reverse("criteria_library:desk_hearing", args=[comment.hearing_id])),
            ],
            **more,
        }
        return render(self.request, "criteria_library/hearings/answer.html", context, status=status)


def changes_since(comment: Comment) -> list:
    """What the draft says now against what was sent out, in the part commented on or in all."""
    heard = comment.heard_draft
    if heard is None:
        return []
    criterion = heard.draft.criterion
    now = texts_of(working_copy(criterion)).get(criterion.original_language)
    rows = text_differences(heard.original, now) if now else []
    return [row for row in rows if comment.field in ("", row.name)]
