"""Text into words: where they stand, and in one spelling."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 60
SAME_LETTER = str.maketrans({"ä": "æ", "ö": "ø", "ß": "s", "đ": "d", "ŋ": "n", "ŧ": "t"})
# How the Nordic letters are written on a keyboard without them.
WRITTEN_OUT = re.compile("ae|oe|aa")
LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
NORDIC = frozenset("æøå")


class Word(NamedTuple):
    text: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """One spelling: ä, ae and æ are one letter, and so on; other letters lose their accents."""
    lowered = unicodedata.normalize("NFC", word.casefold()).translate(SAME_LETTER)
    if not lowered.isascii():
        lowered = "".join(letter if letter in NORDIC else without_accent(letter) for letter in lowered)
    return WRITTEN_OUT.sub(lambda match: LETTERS[match[0]], lowered)


def without_accent(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


def words_in(text: str) -> Iterator[Word]:
    for match in WORD.finditer(text):
        yield Word(fold(match[0][:LONGEST_WORD]), match.start(), match.end())


def folded_words(text: str) -> list[str]:
    return [fold(word[:LONGEST_WORD]) for word in WORD.findall(text)]


def clean(text: str, *, longest: int) -> str:
    """Typed text on one line without control characters, cut to what is read."""
    one_line = " ".join(text[: longest * 4].split())
    kept = "".join(letter for letter in one_line if unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", kept)[:longest].strip()


def words_of_file(name: str) -> list[str]:
    """Words of a list beside this module; lines that begin with # explain it."""
    text = files("search.analysis").joinpath(name).read_text("utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
