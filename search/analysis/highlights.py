"""Marks what was found, and picks the line of text around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.lexicon import Lexicon
from search.analysis.stems import stems_of
from search.analysis.words import Word, words_in

LINE = 180
# Far into a long text nobody looks for the line.
FARTHEST = 20_000


@dataclass(frozen=True)
class Highlighter:
    stems: frozenset[str]
    lexicon: Lexicon

    def whole(self, text: str) -> SafeString:
        return marked(text, list(self._found(text)))

    def line(self, text: str) -> SafeString:
        """About a line and a half of the text, where most of what was asked for stands."""
        text = text[:FARTHEST]
        spans = list(self._found(text))
        start = self._best_start(spans)
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = start + LINE
        if end < len(text):
            end = max(text.rfind(" ", start, end), start + LINE // 2)
        inside = [(first - start, last - start) for first, last in spans if start <= first and last <= end]
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return mark_safe(before + marked(text[start:end], inside) + after)  # noqa: S308

    def matches(self, text: str) -> bool:
        return next(self._found(text[:FARTHEST]), None) is not None

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        if not self.stems:
            return
        for word in words_in(text):
            if self.stems.intersection(stems_of(word.text)):
                yield word.start, word.end
            else:
                yield from self._found_inside(word)

    def _found_inside(self, word: Word) -> Iterator[tuple[int, int]]:
        """The part of a compound, when the word is written as it is read."""
        if len(word.text) != word.end - word.start:
            return
        parts = self.lexicon.parts(word.text)
        for at, part in enumerate(parts):
            if part in self.stems:
                start = 0 if at == 0 else word.text.find(part)
                is_last = at == len(parts) - 1
                end = len(word.text) if is_last else start + len(part)
                if start >= 0 and (at == 0 or start > 0):
                    yield word.start + start, word.start + end
                else:
                    yield word.start, word.end

    @staticmethod
    def _best_start(spans: list[tuple[int, int]]) -> int:
        if not spans or spans[-1][1] <= LINE:
            return 0
        starts = [first for first, _ in spans]
        best = max(
            starts, key=lambda start: (sum(start <= other < start + LINE - 40 for other in starts), -start)
        )
        return max(0, best - 40)


def marked(text: str, spans: list[tuple[int, int]]) -> SafeString:
    said, last = [], 0
    for start, end in spans:
        if start >= last:
            said += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
            last = end
    return mark_safe("".join([*said, escape(text[last:])]))  # noqa: S308
