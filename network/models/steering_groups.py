"""The leaders who answer for the work in a county, what they were asked to do and what they promised."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from hub.models import NodeOwned, Organisation
from network.enums import CommitmentState, SeatBody


class SteeringGroup(NodeOwned, ClusterableModel):
    mandate = models.TextField(
        _("mandate"),
        help_text=_(
            "What the group is asked to do, in five lines: choose the node, find resources, anchor the work."
        ),
    )
    leader_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("led by")
    )
    secretariat = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("secretariat"),
    )
    established_date = models.DateField(_("established"), null=True, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)

    panels = [
        FieldPanel("node"),
        FieldPanel("mandate"),
        MultiFieldPanel(
            [FieldPanel("leader_organisation"), FieldPanel("secretariat")], heading=_("Who runs it")
        ),
        FieldPanel("established_date"),
        FieldPanel("contact_email"),
        InlinePanel("seats", heading=_("Who sits there"), label=_("Seat")),
        InlinePanel("commitments", heading=_("What we promised"), label=_("Promise")),
    ]

    class Meta:
        verbose_name = _("steering group")
        verbose_name_plural = _("steering groups")
        constraints = [models.UniqueConstraint(fields=["node"], name="one_steering_group_in_a_node")]

    def __str__(self):
        return str(self.node)


class Seat(Orderable):
    """A place in the group by role; a name only where the person has said yes to it."""

    steering_group = ParentalKey(SteeringGroup, on_delete=models.CASCADE, related_name="seats")
    body = models.CharField(_("speaks for"), max_length=20, choices=SeatBody)
    role = models.CharField(
        _("role"), max_length=100, help_text=_("As “head of procurement”, not a person's name.")
    )
    organisation_name = models.CharField(_("organisation"), max_length=120)
    leads = models.BooleanField(_("leads the group"), default=False)
    person_name = models.CharField(_("name"), max_length=120, blank=True)
    has_consented = models.BooleanField(_("the person agrees to be named"), default=False)

    panels = [
        FieldPanel("body"),
        FieldPanel("role"),
        FieldPanel("organisation_name"),
        FieldPanel("leads"),
        FieldPanel("person_name"),
        FieldPanel("has_consented"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.CheckConstraint(
                condition=Q(person_name="") | Q(has_consented=True), name="names_only_with_consent",
                violation_error_message=_("Leave the name out, or tick that the person agrees to be named."),
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.role}, {self.organisation_name}"


class Commitment(Orderable):
    """One thing the group has promised for a year, and where it stands."""

    steering_group = ParentalKey(SteeringGroup, on_delete=models.CASCADE, related_name="commitments")
    year = models.PositiveSmallIntegerField(_("year"))
    text = models.CharField(
        _("promise"), max_length=240, help_text=_("Something a reader can check at the year's end.")
    )
    state = models.CharField(
        _("where it stands"), max_length=12, choices=CommitmentState, default=CommitmentState.NOT_STARTED
    )
    comment = models.CharField(_("in a sentence"), max_length=300, blank=True)

    panels = [FieldPanel("year"), FieldPanel("text"), FieldPanel("state"), FieldPanel("comment")]

    class Meta(Orderable.Meta):
        verbose_name = _("promise")
        verbose_name_plural = _("promises")

    def __str__(self):
        return self.text

    @property
    def color(self) -> str:
        colors: dict[str, str] = {CommitmentState.DONE: "success", CommitmentState.UNDER_WAY: "info"}
        return colors.get(self.state, "neutral")
