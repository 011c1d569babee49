"""What buyers tell of a criterion that they have used, or chose not to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import FeedbackState, Used, Worked
from criteria_library.models.criteria import Criterion
from criteria_library.models.versions import CriterionVersion
from hub.enums import Language
from hub.models import Node


class Feedback(models.Model):
    criterion = models.ForeignKey(
        Criterion, on_delete=models.CASCADE, related_name="feedback", verbose_name=_("criterion")
    )
    version = models.ForeignKey(CriterionVersion, on_delete=models.PROTECT, related_name="+")
    # The site it was sent on. The criterion is national, and so is what is told of it.
    sent_on = models.ForeignKey(
        Node, on_delete=models.PROTECT, related_name="feedback_sent", verbose_name=_("sent on")
    )
    used = models.CharField(_("did you use it?"), max_length=8, choices=Used)
    worked = models.CharField(_("did it work?"), max_length=8, choices=Worked, blank=True)
    text = models.TextField(_("what should we know?"), max_length=2000, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.BOKMAL)
    sent_at = models.DateTimeField(_("sent"))
    state = models.CharField(_("state"), max_length=8, choices=FeedbackState, default=FeedbackState.OPEN)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_by_role = models.CharField(_("answered by (role)"), max_length=80, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    is_shown = models.BooleanField(
        _("shown to readers with its answer"),
        default=False,
        help_text=_("Only when nothing in it tells who wrote it."),
    )

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback from readers")
        indexes = [models.Index(fields=["state", "sent_at"], name="feedback_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(used=Used.YES) & ~Q(worked="") | ~Q(used=Used.YES) & Q(worked=""),
                name="only_what_was_used_can_have_worked",
            ),
            models.CheckConstraint(
                condition=~Q(state=FeedbackState.ANSWERED) | ~Q(answer=""),
                name="answered_feedback_has_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(state=FeedbackState.OPEN, answered_at=None)
                | ~Q(state=FeedbackState.OPEN) & Q(answered_at__isnull=False),
                name="settled_feedback_says_when",
            ),
            models.CheckConstraint(
                condition=Q(is_shown=False) | Q(state=FeedbackState.ANSWERED),
                name="only_answered_feedback_is_shown",
            ),
        ]

    def __str__(self):
        return f"{self.criterion.identifier}: {self.get_used_display()}"
