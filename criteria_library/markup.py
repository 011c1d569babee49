"""The few marks that a criterion's texts are written with, read into parts.

Plain text with paragraphs, lists, steps, tables and **bold** words goes unharmed through a form,
a spreadsheet, a comparison and a copy button, and holds nothing that could run in
a browser. What is pasted from a word processor keeps its lists and tables: bullets
are read as list marks and tabs as columns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import zip_longest


class Kind(Enum):
    PARAGRAPH = "p"
    LIST = "ul"
    STEPS = "ol"
    TABLE = "table"


# Written by the editor, filled in by the buyer: [antall].
BLANK = re.compile(r"\[([^\[\]\n]{1,60})\]")
# Within a line and within a cell. What isn't closed is left as it was written.
STRONG = re.compile(r"\*\*(?=\S)([^*\n\t|]+)(?<=\S)\*\*")
WORDS_AROUND = 3
BULLET = re.compile(r"^\s*[-*•–·]\s+(?P<text>.+)$")
STEP = re.compile(r"^\s*\d{1,2}[.)]\s+(?P<text>.+)$")


@dataclass(frozen=True)
class Run:
    """A piece of a line. A blank's text is its name."""

    text: str
    is_strong: bool = False
    is_blank: bool = False

    def __str__(self):
        return f"[{self.text}]" if self.is_blank else self.text


@dataclass
class Block:
    kind: Kind
    # Lines of a paragraph, items of a list, or rows of a table.
    parts: list = field(default_factory=list)


def read_blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    fresh = True
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line.strip():
            fresh = True
            continue
        kind, part = read_line(line)
        if (fresh and kind is Kind.PARAGRAPH) or not blocks or blocks[-1].kind is not kind:
            blocks.append(Block(kind))
        blocks[-1].parts.append(part)
        fresh = False
    return blocks


def read_line(line: str) -> tuple[Kind, str | list[str]]:
    if found := BULLET.match(line):
        return Kind.LIST, found["text"].strip()
    if found := STEP.match(line):
        return Kind.STEPS, found["text"].strip()
    if "\t" in line.strip() or line.strip().startswith("|"):
        return Kind.TABLE, read_row(line)
    return Kind.PARAGRAPH, line.strip()


def read_row(line: str) -> list[str]:
    separator = "|" if line.strip().startswith("|") else "\t"
    return [cell.strip() for cell in line.strip().strip("|").split(separator)]


def runs(line: str) -> Iterator[Run]:
    """Every second part of a split is what its pattern has caught."""
    for strong, part in enumerate(STRONG.split(line)):
        for blank, piece in enumerate(BLANK.split(part)):
            if piece:
                yield Run(piece, is_strong=strong % 2 == 1, is_blank=blank % 2 == 1)


def unmarked(line: str) -> str:
    return STRONG.sub(r"\1", line)


def blanks(text: str) -> list[tuple[str, str]]:
    """What the buyer fills in, in the order of the text: the name, and the words that tell where it is."""
    return [found for block in read_blocks(text) for line in lines_of(block) for found in blanks_in(*line)]


def lines_of(block: Block) -> Iterator[tuple[str, str]]:
    """Each line, and each cell of a table, with what names it: its row and its column."""
    if block.kind is not Kind.TABLE:
        yield from ((part, "") for part in block.parts)
        return
    head, *rows = block.parts
    yield " ".join(head), ""
    for row in rows:
        yield row[0], ""
        for cell, column in zip_longest(row[1:], head[1 : len(row)], fillvalue=""):
            yield cell, ", ".join(unmarked(name) for name in (row[0], column) if name)


def blanks_in(line: str, name: str) -> Iterator[tuple[str, str]]:
    pieces = list(runs(line))
    for number, run in enumerate(pieces):
        if run.is_blank:
            before = "".join(map(str, pieces[:number])).split()[-WORDS_AROUND:]
            after = "".join(map(str, pieces[number + 1 :])).split()[:WORDS_AROUND]
            around = " ".join([*before, str(run), *after])
            yield run.text, f"{name}: {around}" if name else around


def parts_of(text: str) -> Iterator[str | list[str]]:
    for block in read_blocks(text):
        yield from block.parts


def plain(text: str) -> str:
    """For search, feeds and summaries: one line, without marks."""
    return " ".join(words(text))


def beginning(text: str, length: int) -> str:
    """The first sentences for a list, without tables, cut between words."""
    joints = {Kind.PARAGRAPH: " ", Kind.LIST: "; ", Kind.STEPS: "; "}
    blocks = [block for block in read_blocks(text) if block.kind in joints]
    line = " ".join(joints[block.kind].join(map(unmarked, block.parts)) for block in blocks)
    if len(line) <= length:
        return line
    cut = line[: length + 1].rsplit(" ", 1)[0]
    sentences = cut.rpartition(". ")[0]
    if len(sentences) > length / 2:
        return f"{sentences}."
    return cut.rstrip(",;:.–- ") + " …"


def words(text: str) -> Iterator[str]:
    for part in parts_of(text):
        yield from map(unmarked, part if isinstance(part, list) else [part])
