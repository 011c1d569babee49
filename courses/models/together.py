from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.enums import TogetherAnswer
from courses.models.sessions import Session
from hub.models import Node


class TogetherRequest(models.Model):
    """One node asks another to hold a session with it. The session stands on both sites after a yes."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="requests")
    node = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="+", verbose_name=_("node asked"))
    answer = models.CharField(_("answer"), max_length=10, choices=TogetherAnswer, default=TogetherAnswer.OPEN)
    asked_at = models.DateTimeField(_("asked"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "node"], name="a_node_is_asked_once_about_a_session"),
            models.CheckConstraint(
                condition=Q(answer=TogetherAnswer.OPEN, answered_at=None)
                | ~Q(answer=TogetherAnswer.OPEN) & Q(answered_at__isnull=False),
                name="answers_about_sessions_say_when",
            ),
        ]

    def __str__(self):
        return f"{self.session} – {self.node}"
