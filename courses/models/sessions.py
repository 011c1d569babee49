import datetime

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

from courses.enums import Form, SessionStatus, SignUpState
from courses.managers import SessionQuerySet
from courses.models.courses import Course
from hub.models import Node, NodeOwned


class Session(PreviewableMixin, NodeOwned):
    """A course held at one time. It belongs to the course's node; others hold it too once they said yes."""

    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("course")
    )
    co_organisers = models.ManyToManyField(
        Node,
        blank=True,
        related_name="co_organised_sessions",
        verbose_name=_("held together with"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=SessionStatus, default=SessionStatus.ANNOUNCED
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    form = models.CharField(_("form"), max_length=10, choices=Form, default=Form.IN_PERSON)
    place = models.CharField(
        _("place"),
        max_length=140,
        blank=True,
        help_text=_("Town first, like “Bodø, fylkeshuset”. Not for online."),
    )
    capacity = models.PositiveSmallIntegerField(_("seats"))
    sign_up_closes_at = models.DateTimeField(
        _("sign-up closes"), null=True, blank=True, help_text=_("Empty: when the session starts.")
    )
    origin = models.SlugField(max_length=80, blank=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        indexes = [models.Index(fields=["status", "ends_at"], name="session_coming")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="session_has_seats"),
            models.CheckConstraint(
                condition=Q(form=Form.ONLINE) | ~Q(place=""), name="session_in_person_has_a_place"
            ),
            models.CheckConstraint(
                condition=Q(sign_up_closes_at=None) | Q(sign_up_closes_at__lte=F("starts_at")),
                name="session_sign_up_closes_before_start",
            ),
            models.UniqueConstraint(
                fields=["course", "origin"], condition=~Q(origin=""), name="session_loaded_once"
            ),
        ]

    def __str__(self):
        return f"{self.course.title}, {timezone.localtime(self.starts_at):%d.%m.%Y}"

    def save(self, *args, **kwargs):
        self.node_id = self.course.node_id
        super().save(*args, **kwargs)

    def clean(self):
        faults = {}
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            faults["ends_at"] = _("The session must end after it starts.")
        if self.form != Form.ONLINE and not self.place:
            faults["place"] = _("Write where people shall meet.")
        if self.starts_at and self.sign_up_closes_at and self.sign_up_closes_at > self.starts_at:
            faults["sign_up_closes_at"] = _("Sign-up must close before the session starts.")
        if faults:
            raise ValidationError(faults)

    @property
    def slug(self) -> str:
        return slugify(anyascii(self.course.title))[:60].strip("-") or "kurs"

    def get_absolute_url(self) -> str:
        return reverse("courses:session", args=[self.pk, self.slug])

    @property
    def closes_at(self) -> datetime.datetime:
        return self.sign_up_closes_at or self.starts_at

    @property
    def is_cancelled(self) -> bool:
        return self.status == SessionStatus.CANCELLED

    @property
    def is_one_day(self) -> bool:
        return timezone.localdate(self.starts_at) == timezone.localdate(self.ends_at)

    def state_at(self, at: datetime.datetime) -> SignUpState:
        """Only on rows from `with_seats`."""
        if self.status == SessionStatus.DRAFT:
            return SignUpState.DRAFT
        if self.is_cancelled:
            return SignUpState.CANCELLED
        if self.ends_at < at:
            return SignUpState.PAST
        if at >= self.closes_at or self.node.is_read_only:
            return SignUpState.CLOSED
        return SignUpState.OPEN if self.free_seats else SignUpState.FULL

    @property
    def partners(self) -> list[Node]:
        """Those that hold it too. A session that isn't saved has none yet."""
        return list(self.co_organisers.all()) if self.pk else []

    def get_preview_template(self, request, mode_name):
        return "courses/session.html"

    def get_preview_context(self, request, mode_name):
        self.__dict__.update(confirmed_count=0, waiting_count=0)
        self.node = self.course.node
        return {
            **super().get_preview_context(request, mode_name),
            "session": self,
            "course": self.course,
            "node": self.course.node,
            "state": SignUpState.DRAFT,
            "now": timezone.now(),
        }

    @property
    def free_seats(self) -> int:
        """Only on rows from `with_seats`."""
        counted = vars(self)
        return 0 if counted["waiting_count"] else max(0, self.capacity - counted["confirmed_count"])
