"""What one version says that another did not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import cast

from django.db.models import Field

from criteria_library.markup import STRONG
from criteria_library.models import CriterionVersion, VersionText
from criteria_library.queries.texts import shown_text

WORD = re.compile(r"\n+|[^\S\n]+|[^\s]+")
# A word, and whether it is bold: a word made bold is a change.
Word = tuple[str, bool]


@dataclass(frozen=True)
class Piece:
    """A run of text: `same`, `gone` (only in the earlier) or `new` (only in the later)."""

    kind: str
    text: str
    is_strong: bool = False


@dataclass(frozen=True)
class FieldDifference:
    name: str
    label: str
    pieces: list[Piece]


def version_differences(
    earlier: CriterionVersion, later: CriterionVersion, *, language: str
) -> list[FieldDifference]:
    """The fields that differ, compared in the language in which both exist."""
    new = shown_text(later, language=language).text
    old = {text.language: text for text in earlier.texts.all()}
    if new.language not in old:
        new = shown_text(later, language=later.criterion.original_language).text
    return field_differences(old[new.language], new)


def label_of(name: str) -> str:
    return str(cast(Field, VersionText._meta.get_field(name)).verbose_name)


def field_differences(old: VersionText, new: VersionText) -> list[FieldDifference]:
    return [
        FieldDifference(name=name, label=label_of(name), pieces=pieces)
        for name in VersionText.TEXTS
        if getattr(old, name) != getattr(new, name)
        for pieces in [word_differences(getattr(old, name), getattr(new, name))]
    ]


def word_differences(old: str, new: str) -> list[Piece]:
    before, after = words_of(old), words_of(new)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            pieces += pieces_of("same", after[j1:j2])
        else:
            pieces += [*pieces_of("gone", before[i1:i2]), *pieces_of("new", after[j1:j2])]
    return pieces


def words_of(text: str) -> list[Word]:
    parts = enumerate(STRONG.split(text))
    return [(word, number % 2 == 1) for number, part in parts for word in WORD.findall(part)]


def pieces_of(kind: str, words: list[Word]) -> Iterator[Piece]:
    for is_strong, group in groupby(words, lambda word: word[1]):
        yield Piece(kind, "".join(word for word, _strong in group), is_strong)
