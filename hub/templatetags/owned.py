"""Addresses of things that belong to a node and are listed by others too."""

from django import template
from django.urls import get_script_prefix

register = template.Library()


@register.simple_tag(takes_context=True)
def address_of(context, item):
    """On the owner's own host, in the language of reading; from elsewhere the owner's full address."""
    path = item.get_absolute_url()
    if item.node_id == context["node"].pk:
        return path
    return item.node.url("/" + path[len(get_script_prefix()) :])
