"""Marks what was found, and picks the line of text around it."""

from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString

from search.analysis.lexicon import Lexicon
from search.analysis.stems import stems_of
from search.analysis.words import LONGEST_WORD, WORD, fold

Span = tuple[int, int]
LINE = 180
# Far into a long text nobody looks for the line.
FARTHEST = 20_000


class Highlighter:
    def __init__(self, stems: frozenset[str], lexicon: Lexicon) -> None:
        self.stems = stems
        self.lexicon = lexicon
        # Words as they stand in texts that are to be marked, and how each is.
        self._wanted: set[str] = set()
        self._edition = -1
        self._marks: dict[str, list[Span]] = {}
        self._spans: dict[str, list[Span]] = {}
        # Those of the stems that the texts had.
        self.marked_stems: set[str] = set()

    def whole(self, text: str) -> SafeString:
        return marked(text, self._found(text))

    def line(self, text: str) -> SafeString:
        """About a line and a half of the text, where most of what was asked for stands."""
        text = text[:FARTHEST]
        spans = self._found(text)
        start = self._best_start(spans)
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = start + LINE
        if end < len(text):
            end = max(text.rfind(" ", start, end), start + LINE // 2)
        inside = [(first - start, last - start) for first, last in spans if start <= first and last <= end]
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return SafeString(before + marked(text[start:end], inside) + after)

    def matches(self, text: str) -> bool:
        return bool(self._found(text[:FARTHEST]))

    def _found(self, text: str) -> list[Span]:
        if text not in self._spans:
            words = set(WORD.findall(text)) if self.stems else set()
            self.lexicon.learn(words)
            if self._edition != self.lexicon.edition:
                # Learnt for this text or, meanwhile, by somebody else.
                self._edition = self.lexicon.edition
                self._wanted = self.lexicon.written_with(self.stems)
            self._spans[text] = sorted(self._spans_of(words & self._wanted, text))
        return self._spans[text]

    def _spans_of(self, words: set[str], text: str) -> Iterator[Span]:
        for written in words:
            if written not in self._marks:
                self._marks[written] = self._inside(written)
            start = text.find(written)
            while start >= 0:
                end = start + len(written)
                is_whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
                for first, last in self._marks[written] if is_whole else ():
                    yield start + first, start + last
                start = text.find(written, end)

    def _inside(self, written: str) -> list[Span]:
        """The whole word, or the part of a compound where it is written as it is read."""
        word = fold(written[:LONGEST_WORD])
        if whole := self.stems.intersection(stems_of(word)):
            self.marked_stems |= whole
            return [(0, len(written))]
        parts = self.lexicon.parts(word)
        found = [at for at, part in enumerate(parts) if part in self.stems]
        self.marked_stems.update(parts[at] for at in found)
        if len(word) != len(written):
            return [(0, len(written))] if found else []
        return [part_of(word, parts, at) for at in found]

    @staticmethod
    def _best_start(spans: list[Span]) -> int:
        if not spans or spans[-1][1] <= LINE:
            return 0
        starts = [first for first, _ in spans]
        best = max(
            starts, key=lambda start: (sum(start <= other < start + LINE - 40 for other in starts), -start)
        )
        return max(0, best - 40)


def part_of(word: str, parts: tuple[str, ...], at: int) -> Span:
    """Where a part stands: the first from the beginning, the last to the end with its inflection."""
    start = word.find(parts[at]) if at else 0
    if start < 0 or (at and not start):
        return 0, len(word)
    return start, len(word) if at == len(parts) - 1 else min(start + len(parts[at]), len(word))


def marked(text: str, spans: list[Span]) -> SafeString:
    said, last = [], 0
    for start, end in spans:
        if start >= last:
            said += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
            last = end
    return SafeString("".join([*said, escape(text[last:])]))
