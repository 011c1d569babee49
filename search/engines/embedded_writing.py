"""Documents as tantivy keeps them."""

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Document, Schema

from search.engines.interface import EngineUnavailable
from search.engines.prepared import FIELDS, Prepared

WRITER_MEMORY = 64_000_000
# From so many small segments on tantivy makes one of them, after the commit: about a second where one
# of them has ten thousand documents. Should that ever hang, whoever writes waits for it after so long.
MERGED_FROM = 8
LONGEST_MERGE = 30.0
ORDER_FIELDS = ("newest_order", "soonest_order", "title_order")


def schema_for(facets: Iterable[str]) -> Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("access", "readers", "identifiers", "codes"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in sorted({"kind", "node", *facets}):
        builder.add_text_field(f"facet_{name}", tokenizer_name="raw", index_option="basic", fast=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ORDER_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_float_field("weight", fast=True)
    builder.add_bytes_field("source", stored=True)
    builder.add_text_field("checksum", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """A full disk, and whatever else goes wrong in tantivy's threads, is a ValueError of the next call."""
    try:
        yield
    except ValueError as error:
        raise EngineUnavailable(f"The index {path.name} could not be written: {error}") from error


class EmbeddedWriter:
    def __init__(self, writer: Any, facets: frozenset[str], path: Path) -> None:
        self.writer = writer
        self.facets = facets
        self.path = path
        self.shown = False
        self.shown_at = 0.0

    def put(self, documents: Iterable[Prepared]) -> dict[str, str]:
        self.shown = False
        refused = {}
        for document in documents:
            try:
                row = self._row(document)
            except (TypeError, ValueError, UnicodeError) as error:
                refused[document.id] = f"{type(error).__name__}: {error}"
                continue
            with writing_to(self.path):
                self.writer.delete_documents_by_term("id", document.id)
                self.writer.add_document(row)
        return refused

    def remove(self, ids: Iterable[str]) -> None:
        self.shown = False
        with writing_to(self.path):
            for id_ in ids:
                self.writer.delete_documents_by_term("id", id_)

    def show(self) -> None:
        with writing_to(self.path):
            self.writer.commit()
        self.shown, self.shown_at = True, time.monotonic()

    def tidying(self) -> bool:
        """Whether segments are being merged: one has files that no commit names yet."""
        if len(self._named()) < MERGED_FROM or time.monotonic() - self.shown_at > LONGEST_MERGE:
            return False
        # It begins a moment after the commit.
        time.sleep(0.1)
        there = {file.stem for file in self.path.glob("*.term")}
        return bool(there - self._named())

    def end(self) -> None:
        """Once nothing is merged any more. What was not shown is forgotten."""
        with writing_to(self.path):
            self.writer.wait_merging_threads()

    def _named(self) -> set[str]:
        meta = json.loads((self.path / "meta.json").read_text())
        return {segment["segment_id"].replace("-", "") for segment in meta["segments"]}

    def _row(self, document: Prepared) -> Document:
        row = Document(id=document.id, day=document.day, checksum=document.checksum, **document.text)
        # Its weight counts by log2(2 + weight); this undoes that.
        row.add_float("weight", 2.0**document.weight - 2.0)
        row.add_bytes("source", json.dumps(document.source, default=str).encode())
        for name in ORDER_FIELDS:
            row.add_text(name, getattr(document, name))
        values = {
            "access": document.access,
            "readers": document.readers,
            "identifiers": document.identifiers,
            "codes": document.codes,
        }
        values |= {f"facet_{name}": codes for name, codes in document.facets.items() if name in self.facets}
        for name, codes in values.items():
            for code in dict.fromkeys(codes):
                row.add_text(name, code)
        return row
