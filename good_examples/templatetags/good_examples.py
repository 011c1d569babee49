"""What an example gave, in words and figures of the reader's language."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from good_examples.enums import Basis, Period
from hub.templatetags.hub import number

register = template.Library()

MILLION = Decimal(1_000_000)

CO2_LABELS = {
    Period.ONCE: lambda: _("CO₂ equivalents saved"),
    Period.YEAR: lambda: _("CO₂ equivalents saved a year"),
    Period.CONTRACT: lambda: _("CO₂ equivalents saved over the contract"),
}
SAVED_LABELS = {
    Period.ONCE: lambda: _("saved"),
    Period.YEAR: lambda: _("saved a year"),
    Period.CONTRACT: lambda: _("saved over the contract"),
}
DEARER_LABELS = {
    Period.ONCE: lambda: _("dearer"),
    Period.YEAR: lambda: _("dearer a year"),
    Period.CONTRACT: lambda: _("dearer over the contract"),
}
CURRENCIES = {
    "NOK": lambda: pgettext("currency after an amount", "NOK"),
    "SEK": lambda: pgettext("currency after an amount", "SEK"),
    "DKK": lambda: pgettext("currency after an amount", "DKK"),
    "EUR": lambda: pgettext("currency after an amount", "EUR"),
}


def plain(value: Decimal) -> Decimal:
    """Without zeros after the decimal sign."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


@register.filter
def money(amount, currency):
    """“1,4 mill. kr”, “310 000 kr”; a dash where nothing is reported."""
    if amount is None:
        return "–"
    unit = CURRENCIES[currency]()
    if abs(amount) >= MILLION:
        return _("%(amount)s million %(unit)s") % {
            "amount": number(plain(round(amount / MILLION, 1))),
            "unit": unit,
        }
    return _("%(amount)s %(unit)s") % {"amount": number(plain(round(amount, 0))), "unit": unit}


@register.filter
def tonnes(amount):
    if amount is None:
        return "–"
    return ngettext("%s tonne", "%s tonnes", 1 if amount == 1 else 2) % number(plain(amount))


def co2_figure(example):
    if example.co2_tonnes is not None:
        label = CO2_LABELS[example.co2_period]()
        return {"figure": tonnes(example.co2_tonnes), "label": with_basis(label, example.co2_basis)}
    return None


def money_figure(example):
    if example.saved_amount is None:
        return None
    labels = DEARER_LABELS if example.saved_amount < 0 else SAVED_LABELS
    label = with_basis(labels[example.saved_period](), example.saved_basis)
    return {"figure": money(abs(example.saved_amount), example.currency), "label": label}


def with_basis(label, basis):
    """What has not happened yet says so beside the figure."""
    return _("%s, expected") % label if basis == Basis.EXPECTED else label


def own_figure(example):
    if example.number:
        return {"figure": example.number, "label": example.number_label, "language": example.language}
    return None


@register.filter
def figures(example):
    """All that was reported, what says most first."""
    return [figure for figure in (own_figure(example), co2_figure(example), money_figure(example)) if figure]


@register.filter
def headline(example):
    return next(iter(figures(example)), None)
