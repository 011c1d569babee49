"""A document as both engines index it: read words, keys to filter and sort by, and its source."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from search.analysis.lexicon import Lexicon
from search.analysis.reading import normal_identifier
from search.analysis.stems import STOPPED, stem
from search.analysis.words import folded_words
from search.enums import Access
from search.registry import ByLanguage, Document, DocumentType

# Raise when documents are prepared otherwise: indexes of another format are not read.
FORMAT = 7
LONGEST_KEPT = 20_000
# Where words are looked for, and what finding one there is worth.
# Norwegian and other languages apart: a text in four languages must not count as a long one.
FIELDS = {
    "title": 3.0,
    "title_other": 3.0,
    "title_parts": 2.0,
    "summary": 1.5,
    "summary_other": 1.5,
    "body": 1.0,
    "body_other": 1.0,
    "text_parts": 0.7,
    "attached": 0.15,
}
NORWEGIAN = ("nb", "nn")
IDENTIFIER_WORTH, IDENTIFIER_START_WORTH, CODE_WORTH, OWN_NODE_WORTH = 30.0, 4.0, 8.0, 0.3
ANY_LANGUAGE = "any"
ALPHABET = " 0123456789abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, kw_only=True)
class Prepared:
    id: str
    text: dict[str, str]
    identifiers: list[str]
    codes: list[str]
    access: list[str]
    # The languages of its readers, or "any".
    readers: list[str]
    facets: dict[str, list[str]]
    day: int
    title_order: str
    newest_order: str
    soonest_order: str
    weight: float
    source: dict[str, Any]

    @property
    def checksum(self) -> str:
        return checksum_of(self.source)


def prepare(document: Document, document_type: DocumentType, lexicon: Lexicon) -> Prepared:
    kind = document_type.kind
    id_ = f"{kind}:{document.key}"
    day = int(document.day.strftime("%Y%m%d")) if document.day else 0
    facets = {name: list(dict.fromkeys(map(str, codes))) for name, codes in document.facets.items()}
    return Prepared(
        id=id_,
        text=text_fields(document, lexicon),
        identifiers=identifiers_of(document.identifier),
        codes=[code[:length] for code in document.codes for length in range(2, min(len(code), 8) + 1)],
        access=[access_key(document)],
        readers=list(document.for_languages) or [ANY_LANGUAGE],
        facets={**facets, "kind": [kind], "node": [str(document.node_id)] if document.node_id else []},
        day=day,
        title_order=f"{order_of(first_text(document.title))}|{id_}",
        newest_order=f"{day:08}|{id_}",
        soonest_order=f"{day or 99999999:08}|{id_}",
        weight=document_type.weight,
        source=source_of(document, document_type),
    )


def source_of(document: Document, document_type: DocumentType) -> dict[str, Any]:
    """What is shown of a hit, and all that is needed to see whether the index is up to date."""
    return {
        "kind": document_type.kind,
        "key": document.key,
        "identifier": document.identifier,
        "codes": list(document.codes),
        "title": dict(document.title),
        "summary": dict(document.summary),
        "body": {language: text[:LONGEST_KEPT] for language, text in document.body.items()},
        # Files may be long: they are searched, not shown.
        "attached": {language: short_hash(text) for language, text in document.attached.items()},
        "route": [document.route[0], dict(document.route[1])] if document.route else None,
        "path": document.path,
        "node_id": document.node_id,
        "everywhere": document.everywhere,
        "access": document.access.value,
        "for_languages": list(document.for_languages),
        "facets": {name: [str(code) for code in codes] for name, codes in document.facets.items()},
        "day": document.day.isoformat() if document.day else None,
        "note": {language: str(text) for language, text in document.note.items()},
    }


def checksum_of(source: dict[str, Any]) -> str:
    return short_hash(json.dumps(source, sort_keys=True, default=str, ensure_ascii=False))


def short_hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def text_fields(document: Document, lexicon: Lexicon) -> dict[str, str]:
    title, summary = read_texts(document.title, lexicon), read_texts(document.summary, lexicon)
    body, attached = read_texts(document.body, lexicon), read_texts(document.attached, lexicon)
    return {
        "title": joined(title.norwegian),
        "title_other": joined(title.other),
        "title_parts": joined(title.parts),
        "summary": joined(summary.norwegian),
        "summary_other": joined(summary.other),
        "body": joined(body.norwegian),
        "body_other": joined(body.other),
        "text_parts": joined(summary.parts + body.parts),
        "attached": joined(attached.norwegian | attached.other),
    }


@dataclass
class ReadTexts:
    """How often each stem stands in texts that say the same: as in the language that says it most."""

    norwegian: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)


def read_texts(texts: ByLanguage, lexicon: Lexicon) -> ReadTexts:
    read = ReadTexts()
    for language, text in texts.items():
        words = [word for word in folded_words(text) if word not in STOPPED]
        stems = Counter(stem(word, language) for word in words)
        if language in NORWEGIAN:
            read.norwegian |= stems
        else:
            read.other |= stems
        read.parts |= Counter(part for word in words for part in lexicon.parts(word))
    return read


def joined(stems: Counter[str]) -> str:
    return " ".join(stems.elements())


def identifiers_of(identifier: str) -> list[str]:
    if not identifier:
        return []
    whole = normal_identifier(identifier)
    return list(dict.fromkeys([whole, whole.partition("-")[0]]))


def access_key(document: Document) -> str:
    if document.access == Access.NODE:
        return f"{Access.NODE}:{document.node_id}"
    return document.access.value


def first_text(texts: ByLanguage) -> str:
    return next((text for text in texts.values() if text), "")


def order_of(title: str) -> str:
    """A key that sorts as Norwegian does, æ, ø and å last, in any engine: letters by their place."""
    letters = " ".join(folded_words(title))[:40]
    return "".join(chr(ord("0") + ALPHABET.find(letter) + 1) for letter in letters)
