"""Proposals: sent in by anyone with an account, followed by them, answered at the desk."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from criteria_library.enums import ProposalAnswer
from criteria_library.forms.proposals import ProposalAnswerForm, ProposalForm
from criteria_library.forms.question import values
from criteria_library.models import Proposal
from criteria_library.services.drafts import CriterionWithdrawn
from criteria_library.services.proposals import (
    IdentifierTaken,
    ProposalAnswered,
    decline_proposal,
    send_proposal,
    take_up_proposal,
)
from criteria_library.views.hearings.access import may
from hub.enums import Permission
from hub.permissions import nodes_with_permission
from hub.queries import national_node
from hub.services.second_factor import demand_second_factor
from hub.views.access import NeedsSignIn, demand


def crumbs(*more) -> list:
    return [
        (_("Criteria"), reverse("criteria_library:list")),
        (_("Proposals"), reverse("criteria_library:proposals")),
        *more,
    ]


def proposals_seen_by(user):
    """One's own, one's nodes' and, for the criteria editors, all."""
    rows = Proposal.objects.select_related("criterion", "node", "product_group")
    if may(user, Permission.EDIT_CRITERIA):
        return rows
    return rows.filter(
        Q(proposer=user) | Q(node__in=nodes_with_permission(user, Permission.EDIT_LOCAL_NOTES))
    )


class Propose(NeedsSignIn, View):
    def get(self, request):
        wanted = next(iter(values(request.GET, "krav")), "")[:12].upper()
        return self.show(ProposalForm(user=request.user, initial={"criterion": wanted}))

    def post(self, request):
        form = ProposalForm(request.POST, user=request.user)
        if not form.is_valid():
            return self.show(form, status=422)
        proposal = form.save(commit=False)
        proposal.language = get_language()
        send_proposal(proposal=proposal, by=request.user, at=timezone.now())
        messages.success(request, _("The proposal is sent. You get an e-mail when it is answered."))
        return redirect(proposal)

    def show(self, form, status=200):
        context = {"form": form, "breadcrumbs": crumbs()}
        return render(self.request, "criteria_library/hearings/propose.html", context, status=status)


class ProposalList(NeedsSignIn, View):
    def get(self, request):
        rows = list(proposals_seen_by(request.user)[:200])
        context = {
            "waiting": [row for row in rows if row.is_open],
            "answered": [row for row in rows if not row.is_open],
            "breadcrumbs": crumbs()[:1],
        }
        return render(request, "criteria_library/hearings/proposals.html", context)


class ProposalPage(NeedsSignIn, View):
    def setup(self, request, pk):
        super().setup(request, pk=pk)
        self.pk = pk

    def get_proposal(self) -> Proposal:
        proposal = proposals_seen_by(self.request.user).filter(pk=self.pk).first()
        if proposal is None:
            raise Http404
        return proposal

    def get(self, request, pk):
        proposal = self.get_proposal()
        if may(request.user, Permission.EDIT_CRITERIA):
            demand_second_factor(request)  # before an answer is typed
        return self.show(proposal, ProposalAnswerForm(proposal=proposal))

    def post(self, request, pk):
        proposal = self.get_proposal()
        demand(request, Permission.EDIT_CRITERIA, node=national_node())
        form = ProposalAnswerForm(request.POST, proposal=proposal)
        if not form.is_valid():
            return self.show(proposal, form, status=422)
        try:
            self.answer(proposal, form)
        except IdentifierTaken:
            form.add_error("identifier", _("Another criterion has this identifier. Choose the next number."))
        except ProposalAnswered:
            form.add_error(None, _("Somebody has answered it while you were writing. Nothing was changed."))
        except CriterionWithdrawn:
            form.add_error(None, _("The criterion has been withdrawn, so nobody can work on it."))
        else:
            messages.success(request, _("The answer is sent."))
            return redirect(proposal)
        return self.show(proposal, form, status=409)

    def answer(self, proposal, form) -> None:
        facts = {"proposal": proposal, "by": self.request.user, "at": timezone.now()}
        chosen = form.cleaned_data
        if not form.takes_it_up:
            decline_proposal(reason=chosen["reason"], **facts)
            return
        names = ("reason", "planned_date", "identifier", "owner_role")
        take_up_proposal(**{name: chosen[name] for name in names if name in chosen}, **facts)

    def show(self, proposal, form, status=200):
        context = {
            "proposal": proposal,
            "drafts": list(proposal.drafts.all()),
            "is_declined": proposal.answer == ProposalAnswer.DECLINED,
            "form": form,
            "may_answer": proposal.is_open and may(self.request.user, Permission.EDIT_CRITERIA),
            "breadcrumbs": crumbs(),
        }
        return render(self.request, "criteria_library/hearings/proposal.html", context, status=status)
