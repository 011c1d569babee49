"""Rows of the rooms into documents, one bad row never stopping the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import structlog

from search.registry import Document, DocumentType

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
            described.documents.append(document_type.document(row))
        except Exception as error:  # a room's fault with one row must not stop all others
            logger.warning("document_not_described", kind=document_type.kind, key=row.pk, exc_info=True)
            described.failures[str(row.pk)] = f"{type(error).__name__}: {error}"[:300]
    return described


def described_in_chunks(document_type: DocumentType) -> Iterator[Described]:
    chunk: list = []
    for row in document_type.queryset().iterator(chunk_size=CHUNK):
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield describe(document_type, chunk)
            chunk = []
    if chunk:
        yield describe(document_type, chunk)
