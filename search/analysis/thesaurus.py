"""Words for the same thing, looked up when a question is read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from search.analysis.stems import stem
from search.analysis.words import folded_words

LONGEST_PHRASE = 3
LANGUAGES = ("nb", "nn", "sv", "en")
# Those that are stemmed each in its own way; what a person typed may be in any.
STEMMED = ("nb", "sv", "en")
Stems = tuple[str, ...]
ByLanguage = Mapping[str, list[str]]


@dataclass(frozen=True)
class Synonym:
    shown: str
    stems: Stems


@dataclass
class Thesaurus:
    """Groups by the stems of each of their members."""

    groups: dict[Stems, list[Synonym]] = field(default_factory=lambda: defaultdict(list))

    def add(self, members: Iterable[tuple[str, str]]) -> None:
        """Pairs of a language and a word or expression in it."""
        group = [(member, stems_of_phrase(member, language)) for language, member in members]
        for _, key in group:
            known = {synonym.stems for synonym in self.groups[key]} | {key}
            for shown, stems in group:
                if stems and stems not in known:
                    known.add(stems)
                    self.groups[key].append(Synonym(shown, stems))

    def synonyms(self, words: tuple[str, ...]) -> list[Synonym]:
        """Of these folded words, taken together as one expression."""
        keys = list(dict.fromkeys(tuple(stem(word, language) for word in words) for language in STEMMED))
        found = {synonym.stems: synonym for key in keys for synonym in self.groups.get(key, ())}
        return [synonym for stems, synonym in found.items() if stems not in keys]


def stems_of_phrase(text: str, language: str = "nb") -> Stems:
    return tuple(stem(word, language) for word in folded_words(text))


@cache
def shipped_groups() -> tuple[ByLanguage, ...]:
    """The groups that a new installation starts with."""
    text = files("search.analysis").joinpath("thesaurus.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(group_in(line) for line in lines)


def group_in(line: str) -> dict[str, list[str]]:
    """“hanske | | handske | glove”: words by language, in the order of `LANGUAGES`."""
    parts = [words_by_comma(part) for part in line.split("|")]
    return {language: words for language, words in zip(LANGUAGES, parts, strict=True) if words}


def words_by_comma(text: str) -> list[str]:
    return [word for word in (part.strip() for part in text.split(",")) if word]


def thesaurus_of(groups: Iterable[ByLanguage]) -> Thesaurus:
    thesaurus = Thesaurus()
    for group in groups:
        thesaurus.add((language, word) for language, words in group.items() for word in words)
    return thesaurus


@cache
def shipped() -> Thesaurus:
    return thesaurus_of(shipped_groups())
