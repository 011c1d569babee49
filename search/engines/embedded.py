"""tantivy inside the process: nothing to install, an index is a directory."""

import json
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tantivy import Index, Query

from search.analysis.reading import Reading
from search.engines.embedded_finding import Finding
from search.engines.embedded_writing import WRITER_MEMORY, EmbeddedWriter, schema_for
from search.engines.interface import EngineUnavailable, Found
from search.questions import Question


@dataclass
class Opened:
    index: Index
    facets: frozenset[str]
    # Which of its commits is read.
    seen: tuple[int, int] | None = None


class EmbeddedEngine:
    name = "embedded"

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._open: dict[str, Opened] = {}
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
        opened = self._opened(index)
        try:
            # One thread writes one segment at a time: the order of what is written is kept.
            writer = opened.index.writer(WRITER_MEMORY, 1)
        except ValueError as error:
            raise EngineUnavailable(f"Another process writes to {index}: {error}") from error
        documents = EmbeddedWriter(writer, opened.facets, self.directory / index)
        try:
            yield documents
            if not documents.shown:
                documents.show()
        finally:
            documents.end()

    def find(self, index: str, question: Question, reading: Reading, facets: Iterable[str]) -> Found:
        opened = self._opened(index)
        asked = [name for name in facets if name in opened.facets]
        try:
            return Finding(opened.index, question, reading).run(asked, opened.facets)
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

    def _index(self, name: str) -> Index:
        return self._opened(name).index

    def _opened(self, name: str) -> Opened:
        """Opened once, and read anew when another process has committed."""
        path = self.directory / name
        try:
            stat = (path / "meta.json").stat()
            generation = (stat.st_mtime_ns, stat.st_ino)
            with self._lock:
                opened = self._open.get(name) or open_index(path)
                if opened.seen != generation:
                    opened.index.reload()
                    opened.seen = generation
                    self._open[name] = opened
                return opened
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"The index {name} can't be read: {error}") from error


def open_index(path: Path) -> Opened:
    facets = frozenset(json.loads((path / "facets.json").read_text()))
    index = Index.open(str(path))
    index.config_reader("manual")
    return Opened(index, facets)
