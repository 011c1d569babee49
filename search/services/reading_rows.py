"""Rows of the rooms into documents, one bad row never stopping the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import structlog
from django.core.exceptions import ValidationError

from search.analysis.lexicon import Lexicon
from search.engines.prepared import Prepared, prepare
from search.registry import Document, DocumentType, documents

logger = structlog.get_logger(__name__)
CHUNK = 500


@dataclass
class Described:
    """What became of some rows: their documents, and why others could not be described."""

    documents: list[Document] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)


def describe(document_type: DocumentType, rows: Iterable) -> Described:
    described = Described()
    for row in rows:
        try:
            document = document_type.document(row)
            require_texts(document)
            described.documents.append(document)
        except Exception as error:  # a room's fault with one row must not stop all others
            logger.warning("document_not_described", kind=document_type.kind, key=row.pk, exc_info=True)
            described.failures[str(row.pk)] = told(error)
    return described


def described_by_key(kind: str, keys: list[str]) -> Described:
    """Those of the rows that can be found now; one key that can't be asked for stops no other."""
    if kind not in documents:
        return Described()
    document_type = documents[kind]
    try:
        return describe(document_type, list(document_type.queryset().filter(pk__in=keys)))
    except (ValueError, TypeError, ValidationError) as error:
        if len(keys) == 1:
            return Described(failures={keys[0]: told(error)})
    each = [described_by_key(kind, [key]) for key in keys]
    return Described(
        [document for one in each for document in one.documents],
        {key: why for one in each for key, why in one.failures.items()},
    )


def prepare_each(
    kind: str, described: Iterable[Document], lexicon: Lexicon
) -> tuple[list[Prepared], dict[str, str]]:
    """Ready for an engine, and by key why others could not be made so."""
    prepared: list[Prepared] = []
    failures: dict[str, str] = {}
    for document in described:
        try:
            prepared.append(prepare(document, documents[kind], lexicon))
        except Exception as error:  # as above
            logger.warning("document_not_prepared", kind=kind, key=document.key, exc_info=True)
            failures[document.key] = told(error)
    return prepared, failures


def told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]


def require_texts(document: Document) -> None:
    """Told here, where one row fails and not a whole rebuild."""
    for texts in (document.title, document.summary, document.body, document.attached):
        for language, text in texts.items():
            if not isinstance(text, str):
                raise TypeError(f"its text in {language} is {type(text).__name__}")


def described_in_chunks(document_type: DocumentType) -> Iterator[Described]:
    chunk: list = []
    for row in document_type.queryset().iterator(chunk_size=CHUNK):
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield describe(document_type, chunk)
            chunk = []
    if chunk:
        yield describe(document_type, chunk)
