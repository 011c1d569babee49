from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.services import second_factor

register = template.Library()

# In this order: most browsers also name those that they are like.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


@register.filter
def browser_and_system(user_agent: str) -> str:
    """“Firefox, Windows”, as far as the browser tells."""
    found = [
        next((name for mark, name in names.items() if mark in user_agent), "")
        for names in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, found)) or _("Unknown browser")


@register.simple_tag(takes_context=True)
def way_on(context) -> str:
    return second_factor.way_on(context["request"])


@register.simple_tag
def security_breadcrumbs() -> list[tuple[str, str]]:
    """Above the pages that the security page leads to."""
    return [(_("My page"), reverse("hub:my_page")), (_("Signing in and security"), reverse("mfa_index"))]
