"""What every page's frame needs."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.addresses import on_hub
from hub.enums import Language
from hub.queries import national_node, notices_shown_in


def site(request):
    node = getattr(request, "node", None)
    if node is None:
        return {}
    return {
        "hub": settings.HUB,
        "node": node,
        "national_node": SimpleLazyObject(lambda: node if node.is_national else national_node()),
        "doors": doors(request, node),
        "languages": languages(request, node),
        "canonical_url": node.url(request.path),
        "notices": SimpleLazyObject(lambda: notices_shown_in(node)),
        "my_page_url": on_hub("hub:my_page"),
        "sign_in_url": on_hub("account_login", next_url=node.url(request.get_full_path())),
    }


def doors(request, node) -> list[dict]:
    """Never more than five, in the order in which they are used."""
    rows = [
        (_("Criteria"), "criteria_library:list"),
        (_("Courses"), "courses:list"),
        (_("Examples"), "good_examples:list"),
        (_("Nodes"), "network:nodes")
        if node.is_national
        else (_("Steering group"), "network:steering_group"),
        (_("About us"), "hub:about"),
    ]
    return [door(request, label, reverse(name)) for label, name in rows]


def door(request, label, url) -> dict:
    return {"label": label, "url": url, "current": request.path.startswith(url)}


def languages(request, node) -> list[dict]:
    """The languages this page may be read in; empty where there is no choice."""
    codes = [node.main_language, *node.other_languages]
    if len(codes) < 2:
        return []
    path = request.path_info.lstrip("/")
    return [
        {
            "code": code,
            "name": Language(code).label,
            "url": f"/{path}" if code == node.main_language else f"/{code}/{path}",
            "current": code == get_language(),
        }
        for code in codes
    ]
