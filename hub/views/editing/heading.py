from django.urls import reverse
from django.utils.translation import gettext as _


def heading(title: str, icon: str) -> dict:
    """What Wagtail's frame for a page of the admin wants to know."""
    home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
    return {
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [home, {"url": "", "label": title}],
    }
