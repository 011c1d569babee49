"""What stands around a criterion: its neighbours, what is known to be wrong, and its reviews."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from criteria_library.enums import RelationKind, ReviewOutcome
from criteria_library.models.criteria import Criterion


class Relation(models.Model):
    criterion = ParentalKey(Criterion, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(
        Criterion,
        on_delete=models.CASCADE,
        related_name="relations_from_others",
        verbose_name=_("other criterion"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=RelationKind, default=RelationKind.GOES_WITH)

    class Meta:
        ordering = ["kind", "other__identifier"]
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["criterion", "other", "kind"], name="one_relation_of_a_kind"),
            models.CheckConstraint(
                condition=~models.Q(criterion=models.F("other")),
                name="no_criterion_relates_to_itself",
                violation_error_message=_("A criterion can't include or go with itself."),
            ),
        ]

    def __str__(self):
        return f"{self.criterion_id} {self.kind} {self.other_id}"


class KnownProblem(models.Model):
    """Shown above the text until it is solved."""

    criterion = ParentalKey(Criterion, on_delete=models.CASCADE, related_name="known_problems")
    noted_date = models.DateField(_("noted"))
    text = models.TextField(_("what is wrong, and what to do meanwhile"))
    solved_date = models.DateField(_("solved"), null=True, blank=True)

    class Meta:
        ordering = ["-noted_date"]
        verbose_name = _("known problem")
        verbose_name_plural = _("known problems")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(solved_date=None) | models.Q(solved_date__gte=models.F("noted_date")),
                name="problems_are_solved_after_they_are_noted",
                violation_error_message=_("A problem can't be solved before it was noted."),
            )
        ]

    def __str__(self):
        return self.text[:60]


class Review(models.Model):
    """One act of review: checked and kept, revised or withdrawn, by a role on a day."""

    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="reviews")
    reviewed_date = models.DateField(_("reviewed"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=ReviewOutcome)
    role = models.CharField(_("by (role)"), max_length=80)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["-reviewed_date", "-pk"]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def __str__(self):
        return f"{self.reviewed_date} {self.get_outcome_display()}"
