"""Who hears by e-mail of changes to a criterion or a product group, and what they are yet to hear."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from criteria_library.models.criteria import Criterion
from criteria_library.models.versions import CriterionVersion
from hub.enums import Language
from hub.models import Node, ProductGroup


class Follow(models.Model):
    """One address that follows one thing. Nothing is sent before it is confirmed."""

    email = models.EmailField(_("e-mail"))
    criterion = models.ForeignKey(
        Criterion, on_delete=models.CASCADE, null=True, blank=True, related_name="follows"
    )
    product_group = models.ForeignKey(
        ProductGroup, on_delete=models.CASCADE, null=True, blank=True, related_name="follows"
    )
    # The site it was asked for on: its links lead there.
    asked_on = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="follows")
    language = models.CharField(max_length=2, choices=Language, default=Language.BOKMAL)
    asked_at = models.DateTimeField(_("asked for"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        ordering = ["email", "pk"]
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        constraints = [
            models.CheckConstraint(
                condition=Q(criterion=None, product_group__isnull=False)
                | Q(criterion__isnull=False, product_group=None),
                name="one_follows_one_thing",
            ),
            models.UniqueConstraint(
                Lower("email"), "criterion", condition=Q(product_group=None), name="one_follow_of_a_criterion"
            ),
            models.UniqueConstraint(
                Lower("email"), "product_group", condition=Q(criterion=None), name="one_follow_of_a_group"
            ),
        ]

    def __str__(self):
        return str(self.criterion or self.product_group)

    def save(self, *args, **kwargs):
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)


class FollowedChange(models.Model):
    """What a follower has not been told yet. A criterion without a version was withdrawn."""

    follow = models.ForeignKey(Follow, on_delete=models.CASCADE, related_name="changes")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(
        CriterionVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["criterion__identifier", "pk"]
        verbose_name = _("change to tell of")
        verbose_name_plural = _("changes to tell of")

    def __str__(self):
        return f"{self.follow_id}: {self.version or self.criterion}"
