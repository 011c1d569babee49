"""The work towards a criterion's next version, and the approval that lets it be published."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import Stage
from criteria_library.managers import DraftQuerySet
from criteria_library.models.criteria import Criterion
from criteria_library.models.proposals import Proposal


class Approval(models.Model):
    """Says that a text may be published: after a hearing, or without one for a reason that is recorded.

    Every version has one; the database demands it.
    """

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="approvals")
    hearing = models.ForeignKey(
        "criteria_library.Hearing",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="approvals",
    )
    waiver_reason = models.TextField(_("why without a hearing"), blank=True)
    role = models.CharField(_("approved by (role)"), max_length=80)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(_("approved"))
    publish_date = models.DateField(_("to be published"))
    # Of the text that was approved, so that no other is published on it.
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-approved_at", "-pk"]
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        constraints = [
            models.CheckConstraint(
                condition=Q(hearing__isnull=False) | ~Q(waiver_reason=""),
                name="approvals_have_a_hearing_or_a_reason",
            )
        ]

    def __str__(self):
        return f"{self.criterion_id} {self.approved_at:%Y-%m-%d}"


class Draft(models.Model):
    """What is being done with a criterion, for all to follow. The text itself is the working copy."""

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="drafts")
    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, null=True, blank=True, related_name="drafts"
    )
    summary = models.CharField(_("what is being done"), max_length=200, blank=True)
    planned_date = models.DateField(_("planned to be published"), null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(_("begun"))
    approval = models.OneToOneField(
        Approval, on_delete=models.PROTECT, null=True, blank=True, related_name="draft"
    )
    version = models.OneToOneField(
        "criteria_library.CriterionVersion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="draft",
    )
    dropped_at = models.DateTimeField(_("put aside"), null=True, blank=True)
    dropped_reason = models.TextField(_("why it was put aside"), blank=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(
                fields=["criterion"],
                condition=Q(version=None, dropped_at=None),
                name="one_open_draft_of_a_criterion",
            ),
            models.CheckConstraint(
                condition=Q(version=None) | Q(approval__isnull=False), name="published_drafts_were_approved"
            ),
            models.CheckConstraint(
                condition=Q(dropped_at=None) | Q(version=None) & ~Q(dropped_reason=""),
                name="dropped_drafts_say_why_and_were_not_published",
            ),
        ]

    def __str__(self):
        return str(self.criterion)

    def get_absolute_url(self):
        return reverse("criteria_library:draft", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.version_id is None and self.dropped_at is None

    def stage(self, now: datetime.datetime) -> Stage:
        """From what was done. Reads `heard`, so lists prefetch it with its hearings."""
        if self.version_id:
            return Stage.PUBLISHED
        if self.dropped_at:
            return Stage.DROPPED
        if self.approval_id:
            return Stage.APPROVED
        heard = list(self.heard.all())
        hearing = heard[-1].hearing if heard else None
        return hearing.stage(now) if hearing else Stage.WRITING
