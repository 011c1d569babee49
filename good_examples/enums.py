from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Country(TextChoices):
    NORWAY = "NO", _("Norway")
    SWEDEN = "SE", _("Sweden")
    DENMARK = "DK", _("Denmark")
    FINLAND = "FI", _("Finland")
    OTHER = "ZZ", _("Another country")


class Currency(TextChoices):
    NOK = "NOK", _("Norwegian kroner")
    SEK = "SEK", _("Swedish kronor")
    DKK = "DKK", _("Danish kroner")
    EUR = "EUR", _("euro")


class Procedure(TextChoices):
    OPEN = "open", _("Open procedure")
    RESTRICTED = "restricted", _("Restricted procedure")
    NEGOTIATED = "negotiated", _("Competition with negotiation")
    BELOW_THRESHOLD = "below_threshold", _("Below the thresholds")
    CALL_OFF = "call_off", _("Call-off from a framework agreement")
    GRANT = "grant", _("Grant")
    OTHER = "other", _("Other")


class Period(TextChoices):
    """What an amount covers."""

    ONCE = "once", _("once")
    YEAR = "year", _("a year")
    CONTRACT = "contract", _("over the contract")


class Basis(TextChoices):
    """How sure an amount is."""

    MEASURED = "measured", _("measured")
    CALCULATED = "calculated", _("calculated")
    EXPECTED = "expected", _("expected")
