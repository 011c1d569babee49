"""Sorting as the language sorts: æ, ø, å last in Norwegian, å, ä, ö last in Swedish.

Databases sort by code point or by the server's own collation, which differ between
SQLite and PostgreSQL, so the short lists that people read are sorted here.
"""

import unicodedata

from django.utils.translation import get_language

LAST_LETTERS = {
    "nb": {"æ": 1, "ä": 1, "ø": 2, "ö": 2, "å": 3},
    "nn": {"æ": 1, "ä": 1, "ø": 2, "ö": 2, "å": 3},
    "sv": {"å": 1, "ä": 2, "æ": 2, "ö": 3, "ø": 3},
}


def sort_key(text: str, language: str | None = None) -> tuple:
    """A key for `sorted`, by the given or the active language. Case counts only between equal texts."""
    last = LAST_LETTERS.get(language or get_language() or "nb", {})
    letters = unicodedata.normalize("NFC", text).lower()
    return tuple(key_of(letter, last) for letter in letters), text


def key_of(letter: str, last: dict[str, int]) -> tuple[int, str]:
    if letter in last:
        return ord("z") + last[letter], ""
    plain = unicodedata.normalize("NFD", letter)[0]
    return ord(plain), letter
