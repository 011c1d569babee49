"""What a person typed, read into what an engine looks for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from search.analysis.lexicon import Lexicon
from search.analysis.stems import STOPPED, stems_of
from search.analysis.thesaurus import LONGEST_PHRASE, Thesaurus
from search.analysis.words import clean, fold, folded_words, words_in

LONGEST_TEXT = 200
MOST_WORDS = 12
MOST_SYNONYMS = 8
IDENTIFIER = re.compile(r"\b([A-Za-z]{2,5})[- ]?0*(\d{1,6})\b")
CODE = re.compile(r"\b(\d{2,8})(?:-\d)?\b")

AS_WRITTEN, SYNONYM, PARTS, CORRECTED, HEAD = 1.0, 0.7, 0.6, 0.4, 0.2
# Of all words together: each is looked for in every field, and no question may cost a second.
MOST_STEMS = 96
MOST_CORRECTED = 4


@dataclass(frozen=True)
class Alternative:
    """Stems that stand for a word when all of them are there."""

    stems: tuple[str, ...]
    weight: float = AS_WRITTEN


@dataclass(frozen=True)
class Wanted:
    """One word of the question, and what counts as finding it."""

    word: str
    alternatives: tuple[Alternative, ...]
    identifier: str = ""
    code: str = ""


@dataclass(frozen=True)
class Reading:
    text: str = ""
    wanted: tuple[Wanted, ...] = ()
    also: tuple[str, ...] = ()
    corrected: str = ""
    # Read again because too little was found: any of the words will do.
    loosened: bool = False
    # The strict reading, where this one is for the rest: what that finds stands before.
    apart_from: "Reading | None" = None

    @property
    def minimum(self) -> int:
        """How many of the words a document must have: all of two, most of more."""
        count = len(self.wanted)
        if self.loosened:
            return min(count, 1)
        return count if count <= 2 else max(2, round(count * 0.7))

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(
            one for wanted in self.wanted for alternative in wanted.alternatives for one in alternative.stems
        )


def normal_identifier(text: str) -> str:
    """TEX-004, tex 4 and Tex-4 are one."""
    match = IDENTIFIER.fullmatch(text.strip())
    return f"{match[1].lower()}-{match[2]}" if match else text.strip().lower()


def read_beginning(text: str, *, lexicon: Lexicon, thesaurus: Thesaurus) -> Reading:
    """Of a text that is still being typed: its last word may be the beginning of a longer one."""
    reading = read(text, lexicon=lexicon, thesaurus=thesaurus)
    if not reading.wanted or text[-1:].isspace():
        return reading
    *whole, last = reading.wanted
    longer = [
        Alternative((found,), PARTS)
        for word in lexicon.completions(fold(last.word))
        for found in stems_of(word)[:1]
    ]
    begun = replace(last, alternatives=(*last.alternatives, *longer))
    return replace(reading, wanted=bounded([*whole, begun]))


def read(text: str, *, lexicon: Lexicon, thesaurus: Thesaurus, loosened: bool = False) -> Reading:
    text = clean(text, longest=LONGEST_TEXT)
    identifiers, rest = take_identifiers(text)
    words = folded_words(rest)
    words = ([word for word in words if word not in STOPPED] or words)[:MOST_WORDS]
    also: list[str] = []
    corrections: dict[str, str] = {}
    wanted = list(identifiers)
    for at, word in enumerate(words):
        synonyms = list(synonyms_at(words, at, thesaurus))
        also += [shown for shown, _ in synonyms]
        alternatives = [*own_alternatives(word, lexicon), *(alternative for _, alternative in synonyms)]
        alternatives += parts_alternatives(word, lexicon, thesaurus, with_head=loosened)
        # What is only a compound by chance may be a slip, once it is known that nothing has it.
        if not synonyms and not lexicon.knows(word, as_compound=not loosened):
            near = lexicon.nearest(word) if len(corrections) < MOST_CORRECTED else ""
            if near:
                corrections[word] = near
                alternatives += [
                    replace(found, weight=CORRECTED) for found in own_alternatives(near, lexicon)
                ]
        wanted.append(Wanted(word, tuple(alternatives), code=code_of(word)))
    return Reading(
        text,
        bounded(wanted[:MOST_WORDS]),
        tuple(dict.fromkeys(also)),
        replaced(text, corrections),
        loosened=loosened,
    )


def bounded(wanted: list[Wanted]) -> tuple[Wanted, ...]:
    """Every word keeps its own stem; the more words, the fewer other ways to find each."""
    share = MOST_STEMS // max(len(wanted), 1)
    return tuple(replace(one, alternatives=tuple(within(share, one.alternatives))) for one in wanted)


def within(most: int, alternatives: Iterable[Alternative]) -> Iterator[Alternative]:
    for alternative in alternatives:
        most -= len(alternative.stems)
        if most < 0:
            return
        yield alternative


def take_identifiers(text: str) -> tuple[list[Wanted], str]:
    """Identifiers out of the text, since their letters and digits are not words."""
    found = [
        Wanted(
            match[0],
            (Alternative((fold(match[1]), match[2])),),
            identifier=f"{match[1].lower()}-{match[2]}",
        )
        for match in IDENTIFIER.finditer(text)
    ]
    return found[:MOST_WORDS], IDENTIFIER.sub(" ", text) if found else text


def own_alternatives(word: str, lexicon: Lexicon) -> Iterator[Alternative]:
    for found in stems_of(word):
        yield Alternative((found,))
    parts = lexicon.parts(word)
    if parts:
        yield Alternative(parts, PARTS)


def parts_alternatives(
    word: str, lexicon: Lexicon, thesaurus: Thesaurus, *, with_head: bool
) -> Iterator[Alternative]:
    """A compound with another word for one of its parts: strømforbruk, energiforbruk."""
    parts = lexicon.parts(word)
    for at, part in enumerate(parts):
        for synonym in thesaurus.synonyms((part,))[:MOST_SYNONYMS]:
            yield Alternative((*parts[:at], *synonym.stems, *parts[at + 1 :]), PARTS * SYNONYM)
    if parts and with_head:
        yield Alternative(parts[-1:], HEAD)


def synonyms_at(words: list[str], at: int, thesaurus: Thesaurus) -> Iterator[tuple[str, Alternative]]:
    """Of the expressions that begin or end here, so that each of their words is found by them."""
    given = 0
    for length in range(1, LONGEST_PHRASE + 1):
        for start in range(max(0, at - length + 1), min(at, len(words) - length) + 1):
            for synonym in thesaurus.synonyms(tuple(words[start : start + length])):
                if given < MOST_SYNONYMS:
                    given += 1
                    yield synonym.shown, Alternative(synonym.stems, SYNONYM)


def code_of(word: str) -> str:
    """A CPV code or its beginning: closing zeros only fill it up."""
    return (word.rstrip("0") or word)[:8].ljust(2, "0") if CODE.fullmatch(word) else ""


def replaced(text: str, corrections: dict[str, str]) -> str:
    """The text with its misspelt words corrected, everything else as it was typed."""
    if not corrections:
        return ""
    said, last = [], 0
    for word in words_in(text):
        if word.text in corrections:
            said += [text[last : word.start], corrections[word.text]]
            last = word.end
    return "".join(said) + text[last:]
