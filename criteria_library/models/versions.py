"""What was published, and never changes afterwards. A buyer cites `TEX-004 v3`."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import SHOWN_TEXTS, TextState
from criteria_library.managers import ImmutableQuerySet, VersionNeverChanges
from criteria_library.models.content import Substance, Wording


class WrittenOnce(models.Model):
    """The database refuses changes too, by triggers: see the migration `versions_never_change`."""

    objects = ImmutableQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise VersionNeverChanges
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise VersionNeverChanges


class CriterionVersion(WrittenOnce, Substance):
    criterion = models.ForeignKey(
        "criteria_library.Criterion",
        on_delete=models.PROTECT,
        related_name="versions",
        verbose_name=_("criterion"),
    )
    number = models.PositiveSmallIntegerField(_("version"))
    published_at = models.DateTimeField(_("published"))
    valid_from = models.DateField(_("valid from"))
    change_note = models.TextField(_("what has changed"), blank=True)
    approval = models.OneToOneField(
        "criteria_library.Approval",
        on_delete=models.PROTECT,
        related_name="version",
        verbose_name=_("approval"),
    )

    class Meta(Substance.Meta):
        abstract = False
        ordering = ["-number"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            *Substance.Meta.constraints,
            models.UniqueConstraint(fields=["criterion", "number"], name="one_version_of_each_number"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="versions_count_from_1"),
        ]

    def __str__(self):
        return f"{self.criterion.identifier} v{self.number}"

    def get_absolute_url(self):
        return reverse("criteria_library:version", args=[self.criterion.identifier, self.number])


class VersionText(WrittenOnce, Wording):
    version = models.ForeignKey(
        CriterionVersion, on_delete=models.PROTECT, related_name="texts", verbose_name=_("version")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[(state.value, state.label) for state in TextState if state in SHOWN_TEXTS],
        default=TextState.CHECKED,
    )

    class Meta:
        ordering = ["version", "language"]
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language"], name="one_text_of_a_version_in_a_language"
            )
        ]

    def __str__(self):
        return f"{self.version} ({self.language})"
