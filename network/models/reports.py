"""The yearly progress report of a county. What isn't reported is null, never zero."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from hub.models import NamedInLanguages, NodeOwned
from network.enums import NUMBER_KINDS, Counted, QuestionKind, QuestionSection, ReportStatus
from network.managers import ReportFormQuerySet, ReportQuerySet


class ReportForm(ClusterableModel):
    """What the national level asks of every county about one year."""

    year = models.PositiveSmallIntegerField(_("year reported on"), unique=True)
    opens_date = models.DateField(_("opens"))
    deadline_date = models.DateField(_("deadline"))

    objects = ReportFormQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("year"), FieldPanel("opens_date"), FieldPanel("deadline_date")]),
        InlinePanel("questions", heading=_("Questions"), label=_("Question")),
    ]

    class Meta:
        ordering = ["-year"]
        verbose_name = _("report form")
        verbose_name_plural = _("report forms")
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline_date__gte=models.F("opens_date")),
                name="report_form_deadline_after_it_opens",
            )
        ]

    def __str__(self):
        return str(self.year)


class ReportQuestion(NamedInLanguages, Orderable):
    """One question, after a task that the action plan gives the node or the steering group."""

    form = ParentalKey(ReportForm, on_delete=models.CASCADE, related_name="questions")
    code = models.SlugField(_("code"), max_length=40)
    section = models.CharField(_("section"), max_length=20, choices=QuestionSection)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=QuestionKind)
    counted = models.CharField(
        _("counted by the hub"),
        max_length=24,
        choices=Counted,
        blank=True,
        help_text=_("The node is shown the figure, and confirms it or says why its own is another."),
    )
    help_nb = models.CharField(_("help in bokmål"), max_length=300, blank=True)
    help_nn = models.CharField(_("help in nynorsk"), max_length=300, blank=True)
    help_sv = models.CharField(_("help in Swedish"), max_length=300, blank=True)
    help_en = models.CharField(_("help in English"), max_length=300, blank=True)
    is_required = models.BooleanField(_("must be answered"), default=False)
    is_public = models.BooleanField(_("shown to everybody once submitted"), default=True)

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(fields=["form", "code"], name="question_code_unique_in_form"),
            models.CheckConstraint(
                condition=Q(counted="") | Q(kind=QuestionKind.COUNT),
                name="only_numbers_are_counted",
                violation_error_message=_("The hub counts numbers only. Choose “A number” as the kind."),
            ),
        ]

    @property
    def help(self) -> str:
        return self.in_language("help", get_language())

    @property
    def asks_for_number(self) -> bool:
        return self.kind in NUMBER_KINDS


class Report(NodeOwned):
    """A county's answers to one form. `version` rises with each save: nobody overwrites another unseen."""

    form = models.ForeignKey(
        ReportForm, on_delete=models.PROTECT, related_name="reports", verbose_name=_("report form")
    )
    status = models.CharField(_("status"), max_length=10, choices=ReportStatus, default=ReportStatus.DRAFT)
    version = models.PositiveIntegerField(default=0, editable=False)
    saved_at = models.DateTimeField(_("last saved"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-form__year"]
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        constraints = [
            models.UniqueConstraint(fields=["node", "form"], name="one_report_for_a_year_in_a_node"),
            models.CheckConstraint(
                condition=Q(status=ReportStatus.DRAFT) | Q(submitted_at__isnull=False),
                name="submitted_reports_say_when",
            ),
            models.CheckConstraint(
                condition=~Q(status=ReportStatus.ACCEPTED) | Q(accepted_at__isnull=False),
                name="accepted_reports_say_when",
            ),
        ]

    def __str__(self):
        return f"{self.node} {self.form.year}"

    @property
    def is_draft(self) -> bool:
        return self.status == ReportStatus.DRAFT


class ReportAnswer(models.Model):
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(ReportQuestion, on_delete=models.PROTECT, related_name="+")
    number = models.BigIntegerField(_("answer as a number"), null=True, blank=True)
    text = models.TextField(_("answer in words"), blank=True)
    # What the hub counted when the report was handed in, and why the node's own number is another.
    counted = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    explanation = models.CharField(max_length=600, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(fields=["report", "question"], name="one_answer_to_a_question"),
            models.CheckConstraint(
                condition=Q(number=None) | Q(number__gte=0), name="reported_numbers_not_negative"
            ),
        ]

    def __str__(self):
        return self.text or str(self.number)

    @property
    def value(self) -> int | str | None:
        return self.number if self.number is not None else self.text or None

    @property
    def is_own_figure(self) -> bool:
        """Another number than the one the hub had counted."""
        return self.counted is not None and self.counted != self.number
