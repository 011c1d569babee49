"""How a typed name is compared with a public body's, whatever case, accents and letters it is typed in."""

import difflib
import unicodedata
from collections.abc import Iterable

GENERIC = {"kommune", "kommunen", "herad", "suohkan", "gielda", "tjielte", "municipality", "fylke", "county"}
# æ, ø, å and their Swedish and Sámi relatives, first as one letter and then as two.
SINGLE = str.maketrans({"ø": "o", "å": "a", "æ": "ae", "ä": "ae", "đ": "d", "ŋ": "n", "ŧ": "t"})
DOUBLE = str.maketrans({"ø": "oe", "ö": "oe", "å": "aa"})


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(SINGLE))
    return " ".join(
        "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c)).split()
    )


def spellings(name: str) -> set[str]:
    return {plain(name), plain(name.lower().translate(DOUBLE))}


def wanted_words(text: str) -> list[str]:
    """The words that tell bodies apart; “Bodø kommune” is looked for as “bodo”."""
    words = plain(text).split()
    return [word for word in words if word not in GENERIC] or words


def rank(wanted: list[str], name: str) -> int | None:
    """0 the name itself, 1 its beginning, 2 the beginnings of its words; None is no match."""
    ranks = []
    for spelling in spellings(name):
        words = spelling.split()
        if words == wanted:
            ranks.append(0)
        elif spelling.startswith(" ".join(wanted)):
            ranks.append(1)
        elif all(any(word.startswith(part) for word in words) for part in wanted):
            ranks.append(2)
    return min(ranks, default=None)


def best_rank(wanted: list[str], names: Iterable[str]) -> int | None:
    return min((place for name in names if (place := rank(wanted, name)) is not None), default=None)


def near(text: str, names: Iterable[str]) -> list[str]:
    """At most three names that are spelt much like the text."""
    by_spelling = {plain(name): name for name in names}
    return [
        by_spelling[spelling]
        for spelling in difflib.get_close_matches(plain(text), by_spelling, n=3, cutoff=0.7)
    ]
