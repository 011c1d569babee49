from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.enums import Language


class NoticeQuerySet(models.QuerySet):
    def on_at(self, moment):
        return self.filter(starts_at__lte=moment).filter(Q(ends_at=None) | Q(ends_at__gt=moment))


class Notice(models.Model):
    """A line that the national level shows on top of every node's pages."""

    class Kind(models.TextChoices):
        INFORMATION = "information", _("Information")
        OUTAGE = "outage", _("Planned outage")
        HEARING = "hearing", _("Hearing open")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.INFORMATION)
    text_nb = models.CharField(_("text in bokmål"), max_length=240)
    text_nn = models.CharField(_("text in nynorsk"), max_length=240, blank=True)
    text_sv = models.CharField(_("text in Swedish"), max_length=240, blank=True)
    text_en = models.CharField(_("text in English"), max_length=240, blank=True)
    link = models.URLField(_("link"), blank=True)
    starts_at = models.DateTimeField(_("shown from"))
    ends_at = models.DateTimeField(_("shown until"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")), name="notice_ends_after_it_starts"
            )
        ]

    def __str__(self):
        return self.text

    @property
    def language(self) -> str:
        """The language that `text` is in, for the lang attribute."""
        code = get_language()
        return code if code in Language.values and getattr(self, f"text_{code}") else Language.BOKMAL

    @property
    def text(self) -> str:
        return getattr(self, f"text_{self.language}")

    text.fget.short_description = _("text")  # type: ignore[attr-defined]
