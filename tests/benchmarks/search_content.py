"""Many documents in realistic Norwegian, to measure search on: the same each time for one seed.

Their sentences are those of the demonstration's criteria. What they are about, and every
third sentence a noun, comes from the Norwegian names of the CPV codes, and from compounds
made of these, so that words are as many and as unevenly used as where people write.
"""

import csv
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

from search.analysis.words import words_of_file
from search.registry import Document
from tests.search.judgements import criteria, judged_questions

CPV = Path(__file__).resolve().parents[2] / "hub" / "reference" / "cpv.csv"
KIND = "criterion"
# The facets of a criterion that each document has; the node is one that all kinds have.
FACETS = ["product_group", "use", "level", "theme", "node"]
LEVELS = ["basic", "advanced", "leading_edge"]
USES = ["specification", "award", "contract", "qualification"]
GROUPS, THEMES, NODES = 49, 10, 16
OPENINGS = [
    "Miljøkrav til", "Lang levetid for", "Reparasjon og reservedeler til", "Utslippsfri levering av",
    "Dokumentert opphav for", "Mindre emballasje rundt", "Ombruk av", "Lavt energibruk i",
    "Giftfri produksjon av", "Sosialt ansvar ved kjøp av", "Livssykluskostnader for", "Sertifisering av",
    "Avfall etter", "Klimaregnskap for",
]  # fmt: skip
NOUN = re.compile(r"\b[a-zæøå]{7,}\b")


@cache
def products() -> list[str]:
    with CPV.open(newline="") as file:
        return [row["nb"] for row in csv.DictReader(file)]


@cache
def nouns() -> list[str]:
    """Shuffled, so that how common one is has nothing to do with the alphabet."""
    written = {word.lower() for name in products() for word in re.findall(r"[A-Za-zÆØÅæøå]{5,}", name)}
    simple = [word for word in words_of_file("base_words.txt") if len(word) > 3]
    known = sorted(written)
    random.Random(3).shuffle(known)
    chance = random.Random(4)
    return known + [chance.choice(simple) + chance.choice(known) for _ in range(20_000)]


@cache
def sentences() -> list[str]:
    texts = [part["nb"] for one in criteria() for part in (one.summary, one.body) if "nb" in part]
    found = (one.strip() for text in texts for one in re.split(r"(?<=[.:])\s+|\n+", text))
    return sorted({one for one in found if 25 <= len(one) <= 220})


@cache
def falling(count: int) -> list[float]:
    """As in a language: few words are common and most are rare."""
    return list(accumulate(1 / (place + 8) for place in range(count)))


def generate(count: int, *, seed: int = 1) -> Iterator[Document]:
    chance = random.Random(seed)
    for number in range(count):
        group = chance.randrange(GROUPS)
        yield Document(
            key=f"generated-{number}",
            identifier=f"GEN-{number:06}",
            title={"nb": f"{chance.choice(OPENINGS)} {chance.choice(products()).lower()}"},
            summary={"nb": " ".join(sentence(chance) for _ in range(2))},
            body={"nb": " ".join(sentence(chance) for _ in range(chance.randint(4, 12)))},
            route=("criteria_library:detail", {"identifier": f"GEN-{number:06}"}),
            everywhere=True,
            facets={
                "product_group": [f"g{group % 7}", f"g{group}"],
                "level": [chance.choice(LEVELS)],
                "use": chance.sample(USES, chance.randint(1, 2)),
                "theme": [f"t{theme}" for theme in chance.sample(range(THEMES), chance.randint(1, 3))],
            },
            node_id=chance.randrange(NODES) + 1,
            day=date(2020, 1, 1) + timedelta(days=chance.randrange(2400)),
        )


def sentence(chance: random.Random) -> str:
    written = chance.choice(sentences())
    return NOUN.sub(lambda _: noun(chance), written, count=1) if chance.random() < 0.35 else written


def noun(chance: random.Random) -> str:
    return chance.choices(nouns(), cum_weights=falling(len(nouns())))[0]


def questions(count: int, *, seed: int = 2) -> list[str]:
    """What people type: half of it judged questions, half one to three nouns, some with a slip."""
    chance = random.Random(seed)
    judged = [question.text for question in judged_questions() if question.language == "nb"]

    def typed() -> str:
        word = noun(chance)
        if chance.random() < 0.15:
            at = chance.randrange(1, len(word) - 1)
            word = word[:at] + word[at + 1 :]
        return word

    made = (" ".join(typed() for _ in range(chance.randint(1, 3))) for _ in range(count))
    return [chance.choice(judged) if chance.random() < 0.5 else one for one in made]
