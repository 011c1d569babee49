"""What one version says that another did not."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import cast

from django.db.models import Field

from criteria_library.models import CriterionVersion, VersionText
from criteria_library.queries.texts import shown_text

WORD = re.compile(r"\n+|[^\S\n]+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """A run of text: `same`, `gone` (only in the earlier) or `new` (only in the later)."""

    kind: str
    text: str


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
    before, after = WORD.findall(old), WORD.findall(new)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(after[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(Piece("gone", "".join(before[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("new", "".join(after[j1:j2])))
    return pieces
