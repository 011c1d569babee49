"""The words of the content: what compounds are made of, and what a misspelt word may have been.

Built with every index and kept beside it, so that both engines read words alike.
"""

import json
import zlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis.stems import STOPPED, respelled, stem, stems_of
from search.analysis.words import LONGEST_WORD, fold, folded_words, words_of_file

# Shorter modifiers than this make nonsense of ordinary words, but for the few in the word list.
SHORTEST_PART = 4
SHORTEST_COMPOUND = 7
MOST_PARTS = 4
LONGEST_CORRECTED = 30
LINKS = ("", "s", "e")
# Words that are remembered as they were read, before all are forgotten.
MOST_KEPT = 100_000


class Lexicon:
    def __init__(self, counts: Iterable[tuple[str, int]] = ()) -> None:
        self.counts = Counter(dict(counts))
        # Everyday words of the field, so that the first text with a compound finds its parts known.
        self.base = frozenset(fold(word) for word in words_of_file("base_words.txt"))
        self._splits: dict[str, tuple[str, ...]] = {}
        self._learnt: set[str] = set()
        # Grows with what is learnt, so that whoever asked before knows when to ask again.
        self.edition = 0
        self._written: dict[str, set[str]] = defaultdict(set)

    def add_text(self, text: str) -> None:
        self.counts.update({word for word in folded_words(text) if word.isalpha()})

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Words that may begin a compound, as written and by their stems."""
        known = {word for word in self.counts if len(word) >= SHORTEST_PART} - STOPPED | self.base
        return frozenset(
            known | {stem(word, "nb") for word in known if len(stem(word, "nb")) >= SHORTEST_PART}
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        words = (set(self.counts) - STOPPED) | self.base
        return frozenset(stem(word, "nb") for word in words if len(word) >= 3)

    def parts(self, word: str) -> tuple[str, ...]:
        """Stems of the words that a compound is made of; nothing when it is not one."""
        if len(word) < SHORTEST_COMPOUND or not word.isalpha():
            return ()
        if word not in self._splits:
            if len(self._splits) > MOST_KEPT:
                self._splits.clear()
            found = self._split(respelled(word), MOST_PARTS)
            self._splits[word] = tuple(stem(part, "nb") for part in found) if found else ()
        return self._splits[word]

    def roots(self, written: str) -> tuple[str, ...]:
        """All that a word as it stands in a text may be found by: its stems and its parts."""
        word = fold(written[:LONGEST_WORD])
        return (*stems_of(word), *self.parts(word))

    def learn(self, words: set[str]) -> None:
        """Remember words as they stand in texts by what finds them."""
        if words <= self._learnt:
            return
        new = words - self._learnt
        if len(self._learnt) + len(new) > MOST_KEPT:
            self._learnt, self._written, new = set(), defaultdict(set), words
        for written in new:
            for root in self.roots(written):
                self._written[root].add(written)
        self._learnt |= new
        self.edition += 1

    def written_with(self, roots: Iterable[str]) -> set[str]:
        """The words met so far that are found by one of these."""
        return set().union(*(self._written[root] for root in roots if root in self._written))

    def _split(self, word: str, most: int) -> tuple[str, ...] | None:
        best: tuple[str, ...] | None = None
        for cut in range(3, len(word) - 2):
            modifier = self._modifier(word[:cut])
            if not modifier:
                continue
            rest = word[cut:]
            tail = (rest,) if self._is_head(rest) else self._split(rest, most - 1) if most > 2 else None
            if tail and (best is None or self._is_better((modifier, *tail), best)):
                best = (modifier, *tail)
        return best

    @staticmethod
    def _is_better(split: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return (-len(split), min(map(len, split))) > (-len(other), min(map(len, other)))

    def _modifier(self, start: str) -> str:
        for link in LINKS:
            bare = start.removesuffix(link) if link else start
            if link and bare == start:
                continue
            if self._may_be_part(bare) and bare in self.modifiers:
                return bare
        return ""

    def _is_head(self, rest: str) -> bool:
        root = stem(rest, "nb")
        return self._may_be_part(root) and root in self.stems

    def _may_be_part(self, part: str) -> bool:
        return len(part) >= SHORTEST_PART or part in self.base

    def knows(self, word: str, *, as_compound: bool = True) -> bool:
        if word in self.counts or word in self.base or stem(word, "nb") in self.stems:
            return True
        return as_compound and bool(self.parts(word))

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(set(self.counts) | self.base)

    def completions(self, start: str, *, most: int = 6) -> list[str]:
        """Known words that begin so, those that are used most first."""
        words = self._in_order
        first = bisect_left(words, start)
        last = bisect_left(words, start + "\U0010ffff", lo=first)
        # A letter or two begin so many words that none of them is meant.
        known = words[first : min(last, first + 2000)] if len(start) > 1 else []
        return sorted(known, key=lambda word: (-self.counts[word], word))[:most]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in set(self.counts) | self.base:
            if len(word) >= SHORTEST_PART:
                by_length[len(word)].append(word)
        return by_length

    def nearest(self, word: str) -> str:
        """The known word that this one most likely was meant to be, or nothing."""
        allowed = 0 if len(word) < 4 else 1 if len(word) < 7 else 2
        if not allowed or len(word) > LONGEST_CORRECTED or not word.isalpha():
            return ""
        lengths = range(len(word) - allowed, len(word) + allowed + 1)
        # Letters to change, add, drop or swap with the next.
        found = [
            (slips, -self.counts[near], near)
            for length in lengths
            for near, slips, _ in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=allowed, limit=None
            )
        ]
        return min(found)[2] if found else ""

    def dump(self) -> bytes:
        # What occurs once in a large content is a slip as often as a word.
        return zlib.compress(json.dumps(self.counts.most_common(60_000), ensure_ascii=False).encode())

    @classmethod
    def load(cls, stored: bytes) -> "Lexicon":
        return cls(tuple(pair) for pair in json.loads(zlib.decompress(stored))) if stored else cls()
