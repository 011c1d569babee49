"""Compares the live index with the database, and has repaired what differs."""

from dataclasses import dataclass

from search.engines.chosen import chosen_engine
from search.engines.prepared import checksum_of, source_of
from search.models import OutboxEntry
from search.queries.indexes import live_index
from search.registry import documents
from search.services.outbox import note_changes
from search.services.reading_rows import described_in_chunks
from search.services.rebuilding import forget_broken_builds


@dataclass
class Compared:
    same: int = 0
    missing: int = 0
    outdated: int = 0
    left_over: int = 0

    @property
    def differing(self) -> int:
        return self.missing + self.outdated + self.left_over


def compare_index() -> Compared | None:
    """Nothing when there is no index to compare with."""
    forget_broken_builds()
    engine = chosen_engine()
    index = live_index(engine.name)
    if index is None:
        return None
    indexed = dict(engine.checksums(index.index))
    waiting = {str(entry) for entry in OutboxEntry.objects.waiting()}
    compared = Compared()
    for document_type in documents:
        repair: list[str] = []
        for described in described_in_chunks(document_type):
            for document in described.documents:
                id_ = f"{document_type.kind}:{document.key}"
                checksum = indexed.pop(id_, None)
                if checksum == checksum_of(source_of(document, document_type)):
                    compared.same += 1
                elif id_ not in waiting:
                    compared.missing += checksum is None
                    compared.outdated += checksum is not None
                    repair.append(document.key)
        note_changes(kind=document_type.kind, keys=repair)
    for id_ in indexed.keys() - waiting:
        kind, key = id_.split(":", 1)
        compared.left_over += 1
        note_changes(kind=kind, keys=[key])
    return compared
