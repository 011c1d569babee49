"""What people ask for: a new criterion, or a change to one there is."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import ProposalAnswer, ProposalKind
from criteria_library.models.criteria import Criterion
from hub.enums import Language
from hub.models import Node, ProductGroup


class Proposal(models.Model):
    """Seen by whoever sent it, by the node it was sent for and by the criteria editors, who answer it."""

    kind = models.CharField(_("what you propose"), max_length=10, choices=ProposalKind)
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    product_group = models.ForeignKey(
        ProductGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    title = models.CharField(_("in one line"), max_length=160)
    reason = models.TextField(_("why"))
    suggested_text = models.TextField(_("suggested text"), blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.BOKMAL)
    node = models.ForeignKey(
        Node, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("sent for")
    )
    # Taken away when the person's account is deleted; the proposal stays.
    proposer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("sent"))
    answer = models.CharField(_("answer"), max_length=10, choices=ProposalAnswer, default=ProposalAnswer.OPEN)
    answer_reason = models.TextField(_("why this answer"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ProposalKind.NEW, criterion=None)
                | Q(kind=ProposalKind.CHANGE, criterion__isnull=False),
                name="proposed_changes_name_a_criterion",
            ),
            models.CheckConstraint(
                condition=Q(answer=ProposalAnswer.OPEN, answered_at=None)
                | ~Q(answer=ProposalAnswer.OPEN) & Q(answered_at__isnull=False) & ~Q(answer_reason=""),
                name="answered_proposals_say_when_and_why",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("criteria_library:proposal", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.answer == ProposalAnswer.OPEN
