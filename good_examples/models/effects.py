from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from good_examples.enums import Basis, Currency, Period


class Effects(models.Model):
    """What it gave. An empty amount is one that was not reported, which is not the same as zero."""

    number = models.CharField(
        _("the number to show first"),
        max_length=30,
        blank=True,
        help_text=_("Only where another number says more than tonnes and money, like “−38 %”."),
    )
    number_label = models.CharField(
        _("what the number is"), max_length=80, blank=True, help_text=_("Like “emissions for each delivery”.")
    )
    co2_tonnes = models.DecimalField(
        _("CO₂ saved, in tonnes"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_(
            "Tonnes of CO₂ equivalents. Leave it empty where nobody has counted; zero means counted and none."
        ),
    )
    co2_period = models.CharField(_("CO₂ covers"), max_length=10, choices=Period, default=Period.ONCE)
    co2_basis = models.CharField(_("CO₂ is"), max_length=10, choices=Basis, default=Basis.CALCULATED)
    saved_amount = models.DecimalField(
        _("money saved"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("With a minus where it cost more. Leave it empty where nobody has counted."),
    )
    saved_period = models.CharField(_("money covers"), max_length=10, choices=Period, default=Period.ONCE)
    saved_basis = models.CharField(_("money is"), max_length=10, choices=Basis, default=Basis.CALCULATED)
    contract_value = models.DecimalField(
        _("value of the contract"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    support_amount = models.DecimalField(
        _("grant received"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency, default=Currency.NOK)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(number="", number_label="") | ~Q(number="") & ~Q(number_label=""),
                name="%(class)s_number_says_what_it_is",
                violation_error_message=_("Write both the number and what it is, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(contract_value=None) | Q(contract_value__gte=0),
                name="%(class)s_value_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(support_amount=None) | Q(support_amount__gte=0),
                name="%(class)s_grant_is_not_negative",
            ),
        ]
