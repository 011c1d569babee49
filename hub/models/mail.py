from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hub.enums import Language
from hub.models.nodes import Node


class OutgoingMail(models.Model):
    """A mail on its way. Its text is wiped when it has left, since it may hold links that sign in."""

    node = models.ForeignKey(Node, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    to = models.EmailField(_("to"))
    reply_to = models.EmailField(_("reply to"), blank=True)
    # For mail that one has asked for: the address that stops it, by one press in the mail program (RFC 8058).
    unsubscribe_url = models.CharField(max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(blank=True)
    # The same in every attempt, so that a mail sent twice because an answer was lost is shown once.
    message_id = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True, blank=True, db_index=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    last_fault = models.CharField(_("last fault"), max_length=200, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(next_attempt_at=None), name="sent_mail_has_no_next_attempt"
            )
        ]

    def __str__(self):
        return self.subject
