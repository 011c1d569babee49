"""What one version says that another did not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import cast

from django.db.models import Field
from django.utils.translation import gettext

from criteria_library.markup import STRONG
from criteria_library.models import CriterionVersion, VersionText
from criteria_library.queries.texts import shown_text

WORD = re.compile(r"\n+|[^\S\n]+|[^\s]+")
# Stands before a bold word and in no text: a word made bold is another word.
BOLD = "\0"
# Whether it is the same, and where it begins and ends before and after.
Run = tuple[bool, int, int, int, int]


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
    # Of the texts that were compared; none for what is told in the page's own words.
    language: str = ""


def version_differences(
    earlier: CriterionVersion, later: CriterionVersion, *, language: str
) -> list[FieldDifference]:
    """What differs in how it is used, then the fields, compared in the language in which both exist."""
    new = shown_text(later, language=language).text
    old = {text.language: text for text in earlier.texts.all()}
    if new.language not in old:
        new = shown_text(later, language=later.criterion.original_language).text
    return [*substance_differences(earlier, later), *field_differences(old[new.language], new)]


def substance_differences(earlier: CriterionVersion, later: CriterionVersion) -> Iterator[FieldDifference]:
    before, after = substance_of(earlier), substance_of(later)
    for label in dict.fromkeys([*before, *after]):
        old, new = before.get(label, ""), after.get(label, "")
        if old != new:
            yield FieldDifference(name="", label=label, pieces=word_differences(old, new))


def substance_of(version: CriterionVersion) -> dict[str, str]:
    """How it is used, by what it is called on the page."""
    codes = {name: [words or code for code, words in pairs] for name, pairs in version.notice_codes}
    told = {
        gettext("Use"): [str(use.label) for use in version.uses],
        gettext("Level"): [version.get_level_display()],
        **codes,
    }
    return {label: ", ".join(values) for label, values in told.items()}


def label_of(name: str) -> str:
    return str(cast(Field, VersionText._meta.get_field(name)).verbose_name)


def field_differences(old: VersionText, new: VersionText) -> list[FieldDifference]:
    return [
        FieldDifference(name=name, label=label_of(name), pieces=pieces, language=new.language)
        for name in VersionText.TEXTS
        if getattr(old, name) != getattr(new, name)
        for pieces in [word_differences(getattr(old, name), getattr(new, name))]
    ]


def word_differences(old: str, new: str) -> list[Piece]:
    before, after = words_of(old), words_of(new)
    pieces: list[Piece] = []
    for is_same, i1, i2, j1, j2 in runs_of(before, after):
        if is_same:
            pieces += pieces_of("same", after[j1:j2])
        else:
            pieces += [*pieces_of("gone", before[i1:i2]), *pieces_of("new", after[j1:j2])]
    return pieces


def runs_of(before: list[str], after: list[str]) -> list[Run]:
    """Changes with a single word between them are one, or a new sentence would be a salad of old and new."""
    runs: list[Run] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        run = (tag == "equal", i1, i2, j1, j2)
        if not run[0] and len(runs) > 1 and is_slight(before[runs[-1][1] : runs[-1][2]]):
            runs.pop()
            _is_same, i1, _i2, j1, _j2 = runs.pop()
            run = (False, i1, run[2], j1, run[4])
        runs.append(run)
    return runs


def is_slight(words: list[str]) -> bool:
    text = "".join(words).replace(BOLD, "")
    return "\n" not in text and len(text.split()) < 2


def words_of(text: str) -> list[str]:
    parts = enumerate(STRONG.split(text))
    return [BOLD + word if number % 2 else word for number, part in parts for word in WORD.findall(part)]


def pieces_of(kind: str, words: list[str]) -> Iterator[Piece]:
    for is_strong, group in groupby(words, lambda word: word.startswith(BOLD)):
        yield Piece(kind, "".join(group).replace(BOLD, ""), is_strong)
