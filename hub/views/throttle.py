"""Keeps one address from filling in a form for the whole country."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache

TRIES = 20
SECONDS = 600


def is_throttled(request, form: str) -> bool:
    """Counts this try. Generous, since a whole municipality may come from one address."""
    key = f"throttle.{form}.{get_adapter(request).get_client_ip(request)}"
    cache.add(key, 0, SECONDS)
    try:
        return cache.incr(key) > TRIES
    except ValueError:  # the count ran out between the two lines
        return False
