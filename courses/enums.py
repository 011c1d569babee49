from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Form(TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class SessionStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    ANNOUNCED = "announced", _("Announced")
    CANCELLED = "cancelled", _("Cancelled")


class SignUpStatus(TextChoices):
    CONFIRMED = "confirmed", _("Has a seat")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", _("Signed off")


class TogetherAnswer(TextChoices):
    """What a node says when it is asked to hold a session with another."""

    OPEN = "open", _("Not answered")
    ACCEPTED = "accepted", _("Said yes")
    DECLINED = "declined", _("Said no")


class SignUpState(TextChoices):
    """What a reader is told about signing up, at a moment."""

    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")
    PAST = "past", _("Past")


PUBLIC = {SessionStatus.ANNOUNCED, SessionStatus.CANCELLED}
