"""Addresses for another host, where the reader's language prefix means nothing."""

from django.urls import get_script_prefix, reverse


def without_prefix(path: str) -> str:
    """A path that `reverse` answered, without the prefix of the language being read."""
    return "/" + path[len(get_script_prefix()) :]


def plain_reverse(name: str, args=None, kwargs=None) -> str:
    return without_prefix(reverse(name, args=args, kwargs=kwargs))
