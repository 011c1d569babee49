"""What pages show that is not their own."""

from django import template

from hub import slots

register = template.Library()


@register.simple_tag(takes_context=True)
def front_sections(context):
    request = context["request"]
    return slots.front_sections.shown(request, request.node)
