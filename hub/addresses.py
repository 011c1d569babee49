"""Addresses for another host, where the reader's language prefix means nothing."""

from urllib.parse import quote

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def without_prefix(path: str) -> str:
    """A path that `reverse` answered, without the prefix of the language being read."""
    return "/" + path[len(get_script_prefix()) :]


def plain_reverse(name: str, args=None, kwargs=None) -> str:
    return without_prefix(reverse(name, args=args, kwargs=kwargs))


def at_hub(path: str, *, language: str = "") -> str:
    """A path on the national host, in the language being read or another."""
    language = language or get_language() or settings.LANGUAGE_CODE
    return settings.HUB.base_url + ("" if language == settings.LANGUAGE_CODE else f"/{language}") + path


def on_hub(name: str, *, next_url: str = "", language: str = "") -> str:
    """The address of a named page on the national host, with where to come back to."""
    way_back = f"?next={quote(next_url, safe='')}" if next_url else ""
    return at_hub(plain_reverse(name), language=language) + way_back
