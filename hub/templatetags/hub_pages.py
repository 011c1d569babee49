"""What pages show that is not their own."""

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub import slots
from hub.enums import Permission
from hub.permissions import has_permission
from hub.queries.pages import articles_below, contact_page, national_articles, news_of

register = template.Library()


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
    return [
        (_("Who answers"), (page and page.who_answers) or node.contact_role),
        (_("When we answer"), page and page.office_hours),
        (_("Visiting address"), page and page.visiting_address),
    ]


@register.inclusion_tag("hub/pages/edit_link.html", takes_context=True)
def edit_link(context, page):
    """For those who may change the page: the way to it in the editing pages, which are on the hub's host."""
    request, node = context["request"], context["node"]
    user = getattr(request, "user", None)
    # A national article that the node shows is not the node's to edit.
    own = bool(page and page.pk and page.full_url and page.full_url.startswith(node.url("/")))
    may = own and bool(user) and has_permission(user, Permission.EDIT_PAGES, node=node)
    return {"may": may and not getattr(request, "is_preview", False), "page": page, "hub": context["hub"]}
