"""A steering group's meetings, with papers for its members and minutes for everybody."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from hub.models import HubDocument, NodeOwned
from network.managers import MeetingQuerySet


class Meeting(NodeOwned, ClusterableModel):
    starts_at = models.DateTimeField(_("starts"))
    place = models.CharField(_("place"), max_length=120)
    agenda = models.TextField(_("agenda"), blank=True, help_text=_("One item on each line."))
    minutes_summary = models.TextField(
        _("what was decided"),
        blank=True,
        help_text=_("One decision on each line, readable for those who weren't there."),
    )
    minutes_document = models.ForeignKey(
        HubDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="minutes_of_meetings",
        verbose_name=_("minutes as a file"),
    )
    minutes_published_date = models.DateField(
        _("minutes published"),
        null=True,
        blank=True,
        help_text=_("Until there is a date here, only members read them."),
    )

    objects = MeetingQuerySet.as_manager()

    panels = [
        FieldPanel("node"),
        FieldPanel("starts_at"),
        FieldPanel("place"),
        FieldPanel("agenda"),
        InlinePanel("papers", heading=_("Papers, for members only"), label=_("Paper")),
        MultiFieldPanel(
            [
                FieldPanel("minutes_summary"),
                FieldPanel("minutes_document"),
                FieldPanel("minutes_published_date"),
            ],
            heading=_("Minutes"),
        ),
    ]

    class Meta:
        ordering = ["-starts_at"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes_published_date=None)
                | ~Q(minutes_summary="")
                | Q(minutes_document__isnull=False),
                name="published_minutes_say_something",
                violation_error_message=_(
                    "Write what was decided, or add a file, before the minutes are published."
                ),
            )
        ]

    def __str__(self):
        return f"{self.starts_at:%Y-%m-%d} {self.place}"

    @property
    def has_minutes(self) -> bool:
        return bool(self.minutes_summary or self.minutes_document_id)


class MeetingPaper(Orderable):
    meeting = ParentalKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(_("title"), max_length=120)
    document = models.ForeignKey(
        HubDocument, on_delete=models.PROTECT, related_name="papers_of_meetings", verbose_name=_("document")
    )

    panels = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self):
        return self.title
