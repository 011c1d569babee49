"""Walks the URL resolver."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import get_resolver


@dataclass(frozen=True)
class Address:
    """A name, or for an address without one the pattern itself, and its parameters' converters."""

    name: str
    parameters: dict
    route: str


def all_addresses() -> list[Address]:
    return list(walk(get_resolver().url_patterns))


def walk(patterns, namespace="", route="", parameters=None) -> Iterator[Address]:
    for entry in patterns:
        whole = route + str(entry.pattern)
        converters = {**(parameters or {}), **parameters_of(entry.pattern)}
        if hasattr(entry, "url_patterns"):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from walk(entry.url_patterns, inner, whole, converters)
        else:
            yield Address(namespace + entry.name if entry.name else f"/{whole}", converters, whole)


def parameters_of(pattern) -> dict:
    if hasattr(pattern, "regex") and not pattern.converters:
        return dict.fromkeys(pattern.regex.groupindex, str)
    return {
        name: int if type(converter).__name__ == "IntConverter" else str
        for name, converter in pattern.converters.items()
    }
