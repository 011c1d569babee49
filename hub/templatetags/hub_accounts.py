from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.services import second_factor

register = template.Library()


@register.simple_tag(takes_context=True)
def way_on(context) -> str:
    return second_factor.way_on(context["request"])


@register.simple_tag
def security_breadcrumbs() -> list[tuple[str, str]]:
    """Above the pages that the security page leads to."""
    return [(_("My page"), reverse("hub:my_page")), (_("Signing in and security"), reverse("mfa_index"))]
