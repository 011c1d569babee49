"""What pages show that is not their own."""

import re

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub import slots
from hub.enums import Permission
from hub.permissions import has_permission
from hub.queries.pages import articles_below, contact_page, national_articles, news_of

register = template.Library()

IS_NUMBER = re.compile(r"[−-]?\d[\d\s.,]*(\s?%|\s?kr)?")


@register.simple_tag(takes_context=True)
def front_sections(context):
    request = context["request"]
    return slots.front_sections.shown(request, request.node)


@register.simple_tag(takes_context=True)
def newest_news(context, limit=3):
    return list(news_of(context["node"], get_language())[:limit])


@register.simple_tag(takes_context=True)
def own_articles(context):
    return articles_below(context["node"], get_language())


@register.simple_tag
def articles_for_all():
    return national_articles(get_language())


@register.simple_tag(takes_context=True)
def contact_of(context):
    """The node's contact page, or nothing where it has been taken off the air."""
    return contact_page(context["node"], get_language())


@register.simple_tag(takes_context=True)
def contact_facts(context, page=None):
    """Pairs of name and value; what isn't known is left out by the component."""
    node = context["node"]
    pages = [page, contact_page(node, node.main_language)]
    role = in_language(node.contact_role, node.main_language)
    return [
        (_("Who answers"), first_told(pages, "who_answers") or role),
        (_("When we answer"), first_told(pages, "office_hours")),
        (_("Visiting address"), first_told(pages, "visiting_address")),
    ]


def first_told(pages, field) -> str:
    """What the first of the pages says; a translation that says nothing leaves it to the original."""
    told = (in_language(getattr(page, field), page.locale.language_code) for page in pages if page)
    return next(filter(None, told), "")


def in_language(text: str, code: str) -> str:
    """Marked with its language where that isn't the page's."""
    return format_html('<span lang="{}">{}</span>', code, text) if text and code != get_language() else text


@register.filter
def numeric_columns(rows) -> set[int]:
    """The columns where every cell that isn't empty holds a number; the first names the row, like a year."""
    columns = list(zip(*rows, strict=False))
    return {
        place
        for place, cells in enumerate(columns)
        if place and any(cells) and all(IS_NUMBER.fullmatch(str(cell)) for cell in cells if cell)
    }


@register.inclusion_tag("hub/pages/edit_link.html", takes_context=True)
def edit_link(context, page):
    """For those who may change the page: the way to it in the editing pages, which are on the hub's host."""
    request, node = context["request"], context["node"]
    user = getattr(request, "user", None)
    # A national article that the node shows is not the node's to edit.
    own = bool(page and page.pk and page.full_url and page.full_url.startswith(node.url("/")))
    may = own and bool(user) and has_permission(user, Permission.EDIT_PAGES, node=node)
    return {"may": may and not getattr(request, "is_preview", False), "page": page, "hub": context["hub"]}
