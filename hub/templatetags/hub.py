"""Dates, numbers and the tile mark as every page shows them."""

import datetime

from django import template
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from hub.queries import counties_with_tile, nodes_on_the_map

register = template.Library()

DAY = {"nb": "j. F", "nn": "j. F", "sv": "j F", "en": "j F"}
# The hour never stands alone at the start of a line.
CLOCK_WORD = {"nb": "kl.\u00a0", "nn": "kl.\u00a0", "sv": "kl.\u00a0", "en": ""}


def local(value):
    return timezone.localtime(value) if isinstance(value, datetime.datetime) else value


def language() -> str:
    code = (get_language() or "nb")[:2]
    return code if code in DAY else "nb"


def day_text(value, pattern=DAY, *, weekday=False) -> str:
    """The year is left out where it is this year's."""
    year = "" if value.year == timezone.localdate().year else " Y"
    return format_date(value, ("l " if weekday else "") + pattern[language()] + year)


def clock(value) -> str:
    """“9” or “9.30”: the way times are written in a Scandinavian sentence; English keeps the minutes."""
    if language() == "en":
        return f"{value.hour}:{value.minute:02}"
    return f"{value.hour}.{value.minute:02}" if value.minute else f"{value.hour}"


@register.filter
def day(value):
    """3. desember"""
    return day_text(local(value)) if value else ""


@register.filter
def weekday(value):
    """onsdag 3. desember"""
    return day_text(local(value), weekday=True) if value else ""


@register.filter
def day_and_time(value):
    """3. desember kl. 9.30"""
    if not value:
        return ""
    value = local(value)
    separator = ", " if language() == "en" else " "
    return f"{day_text(value)}{separator}{CLOCK_WORD[language()]}{clock(value)}"


@register.filter
def clock_time(value):
    """kl. 9.30"""
    return f"{CLOCK_WORD[language()]}{clock(local(value))}"


@register.filter
def month(value):
    """juni 2026"""
    return format_date(local(value), "F Y") if value else ""


@register.simple_tag
def when(starts, ends=None):
    """onsdag 3. desember kl. 9–15, or both days where it lasts longer."""
    starts, ends = local(starts), local(ends)
    separator = ", " if language() == "en" else " "
    begin = f"{day_text(starts, weekday=True)}{separator}{CLOCK_WORD[language()]}{clock(starts)}"
    if ends is None:
        return begin
    if ends.date() == starts.date():
        return f"{begin}–{clock(ends)}"
    return f"{begin} – {day_text(ends, weekday=True)}{separator}{CLOCK_WORD[language()]}{clock(ends)}"


@register.simple_tag
def hours(starts, ends):
    """kl. 9–15"""
    return f"{CLOCK_WORD[language()]}{clock(local(starts))}–{clock(local(ends))}"


@register.inclusion_tag("hub/components/date_block.html")
def date_block(value):
    value = local(value)
    day_of = value.date() if isinstance(value, datetime.datetime) else value
    today = timezone.localdate()
    return {
        "value": value,
        "day": day_of.day,
        "month": short_month(day_of),
        "year": day_of.year if day_of.year != today.year else None,
        "past": day_of < today,
    }


def short_month(value) -> str:
    """Months have a small letter in the Scandinavian languages, in Django's short forms too."""
    name = format_date(value, "M").rstrip(".")
    return name if language() == "en" else name.lower()


@register.filter
def number(value, decimals=None):
    """1 234,5 with the language's signs and a true minus; what is not reported is a dash, never a zero."""
    if value is None or value == "":
        return "–"
    text = number_format(value, decimal_pos=decimals, use_l10n=True, force_grouping=True)
    return text.replace("-", "\u2212", 1) if text.startswith("-") else text


@register.simple_tag
def node_places():
    """The nodes as places on the map of tiles, to walk from one site to another."""
    return [
        {
            "name": node.county.name,
            "column": node.county.tile_column,
            "row": node.county.tile_row,
            "css": f"is-{node.status}",
            "status": node.get_status_display(),
            "url": node.url(),
        }
        for node in nodes_on_the_map()
    ]


@register.filter
def lang_if_other(code):
    """lang="nn" where a text is in another language than the page, nothing where it is in the page's."""
    return "" if not code or code == get_language() else format_html(' lang="{}"', code)


@register.filter
def named(item):
    """The name of a shared list's row, marked with its language where bokmål stands in for a missing one."""
    code = get_language()
    if not item:
        return ""
    own = getattr(item, f"name_{code}", None)
    return own if own or code == "nb" else format_html('<span lang="nb">{}</span>', item.name)


@register.simple_tag(takes_context=True)
def tiles(context):
    """The tiles of today's counties, asked for once in a request."""
    request = context.get("request")
    if request is None:
        return counties_with_tile(timezone.localdate())
    if not hasattr(request, "_tiles"):
        request._tiles = counties_with_tile(timezone.localdate())
    return request._tiles


@register.inclusion_tag("hub/components/tiles.html", takes_context=True)
def tile_mark(context, node=None):
    """The mark, with the node's own tile filled; with all of them for the national level."""
    own = getattr(node, "county_id", None)
    rows = tiles(context)
    return {
        "tiles": [
            {"x": county.tile_column * 12, "y": county.tile_row * 12, "own": own is None or county.pk == own}
            for county in rows
        ],
        "width": max((county.tile_column for county in rows), default=5) * 12 + 10,
        "height": max((county.tile_row for county in rows), default=6) * 12 + 10,
    }


@register.simple_block_tag
def kept(content):
    """Renders what is inside once, so that it can be said again: {% kept as title %}…{% endkept %}."""
    return SafeString(content.strip())


@register.filter
def page_range(paginator, number):
    return paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
