from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from courses.enums import SignUpStatus
from courses.managers import SignUpQuerySet
from courses.models.sessions import Session
from hub.enums import Language


class SignUp(models.Model):
    """One person's place at a session, or in its queue. Personal data of the session's node alone."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="sign_ups")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    language = models.CharField(
        _("language of e-mails"), max_length=2, choices=Language, default=Language.BOKMAL
    )
    status = models.CharField(_("status"), max_length=10, choices=SignUpStatus)
    signed_up_at = models.DateTimeField(_("signed up"))
    cancelled_at = models.DateTimeField(_("signed off"), null=True, blank=True)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        ordering = ["signed_up_at", "pk"]
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        constraints = [
            models.UniqueConstraint("session", Lower("email"), name="one_sign_up_for_an_address"),
            models.CheckConstraint(
                condition=Q(status=SignUpStatus.CANCELLED, cancelled_at__isnull=False)
                | ~Q(status=SignUpStatus.CANCELLED) & Q(cancelled_at=None),
                name="cancelled_sign_ups_say_when",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.get_status_display()}"

    def save(self, *args, **kwargs):
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    @property
    def is_waiting(self) -> bool:
        return self.status == SignUpStatus.WAITING

    @property
    def is_cancelled(self) -> bool:
        return self.status == SignUpStatus.CANCELLED
