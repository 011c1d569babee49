from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import PreviewableMixin

from hub.enums import Language
from hub.models import AttachedDocument, Audience, NodeOwned, ProductGroup


class Course(PreviewableMixin, ClusterableModel, NodeOwned):
    """What is taught, whenever it is held."""

    title = models.CharField(
        _("title"), max_length=140, help_text=_("What people will be able to do, not only the topic.")
    )
    summary = models.TextField(
        _("in short"), max_length=400, help_text=_("One or two sentences: what you go home with.")
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.BOKMAL)
    audiences = ParentalManyToManyField(Audience, blank=True, related_name="+", verbose_name=_("audiences"))
    product_groups = ParentalManyToManyField(
        ProductGroup, blank=True, related_name="+", verbose_name=_("product groups")
    )
    for_whom = models.TextField(_("for whom"), max_length=1000, blank=True)
    what_you_learn = models.TextField(
        _("what you learn"),
        max_length=2000,
        blank=True,
        help_text=_("One thing on each line, going on from “You learn to …”."),
    )
    held_by = models.TextField(
        _("who holds it"),
        max_length=600,
        blank=True,
        help_text=_("Roles and organisations rather than names."),
    )
    practical = models.TextField(
        _("practical matters"),
        max_length=2000,
        blank=True,
        help_text=_("What to bring, food, access, streaming."),
    )
    is_demonstration = models.BooleanField(default=False, editable=False)
    # Where a row was loaded from, so that loading again finds it.
    origin = models.SlugField(max_length=80, blank=True, editable=False)

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        constraints = [
            models.UniqueConstraint(
                fields=["node", "origin"], condition=~Q(origin=""), name="course_loaded_once"
            )
        ]

    def __str__(self):
        return self.title

    def get_preview_template(self, request, mode_name):
        return "courses/session.html"

    def get_preview_context(self, request, mode_name):
        """On the page of its last session, or of one that is made up where it has none yet."""
        last = self.sessions.with_page().last() if self.pk else None
        session = last or self.sample_session()
        session.course = self
        return session.get_preview_context(request, mode_name)

    def sample_session(self):
        starts_at = timezone.localtime().replace(hour=9, minute=0)
        return apps.get_model("courses.Session")(
            course=self, node=self.node, starts_at=starts_at, ends_at=starts_at, capacity=20
        )

    @property
    def lessons(self) -> list[str]:
        return [line.strip() for line in self.what_you_learn.splitlines() if line.strip()]


class CourseDocument(AttachedDocument):
    """What those who take part read before or after, such as the slides."""

    owner = "course"

    course = ParentalKey(Course, on_delete=models.CASCADE, related_name="documents")

    class Meta(AttachedDocument.Meta):
        abstract = False
