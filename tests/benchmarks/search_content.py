"""Many documents in something like Norwegian, to measure search on: the same each time for one seed."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from search.analysis.words import words_of_file
from search.registry import Document, DocumentType

VERBS = ["skal", "kan", "må", "bør", "vil"]
DOING = ["dokumentere", "levere", "rapportere", "vaske", "reparere", "gjenvinne", "transportere", "merke"]
FILLERS = ["med", "uten", "for", "til", "ved", "innen", "gjennom", "etter", "under", "mellom"]
LEVELS, USES = ["basic", "advanced", "leading_edge"], ["specification", "award", "contract", "qualification"]
GROUPS, THEMES, NODES = 49, 10, 16
FACETS = ["product_group", "level", "use", "theme"]


class Generated(DocumentType):
    kind = "criterion"


def words() -> list[str]:
    return [word for word in words_of_file("base_words.txt") if len(word) > 3]


def falling(count: int) -> list[float]:
    """As in a language: few words are common and most are rare."""
    return list(accumulate(1 / (place + 3) for place in range(count)))


def generate(count: int, *, seed: int = 1) -> Iterator[Document]:
    chance = random.Random(seed)
    simple = words()
    compounds = [chance.choice(simple) + chance.choice(simple) for _ in range(4000)]
    common, rare = falling(len(simple)), falling(len(compounds))

    def noun() -> str:
        if chance.random() < 0.7:
            return chance.choices(simple, cum_weights=common)[0]
        return chance.choices(compounds, cum_weights=rare)[0]

    def sentence() -> str:
        start = f"{noun()} {chance.choice(VERBS)} {chance.choice(DOING)}".capitalize()
        return f"{start} {noun()} {chance.choice(FILLERS)} {noun()}."

    for number in range(count):
        group = chance.randrange(GROUPS)
        yield Document(
            key=str(number),
            identifier=f"GEN-{number:06}",
            title={"nb": f"{noun()} {chance.choice(FILLERS)} {noun()}".capitalize()},
            summary={"nb": " ".join(sentence() for _ in range(2))},
            body={"nb": " ".join(sentence() for _ in range(chance.randint(6, 18)))},
            facets={
                "product_group": [f"g{group % 7}", f"g{group}"],
                "level": [chance.choice(LEVELS)],
                "use": chance.sample(USES, chance.randint(1, 2)),
                "theme": [f"t{theme}" for theme in chance.sample(range(THEMES), chance.randint(1, 3))],
            },
            node_id=chance.randrange(NODES) + 1,
            day=date(2020, 1, 1) + timedelta(days=chance.randrange(2400)),
        )


def questions(count: int, *, seed: int = 2) -> list[str]:
    """What people type: one to three words, some of them compounds, some with a slip."""
    chance = random.Random(seed)
    simple = words()

    def typed() -> str:
        word = chance.choice(simple) + (chance.choice(simple) if chance.random() < 0.3 else "")
        if chance.random() < 0.15 and len(word) > 5:
            at = chance.randrange(1, len(word) - 1)
            word = word[:at] + word[at + 1 :]
        return word

    return [" ".join(typed() for _ in range(chance.randint(1, 3))) for _ in range(count)]
