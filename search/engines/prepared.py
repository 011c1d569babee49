"""A document as both engines index it: read words, keys to filter and sort by, and its source."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from search.analysis.lexicon import Lexicon
from search.analysis.reading import normal_identifier, stem_all
from search.analysis.words import words_in
from search.enums import Access
from search.registry import ByLanguage, Document, DocumentType

# Raise when documents are prepared otherwise: indexes of another format are not read.
FORMAT = 1
LONGEST_KEPT = 20_000
# Where words are looked for, and what finding one there is worth.
FIELDS = {"title": 3.0, "title_parts": 1.6, "summary": 1.5, "body": 1.0, "text_parts": 0.7, "attached": 0.3}
IDENTIFIER_WORTH, IDENTIFIER_START_WORTH, CODE_WORTH, OWN_NODE_WORTH = 30.0, 4.0, 8.0, 0.3
ALPHABET = " 0123456789abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, kw_only=True)
class Prepared:
    id: str
    text: dict[str, str]
    identifiers: list[str]
    codes: list[str]
    access: list[str]
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
    source = asdict(document)
    source["kind"] = document_type.kind
    source["day"] = document.day.isoformat() if document.day else None
    source["access"] = document.access.value
    source["facets"] = {name: [str(code) for code in codes] for name, codes in document.facets.items()}
    source["body"] = {language: text[:LONGEST_KEPT] for language, text in document.body.items()}
    # Files may be long: they are searched, not shown.
    source["attached"] = {language: short_hash(text) for language, text in document.attached.items()}
    return source


def checksum_of(source: dict[str, Any]) -> str:
    return short_hash(json.dumps(source, sort_keys=True, default=str, ensure_ascii=False))


def short_hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def text_fields(document: Document, lexicon: Lexicon) -> dict[str, str]:
    return {
        "title": stems_in(document.title),
        "summary": stems_in(document.summary),
        "body": stems_in(document.body),
        "attached": stems_in(document.attached),
        "title_parts": parts_in(document.title, lexicon),
        "text_parts": parts_in(document.summary, lexicon) + " " + parts_in(document.body, lexicon),
    }


def stems_in(texts: ByLanguage) -> str:
    return " ".join(" ".join(stem_all(text, language)) for language, text in texts.items())


def parts_in(texts: ByLanguage, lexicon: Lexicon) -> str:
    """Parts of every compound, and the whole, so that either counts the same."""
    return " ".join(
        part for text in texts.values() for word in words_in(text) for part in lexicon.parts(word.text)
    )


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
    words: Iterable[str] = (word.text for word in words_in(title))
    letters = " ".join(words)[:40]
    return "".join(chr(ord("0") + ALPHABET.find(letter) + 1) for letter in letters)
