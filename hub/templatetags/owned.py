"""Addresses of things that belong to a node and are listed by others too."""

from django import template

from hub.addresses import without_prefix

register = template.Library()


@register.simple_tag(takes_context=True)
def address_of(context, item):
    """On the owner's own host, in the language of reading; from elsewhere the owner's full address."""
    path = item.get_absolute_url()
    return path if item.node_id == context["node"].pk else at_node(item.node, path)


@register.simple_tag
def at_node(node, path):
    """A path that `reverse` answered, in full on the node's host and in its main language."""
    return node.url(without_prefix(path))
