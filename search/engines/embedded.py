"""tantivy inside the process: nothing to install, an index is a directory."""

import json
import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Document, Index, Occur, Order, Query, Schema

from search.analysis.reading import Alternative, Reading, Wanted
from search.engines.interface import EngineUnavailable, Found
from search.engines.prepared import (
    ANY_LANGUAGE,
    CODE_WORTH,
    FIELDS,
    IDENTIFIER_START_WORTH,
    IDENTIFIER_WORTH,
    OWN_NODE_WORTH,
    Prepared,
)
from search.enums import Sort
from search.questions import Question

WRITER_MEMORY = 64_000_000
MOST_CODES = 500
ORDERS = {
    Sort.NEWEST: ("newest_order", Order.Desc),
    Sort.SOONEST: ("soonest_order", Order.Asc),
    Sort.TITLE: ("title_order", Order.Asc),
}


def schema_for(facets: Iterable[str]) -> Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("access", "readers", "identifiers", "codes"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in sorted({"kind", "node", *facets}):
        builder.add_text_field(f"facet_{name}", tokenizer_name="raw", index_option="basic", fast=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name, _ in ORDERS.values():
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
        for name, _ in ORDERS.values():
            row.add_text(name, getattr(document, name))
        values = {
            "access": document.access,
            "readers": [document.readers],
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
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        facets = sorted({"kind", "node", *facets})
        (path / "facets.json").write_text(json.dumps(facets))
        Index(schema_for(facets), path=str(path))

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
        return frozenset(json.loads((self.directory / index / "facets.json").read_text()))

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


class Finding:
    """One question put to one index."""

    def __init__(self, index: Index, question: Question, reading: Reading) -> None:
        self.schema = index.schema
        self.searcher = index.searcher()
        self.question = question
        self.reading = reading

    def run(self, facets: list[str], known: frozenset[str]) -> Found:
        chosen = {name: codes for name, codes in self.question.facets.items() if codes and name in known}
        query = self._query(chosen)
        total, hits = self._hits(query)
        counts = self._counts(query, [name for name in facets if name not in chosen])
        for name in facets:
            if name in chosen:
                others = {other: codes for other, codes in chosen.items() if other != name}
                counts |= self._counts(self._query(others), [name])
        return Found(total=total, hits=hits, facets=counts)

    def _hits(self, query: Query) -> tuple[int, tuple[tuple[float, Mapping[str, Any]], ...]]:
        options: dict[str, Any] = {"weight_by_field": "weight"}
        if self.question.sort in ORDERS:
            name, order = ORDERS[self.question.sort]
            options = {"order_by_field": name, "order": order}
        elif not self.reading.wanted:
            options = {"order_by_field": "newest_order", "order": Order.Desc}
        found = self.searcher.search(
            query, limit=self.question.page_size, offset=self.question.offset, **options
        )
        rows = ((key, self.searcher.doc(address)) for key, address in found.hits)
        # tantivy's types forget the count.
        return found.count, tuple(  # type: ignore[attr-defined]
            (float(key) if isinstance(key, float) else 0.0, json.loads(row["source"][0])) for key, row in rows
        )

    def _counts(self, query: Query, names: list[str]) -> dict[str, dict[str, int]]:
        if not names:
            return {}
        asked = {name: {"terms": {"field": f"facet_{name}", "size": MOST_CODES}} for name in names}
        answer = self.searcher.aggregate(query, asked)
        return {
            name: {bucket["key"]: bucket["doc_count"] for bucket in answer[name]["buckets"]} for name in names
        }

    def _query(self, chosen: Mapping[str, tuple[str, ...]]) -> Query:
        filters = [
            Query.term_set_query(self.schema, "access", self.question.viewer.access_keys()),
            Query.term_set_query(self.schema, "readers", [ANY_LANGUAGE, self.question.language]),
        ]
        if self.question.kinds:
            filters.append(Query.term_set_query(self.schema, "facet_kind", list(self.question.kinds)))
        for name, codes in chosen.items():
            filters.append(Query.term_set_query(self.schema, f"facet_{name}", list(codes)))
        if self.question.earliest or self.question.latest:
            filters.append(self._days())
        clauses = [(Occur.Must, Query.const_score_query(one, 0.0)) for one in filters]
        if self.reading.wanted:
            clauses.append((Occur.Must, self._words()))
        if self.question.node_id:
            own = self._term("facet_node", str(self.question.node_id))
            clauses.append((Occur.Should, Query.const_score_query(own, OWN_NODE_WORTH)))
        return Query.boolean_query(clauses)

    def _days(self) -> Query:
        earliest, latest = self.question.earliest, self.question.latest
        return Query.range_query(
            self.schema,
            "day",
            tantivy.FieldType.Integer,
            lower_bound=int(earliest.strftime("%Y%m%d")) if earliest else 1,
            upper_bound=int(latest.strftime("%Y%m%d")) if latest else None,
        )

    def _words(self) -> Query:
        wanted = [(Occur.Should, self._wanted(one)) for one in self.reading.wanted]
        return Query.boolean_query(wanted, minimum_number_should_match=self.reading.minimum)

    def _wanted(self, wanted: Wanted) -> Query:
        ways = [self._alternative(alternative) for alternative in wanted.alternatives]
        if wanted.identifier:
            ways.append(self._worth("identifiers", wanted.identifier, IDENTIFIER_WORTH))
        elif wanted.word.isalpha() and len(wanted.word) <= 5:
            ways.append(self._worth("identifiers", wanted.word, IDENTIFIER_START_WORTH))
        if wanted.code:
            ways.append(self._worth("codes", wanted.code, CODE_WORTH))
        return Query.disjunction_max_query(ways)

    def _alternative(self, alternative: Alternative) -> Query:
        weight = alternative.weight / len(alternative.stems)
        words = [self._anywhere(stem, weight) for stem in alternative.stems]
        return words[0] if len(words) == 1 else Query.boolean_query([(Occur.Must, word) for word in words])

    def _anywhere(self, stem: str, weight: float) -> Query:
        places = [
            Query.boost_query(self._term(name, stem, "freq"), worth * weight)
            for name, worth in FIELDS.items()
        ]
        return Query.disjunction_max_query(places, tie_breaker=0.2)

    def _worth(self, name: str, value: str, worth: float) -> Query:
        return Query.const_score_query(self._term(name, value), worth)

    def _term(self, name: str, value: str, index_option: str = "basic") -> Query:
        return Query.term_query(self.schema, name, value, index_option)
