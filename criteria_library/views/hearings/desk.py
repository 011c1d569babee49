"""The desk: what waits for whom, and the acts on one draft."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from criteria_library.enums import ProposalAnswer
from criteria_library.forms.drafts import ApproveForm, DropForm, PlanForm, StartDraftForm
from criteria_library.models import Criterion, Draft, Proposal
from criteria_library.queries.drafts import as_written, digest_of, texts_of, work_in_progress, working_copy
from criteria_library.queries.hearings import hearings_listed, text_differences
from criteria_library.queries.work import steps_of, title_of
from criteria_library.services.drafts import (
    ApprovalRefused,
    ChangedSinceSeen,
    approve_draft,
    drop_draft,
    plan_draft,
    start_draft,
)
from criteria_library.services.publishing import CriterionIncomplete, CriterionWithdrawn, GroupWithdrawn
from criteria_library.views.hearings.access import NeedsDesk, may
from criteria_library.views.hearings.words import what_is_missing, why_not
from hub.enums import Permission


class Desk(NeedsDesk, View):
    def get(self, request):
        return self.show(StartDraftForm())

    def post(self, request):
        self.demand(Permission.EDIT_CRITERIA)
        form = StartDraftForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        draft = start_draft(criterion=form.cleaned_data["criterion"], by=request.user, at=timezone.now())
        return redirect("criteria_library:desk_draft", draft.pk)

    def show(self, form, status=200):
        now = timezone.now()
        user = self.request.user
        context = {
            "form": form,
            "drafts": [(draft, title_of(draft), draft.stage(now)) for draft in work_in_progress()],
            "hearings": {name: rows for name, rows in hearings_listed(now).items() if rows},
            "proposals": Proposal.objects.filter(answer=ProposalAnswer.OPEN).select_related(
                "criterion", "node"
            ),
            "may_edit": may(user, Permission.EDIT_CRITERIA),
            "may_hear": may(user, Permission.RUN_HEARINGS),
            "new_criterion": reverse(Criterion.snippet_viewset.get_url_name("add")),
            "breadcrumbs": self.crumbs()[:1],
        }
        return render(self.request, "criteria_library/hearings/desk.html", context, status=status)


class DraftDesk(NeedsDesk, View):
    """One draft, and what can be done with it: written, planned, approved or put aside."""

    def setup(self, request, pk):
        super().setup(request, pk=pk)
        self.pk = pk

    def get_draft(self) -> Draft:
        return get_object_or_404(Draft.objects.with_story(), pk=self.pk)

    def get(self, request, pk):
        return self.show(self.get_draft())

    def post(self, request, pk):
        acts = {"plan": self.plan, "approve": self.approve, "drop": self.drop}
        act = next((acts[name] for name in acts if name in request.POST), None)
        return act(self.get_draft()) if act else self.get(request, pk)

    def plan(self, draft):
        self.demand(Permission.EDIT_CRITERIA)
        return self.carry_out(
            draft, "plan", PlanForm(self.request.POST, prefix="plan"), plan_draft, _("The plan is saved.")
        )

    def drop(self, draft):
        self.demand(Permission.EDIT_CRITERIA)
        form = DropForm(self.request.POST, prefix="drop")
        return self.carry_out(draft, "drop", form, drop_draft, _("The work is put aside."), at=timezone.now())

    def approve(self, draft):
        self.demand(Permission.APPROVE_CRITERIA)
        form = ApproveForm(self.request.POST, prefix="approve", heard=self.was_heard(draft))
        return self.carry_out(
            draft, "approve", form, approve_draft, _("The draft is approved."), at=timezone.now()
        )

    def carry_out(self, draft, name, form, service, done, **facts):
        """Shows the page again, with what was typed, where the form or the service says no."""
        if form.is_valid():
            try:
                service(draft=draft, by=self.request.user, **facts, **form.cleaned_data)
            except ApprovalRefused as reason:
                form.add_error(None, why_not(reason))
                if isinstance(reason, ChangedSinceSeen):
                    form.data = {**form.data.dict(), form.add_prefix("seen"): seen_now(draft)}
            except CriterionIncomplete as reason:
                form.add_error(None, what_is_missing(reason))
            except GroupWithdrawn as reason:
                told = {"name": reason.group.name}
                words = _(
                    "The product group “%(name)s” is no longer used. Choose another before you publish."
                )
                form.add_error(None, words % told)
            except CriterionWithdrawn:
                form.add_error(None, _("The criterion has been withdrawn, so nobody can work on it."))
            else:
                messages.success(self.request, done)
                return HttpResponseRedirect(self.request.path)
        return self.show(self.get_draft(), status=422, **{f"{name}_form": form})

    def was_heard(self, draft) -> bool:
        heard = list(draft.heard.all())
        return bool(heard and heard[-1].hearing.is_answered)

    def show(self, draft, status=200, **forms):
        now = timezone.now()
        user, criterion = self.request.user, draft.criterion
        plan = {"summary": draft.summary, "planned_date": draft.planned_date}
        heard = self.was_heard(draft)
        context = {
            "draft": draft,
            "title": title_of(draft),
            "stage": draft.stage(now),
            "steps": steps_of(draft),
            "differences": differences(draft),
            "was_heard": heard,
            "edit_url": reverse(Criterion.snippet_viewset.get_url_name("edit"), args=[criterion.pk]),
            "plan_form": PlanForm(initial=plan, prefix="plan"),
            "approve_form": ApproveForm(
                initial={"role": criterion.owner_role, "seen": seen_now(draft)}, prefix="approve", heard=heard
            ),
            "drop_form": DropForm(prefix="drop"),
            "may_edit": may(user, Permission.EDIT_CRITERIA),
            "may_approve": may(user, Permission.APPROVE_CRITERIA),
            "may_hear": may(user, Permission.RUN_HEARINGS),
            "breadcrumbs": self.crumbs(),
            **forms,
        }
        return render(self.request, "criteria_library/hearings/desk_draft.html", context, status=status)


def seen_now(draft: Draft) -> str:
    return digest_of(working_copy(draft.criterion)) if draft.is_open else ""


def differences(draft: Draft) -> list:
    """The working copy against the current version; nothing to compare for a new criterion."""
    criterion = draft.criterion
    language = criterion.original_language
    current = criterion.current_version
    before = {text.language: text.texts() for text in current.texts.all()} if current else {}
    after = texts_of(as_written(criterion) if draft.is_open else working_copy(criterion))
    if language not in after:
        return []
    return text_differences(before.get(language, {}), after[language])
