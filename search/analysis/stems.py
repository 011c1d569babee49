"""Word stems of bokmål, nynorsk, Swedish and English.

Bokmål and nynorsk share one stem, so that either finds the other: Snowball's
Norwegian rules take the endings of both, and the rules here take what else
differs (anskaffelse and anskaffing, -het and -heit, utslepp and utslipp).
"""

import re
from functools import lru_cache

import snowballstemmer

from search.analysis.words import fold

NORWEGIAN = snowballstemmer.stemmer("norwegian")
SWEDISH = snowballstemmer.stemmer("swedish")
ENGLISH = snowballstemmer.stemmer("english")
SWEDISH_LETTERS = str.maketrans("æø", "äö")
SHORTEST_STEM = 4
DERIVATIONS = ("heitene", "heiter", "heita", "heit", "ing", "els")
# møbel and møbler, middel and midler.
LOST_VOWEL = re.compile(r"([bdfgklmnprstv])\1?el$")
IRREGULAR = {
    "klærne": "klær", "klede": "klær", "kleda": "klær", "klæder": "klær", "klæderna": "klær",
    "bøker": "bok", "bøkene": "bok", "føtter": "fot", "menn": "mann", "barna": "barn",
    "kriteria": "kriterium",
}  # fmt: skip
# Nynorsk roots in the spelling of bokmål, inside compounds too.
RESPELLED = {
    "tenest": "tjenest", "utslepp": "utslipp", "høyring": "høring", "reingjer": "rengjør",
    "reinhald": "renhold", "berekraft": "bærekraft", "tilskot": "tilskudd", "rettlei": "veiled",
    "omsyn": "hensyn", "tryggleik": "sikkerhet", "røynsl": "erfaring", "følgj": "følg",
    "eigen": "egen", "offentleg": "offentlig", 
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


def norwegian(word: str) -> str:
    word = NYNORSK_ROOT.sub(lambda match: RESPELLED[match[0]], word)
    if len(word) <= 4 and word.endswith("s"):
        return word
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


STOP_WORDS = {
    "nb": """og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har om vi min
        mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her
        alle vil bli ble blitt kunne inn når være kom noen noe ville dere som deres kun ja etter ned skulle denne
        for deg si sine sitt mot å meget hvorfor dette disse uten hvordan ingen din ditt blir samme hvilken
        hvilke sånn inni mellom vår hver hvem vors hvis både bare enn fordi før mange også slik vært være begge
        siden henne hennar""",
    "nn": """og i eg det at ein eit den til er som på dei med han av ikkje der så var meg seg men har om vi min
        ho no over då ved frå du ut sin oss opp ein kan kvar eller kva skal sjølv her alle vil bli vart blitt
        kunne inn når vere kom nokon noko de etter ned skulle denne for deg mot å kvifor dette desse utan
        korleis ingen blir same kva kven viss både berre enn fordi før mange også slik vore begge sidan""",
    "sv": """och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig
        du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter
        upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna
        själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken
        er sådan vår blivit dess inom mellan sådant varför varje vilka ditt vem vilket sitta""",
    "en": """a an and are as at be but by for from had has have he her his how i if in into is it its not of on
        or our she so such that the their them then there these they this to was we were what when where which
        who will with you your""",
}
STOPPED = frozenset(fold(word) for words in STOP_WORDS.values() for word in words.split())
