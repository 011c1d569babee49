"""Word stems of bokmål, nynorsk, Swedish and English.

Bokmål and nynorsk share one stem, so that either finds the other: Snowball's
Norwegian rules take the endings of both, and the rules here take what else
differs (anskaffelse and anskaffing, -het and -heit, utslepp and utslipp), and
bring a verb and its noun together (reparere and reparasjon).
"""

import re
from functools import lru_cache

import snowballstemmer

from search.analysis.words import fold, words_of_file

NORWEGIAN = snowballstemmer.stemmer("norwegian")
SWEDISH = snowballstemmer.stemmer("swedish")
ENGLISH = snowballstemmer.stemmer("english")
SWEDISH_LETTERS = str.maketrans("æø", "äö")
SHORTEST_STEM = 4
DERIVATIONS = ("heitene", "heiter", "heita", "heit", "ering", "asjon", "ing", "els", "er")
# møbel and møbler, middel and midler.
LOST_VOWEL = re.compile(r"([bdfgklmnprstv])\1?el$")
# What is cheap (billig) is no car (bil): of so short a root nothing may be taken.
SHORT_ADJECTIVE = re.compile(r"(.{2,3})l[ie]g(?:e|t|ere|are|st|ste|ast|aste|este)?$")
# Snowball leaves an ending that follows the first vowels alone: bleie, veien, byer.
AFTER_VOWEL = re.compile(r"([^aeiouyæøå]+[aeiouyæøå]{1,2})(?:ene|ane|en|er|ar|et|e|a)$")
IRREGULAR = {
    "klærne": "klær", "klede": "klær", "kleda": "klær", "klæder": "klær", "klæderna": "klær",
    "bøker": "bok", "bøkene": "bok", "føtter": "fot", "menn": "mann", "barna": "barn",
    "kriteria": "kriterium", "veg": "vei",
}  # fmt: skip
# Nynorsk roots in the spelling of bokmål, inside compounds too.
RESPELLED = {
    "tenest": "tjenest", "utslepp": "utslipp", "høyring": "høring", "reingjer": "rengjør",
    "reinhald": "renhold", "berekraft": "bærekraft", "tilskot": "tilskudd", "rettlei": "veiled",
    "omsyn": "hensyn", "tryggleik": "sikkerhet", "røynsl": "erfaring", "følgj": "følg",
    "eigen": "egen", "eingong": "engang", "offentleg": "offentlig",
    "grunngiv": "begrunn", "grunngje": "begrunn", "leiing": "ledelse", "køyretøy": "kjøretøy",
    "køyr": "kjør", "skular": "skoler", "skule": "skole", "sjukehus": "sykehus", "mengd": "mengde",
    "vedlikehald": "vedlikehold", "innhald": "innhold", "forhald": "forhold",
    "førespurnad": "forespørsel", "oppdragsgivar": "oppdragsgiver", "døme": "eksempel",
    "arbeidstakar": "arbeidstaker", "mjølk": "melk", "kjøt": "kjøtt", "veg": "vei",
}  # fmt: skip
NYNORSK_ROOT = re.compile("|".join(sorted(RESPELLED, key=len, reverse=True)))


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; numbers and short words stay as they are."""
    word = IRREGULAR.get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    if language == "sv":
        return without_vowel(fold(SWEDISH.stemWord(word.translate(SWEDISH_LETTERS))))
    if language == "en":
        return fold(ENGLISH.stemWord(word.replace("ø", "oe").replace("æ", "ae")))
    return norwegian(word)


def respelled(word: str) -> str:
    """Nynorsk roots as bokmål spells them."""
    return NYNORSK_ROOT.sub(lambda match: RESPELLED[match[0]], word)


def norwegian(word: str) -> str:
    word = respelled(word)
    if short := SHORT_ADJECTIVE.match(word):
        return f"{short[1]}lig"
    if len(word) <= 4 and word.endswith("s"):
        return word
    if found := AFTER_VOWEL.match(word):
        return found[1]
    shorter = NORWEGIAN.stemWord(word)
    if shorter.endswith("ium"):
        return shorter[:-2]
    for ending in DERIVATIONS:
        if shorter.endswith(ending) and len(shorter) - len(ending) >= SHORTEST_STEM:
            return shorter[: -len(ending)]
    return without_vowel(shorter)


def without_vowel(word: str) -> str:
    return LOST_VOWEL.sub(r"\1l", word) if len(word) > SHORTEST_STEM else word


def stems_of(word: str) -> tuple[str, ...]:
    """Every stem that a typed word may have, Norwegian first: its language is not known."""
    return tuple(dict.fromkeys(stem(word, language) for language in ("nb", "sv", "en")))


STOPPED = frozenset(fold(word) for word in words_of_file("stop_words.txt"))
