"""tantivy inside the process: nothing to install, an index is a directory."""

import json
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Document, Index, Query, Schema

from search.analysis.reading import Reading
from search.engines.embedded_finding import Finding
from search.engines.interface import EngineUnavailable, Found
from search.engines.prepared import (
    FIELDS,
    Prepared,
)
from search.questions import Question

WRITER_MEMORY = 64_000_000
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


class EmbeddedWriter:
    def __init__(self, writer: Any, facets: frozenset[str]) -> None:
        self.writer = writer
        self.facets = facets

    def put(self, documents: Iterable[Prepared]) -> dict[str, str]:
        refused = {}
        for document in documents:
            try:
                row = self._row(document)
            except (TypeError, ValueError, UnicodeError) as error:
                refused[document.id] = f"{type(error).__name__}: {error}"
                continue
            self.writer.delete_documents_by_term("id", document.id)
            self.writer.add_document(row)
        return refused

    def remove(self, ids: Iterable[str]) -> None:
        for id_ in ids:
            self.writer.delete_documents_by_term("id", id_)

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


class EmbeddedEngine:
    name = "embedded"

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._open: dict[str, tuple[Index, tuple[int, int]]] = {}
        self._lock = threading.Lock()

    def create(self, index: str, facets: Iterable[str]) -> None:
        path = self.directory / index
        facets = sorted({"kind", "node", *facets})
        try:
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir(parents=True)
            (path / "facets.json").write_text(json.dumps(facets))
            Index(schema_for(facets), path=str(path))
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"The index {index} could not be made: {error}") from error

    def publish(self, index: str) -> None:
        """Nobody outside the process reads it."""

    def count(self, index: str) -> int:
        return self._index(index).searcher().num_docs

    def drop(self, index: str) -> None:
        with self._lock:
            self._open.pop(index, None)
        shutil.rmtree(self.directory / index, ignore_errors=True)

    def names(self) -> list[str]:
        return sorted(path.parent.name for path in self.directory.glob("*/facets.json"))

    @contextmanager
    def writing(self, index: str) -> Iterator[EmbeddedWriter]:
        opened = self._index(index)
        try:
            # One thread writes one segment at a time: the order of what is written is kept.
            writer = opened.writer(WRITER_MEMORY, 1)
        except ValueError as error:
            raise EngineUnavailable(f"Another process writes to {index}: {error}") from error
        try:
            yield EmbeddedWriter(writer, self._facets(index))
            writer.commit()
        except ValueError as error:
            raise EngineUnavailable(f"The index {index} could not be written: {error}") from error
        finally:
            writer.wait_merging_threads()

    def find(self, index: str, question: Question, reading: Reading, facets: Iterable[str]) -> Found:
        opened = self._index(index)
        known = self._facets(index)
        try:
            return Finding(opened, question, reading).run([name for name in facets if name in known], known)
        except ValueError as error:
            raise EngineUnavailable(str(error)) from error

    def checksums(self, index: str) -> Iterator[tuple[str, str]]:
        searcher = self._index(index).searcher()
        count = searcher.num_docs
        for _, address in searcher.search(Query.all_query(), limit=max(count, 1)).hits if count else ():
            row = searcher.doc(address)
            yield row["id"][0], row["checksum"][0]

    def check(self, index: str) -> None:
        self._index(index).searcher()

    def _facets(self, index: str) -> frozenset[str]:
        try:
            return frozenset(json.loads((self.directory / index / "facets.json").read_text()))
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"The index {index} can't be read: {error}") from error

    def _index(self, name: str) -> Index:
        """Opened once, and read anew when another process has committed."""
        path = self.directory / name
        try:
            stat = (path / "meta.json").stat()
            generation = (stat.st_mtime_ns, stat.st_ino)
            with self._lock:
                index, seen = self._open.get(name, (None, None))
                if index is None:
                    index = Index.open(str(path))
                    index.config_reader("manual")
                if seen != generation:
                    index.reload()
                    self._open[name] = (index, generation)
                return index
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"The index {name} can't be read: {error}") from error
