"""A period in which anyone may comment on drafts. Each comment gets a published answer."""

import datetime
import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import Stage
from criteria_library.models.drafts import Draft
from hub.enums import Language


class Hearing(models.Model):
    title = models.CharField(_("title"), max_length=160)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.BOKMAL)
    introduction = models.TextField(_("what it is about"))
    opens_at = models.DateTimeField(_("opens"))
    # The last second of the deadline's day, where the national level is.
    closes_at = models.DateTimeField(_("deadline"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-closes_at", "-pk"]
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=models.F("opens_at")), name="hearings_close_after_they_open"
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("criteria_library:hearing", args=[self.pk])

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def wording_seen(self) -> str:
        """A form brings it back, so that two secretaries don't write over each other."""
        return hashlib.sha256(f"{self.title}\n{self.introduction}".encode()).hexdigest()

    def has_opened(self, now: datetime.datetime) -> bool:
        return self.opens_at <= now

    def is_past_deadline(self, now: datetime.datetime) -> bool:
        return now > self.closes_at

    def stage(self, now: datetime.datetime) -> Stage:
        if self.is_answered:
            return Stage.HEARD
        if self.is_past_deadline(now):
            return Stage.ANSWERING
        return Stage.ON_HEARING if self.has_opened(now) else Stage.HEARING_PLANNED


class HeardDraft(models.Model):
    """A draft in a hearing, with its text as it was sent out. What commenters read doesn't move."""

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="heard")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="heard")
    # Language to field to text.
    texts = models.JSONField()
    texts_after = models.JSONField(null=True, blank=True)
    # Holds until the hearing is answered, so that two hearings on one draft can't overlap.
    is_settled = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("draft on hearing")
        verbose_name_plural = _("drafts on hearing")
        constraints = [
            models.UniqueConstraint(fields=["hearing", "draft"], name="one_place_of_a_draft_in_a_hearing"),
            models.UniqueConstraint(
                fields=["draft"], condition=Q(is_settled=False), name="one_hearing_at_a_time_on_a_draft"
            ),
        ]

    def __str__(self):
        return f"{self.draft} – {self.hearing}"

    @property
    def original(self) -> dict[str, str]:
        return self.texts[self.draft.criterion.original_language]

    @property
    def original_after(self) -> dict[str, str] | None:
        return self.texts_after and self.texts_after.get(self.draft.criterion.original_language)


class Invitation(models.Model):
    """A body that was asked to comment."""

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="invitations")
    name = models.CharField(_("body"), max_length=120)
    email = models.EmailField(_("e-mail"))
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        ordering = ["name"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(fields=["hearing", "email"], name="one_invitation_to_an_address")
        ]

    def __str__(self):
        return self.name
