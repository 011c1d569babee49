import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.enums import InvitationState, Language, Role
from hub.models.nodes import NodeOwned


class Invitation(NodeOwned):
    """An address that is offered a role in a node. Its mail alone holds the secret; here is the digest."""

    email = models.EmailField(_("e-mail"))
    role = models.CharField(_("role"), max_length=30, choices=Role)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["node", "email", "role"],
                condition=Q(accepted_at=None, revoked_at=None),
                name="one_open_invitation_to_a_role",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(revoked_at=None), name="invitation_has_one_end"
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.node}"

    def state_at(self, at: datetime.datetime) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        return InvitationState.OPEN if at < self.expires_at else InvitationState.EXPIRED

    @property
    def state(self) -> InvitationState:
        return self.state_at(timezone.now())

    @property
    def can_be_sent_again(self) -> bool:
        return self.state in {InvitationState.OPEN, InvitationState.EXPIRED}
