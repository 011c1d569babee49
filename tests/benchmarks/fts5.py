"""SQLite's own full text search over the same documents, with counts for the same facets."""

import sqlite3
from collections.abc import Iterable

from search.analysis.words import words_in
from search.registry import Document

COUNTS = """
    SELECT name, code, count(*) FROM facet
    WHERE document IN (SELECT rowid FROM text WHERE text MATCH ?) GROUP BY name, code
"""
PAGE = """
    SELECT identifier, highlight(text, 1, '<mark>', '</mark>'), snippet(text, 3, '<mark>', '</mark>', '…', 30)
    FROM text WHERE text MATCH ? ORDER BY bm25(text, 10, 5, 2, 1) LIMIT 20
"""


class FullTextTable:
    def __init__(self, documents: Iterable[Document], file: str = ":memory:") -> None:
        self.connection = sqlite3.connect(file)
        self.connection.execute("CREATE VIRTUAL TABLE text USING fts5(identifier, title, summary, body)")
        self.connection.execute(
            "CREATE TABLE facet (document INTEGER, name TEXT, code TEXT, PRIMARY KEY (document, name, code))"
            " WITHOUT ROWID"
        )
        for number, document in enumerate(documents, 1):
            self._add(number, document)
        self.connection.commit()

    def _add(self, number: int, document: Document) -> None:
        texts = [" ".join(part.values()) for part in (document.title, document.summary, document.body)]
        self.connection.execute(
            "INSERT INTO text(rowid, identifier, title, summary, body) VALUES (?, ?, ?, ?, ?)",
            (number, document.identifier, *texts),
        )
        codes = {(number, name, code) for name, values in document.facets.items() for code in values}
        codes |= {(number, "node", str(document.node_id))}
        self.connection.executemany("INSERT INTO facet VALUES (?, ?, ?)", codes)

    def find(self, text: str) -> list[str]:
        return [identifier for identifier, _, _ in self.connection.execute(PAGE, [self.match(text)])]

    def find_with_facets(self, text: str) -> None:
        """A page of hits with highlights, and the counts of every facet in one statement."""
        self.find(text)
        self.connection.execute(COUNTS, [self.match(text)]).fetchall()

    @staticmethod
    def match(text: str) -> str:
        """Any of the words, as most people set it up: with all of them it finds next to nothing."""
        return " OR ".join(f'"{text[word.start : word.end]}"' for word in words_in(text)) or '""'
