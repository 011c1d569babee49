"""Judged questions, and how well an engine answers them."""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from search.analysis.lexicon import Lexicon
from search.registry import Document, DocumentType

HERE = Path(__file__).parent

# An engine's answer to a question in a language: identifiers, best first.
Asked = Callable[[str, str], list[str]]


class Judged(DocumentType):
    kind = "criterion"


@dataclass(frozen=True)
class JudgedQuestion:
    language: str
    text: str
    worth: dict[str, int]


def judged_questions() -> list[JudgedQuestion]:
    lines = (HERE / "questions.txt").read_text().splitlines()
    return [judged(line) for line in lines if line and not line.startswith("#")]


def judged(line: str) -> JudgedQuestion:
    language, text, answers = (part.strip() for part in line.split("|"))
    worth = {name: int(points) for name, points in (answer.split("=") for answer in answers.split())}
    return JudgedQuestion(language, text, worth)


def criteria() -> Iterator[Document]:
    """The demonstration's criteria of the day of judging: title, requirement, and the rest in one."""
    for row in json.loads((HERE / "criteria.json").read_text()):
        title, requirement, rest = (
            {language: texts[part] for language, texts in row["texts"].items()} for part in range(3)
        )
        yield Document(
            key=row["identifier"],
            identifier=row["identifier"],
            title=title,
            summary=requirement,
            body=rest,
        )


def lexicon_of(documents: list[Document]) -> Lexicon:
    lexicon = Lexicon()
    for document in documents:
        for texts in (document.title, document.summary, document.body):
            for text in texts.values():
                lexicon.add_text(text)
    return lexicon


@dataclass(frozen=True)
class Quality:
    ndcg10: float
    reciprocal_rank: float
    # The share of questions without a good answer (2 or 3) among the first three.
    missed3: float


def quality(asked: Asked, questions: list[JudgedQuestion]) -> Quality:
    answers = [(question, asked(question.text, question.language)) for question in questions]
    return Quality(
        mean(ndcg(question.worth, found) for question, found in answers),
        mean(reciprocal_rank(question.worth, found) for question, found in answers),
        mean(is_missed(question.worth, found) for question, found in answers),
    )


def ndcg(worth: dict[str, int], found: list[str]) -> float:
    got = gain([worth.get(name, 0) for name in found[:10]])
    best = gain(sorted(worth.values(), reverse=True)[:10])
    return got / best


def gain(points: list[int]) -> float:
    return sum((2**one - 1) / math.log2(place + 2) for place, one in enumerate(points))


def reciprocal_rank(worth: dict[str, int], found: list[str]) -> float:
    return next((1 / place for place, name in enumerate(found, 1) if worth.get(name, 0) >= 2), 0.0)


def is_missed(worth: dict[str, int], found: list[str]) -> bool:
    return not any(worth.get(name, 0) >= 2 for name in found[:3])
