"""SQLite's own full text search over the same documents, with counts for the same facets."""

import sqlite3

from search.analysis.words import words_in
from search.registry import Document
from tests.benchmarks.search_content import FACETS


class FullTextTable:
    def __init__(self, documents: list[Document]) -> None:
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("CREATE VIRTUAL TABLE text USING fts5(identifier, title, summary, body)")
        self.connection.execute("CREATE TABLE facet (document INTEGER, name TEXT, code TEXT)")
        for number, document in enumerate(documents, 1):
            texts = [" ".join(part.values()) for part in (document.title, document.summary, document.body)]
            row = (number, document.identifier, *texts)
            self.connection.execute(
                "INSERT INTO text(rowid, identifier, title, summary, body) VALUES (?, ?, ?, ?, ?)", row
            )
            codes = [(number, name, code) for name, values in document.facets.items() for code in values]
            self.connection.executemany("INSERT INTO facet VALUES (?, ?, ?)", codes)
        self.connection.execute("CREATE INDEX facet_document ON facet (document, name)")

    def find(self, text: str) -> list[str]:
        rows = self.connection.execute(
            "SELECT identifier FROM text WHERE text MATCH ? ORDER BY bm25(text, 10, 5, 2, 1) LIMIT 20",
            [self.match(text)],
        )
        return [identifier for (identifier,) in rows]

    def find_with_facets(self, text: str) -> list[str]:
        for name in FACETS:
            self.connection.execute(
                "SELECT code, count(*) FROM facet WHERE name = ? AND document IN"
                " (SELECT rowid FROM text WHERE text MATCH ?) GROUP BY code",
                [name, self.match(text)],
            ).fetchall()
        return self.find(text)

    @staticmethod
    def match(text: str) -> str:
        """Any of the words, as most people set it up: with all of them it finds next to nothing."""
        return " OR ".join(f'"{text[word.start : word.end]}"' for word in words_in(text)) or '""'
