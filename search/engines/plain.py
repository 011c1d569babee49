"""The plain answer, from the database alone: for when the engine gives none.

It matches what was typed letter by letter, in what each kind names in
`plain_lookups`. It looks at the first few hundred rows of a kind, so its counts
may be too low; whoever shows it says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Q

from search.analysis.words import clean
from search.engines.interface import Found
from search.engines.prepared import access_key, first_text, order_of, source_of
from search.enums import Sort
from search.questions import Question
from search.registry import DocumentType, documents

MOST_ROWS = 300
MOST_WORDS = 6


def find_plainly(question: Question, facets: Iterable[str]) -> Found:
    sources = [
        source
        for document_type in documents
        if not question.kinds or document_type.kind in question.kinds
        for source in visible_sources(document_type, question)
    ]
    chosen = {name: set(codes) for name, codes in question.facets.items() if codes}
    left_out = {name: set(codes) for name, codes in question.left_out.items() if name not in chosen}
    matching = [source for source in sources if matches(source, chosen, left_out)]
    counts = {}
    for name in facets:
        others, out = without(chosen, name), without(left_out, name)
        found = (codes_of(source, name) for source in sources if matches(source, others, out))
        counts[name] = dict(Counter(code for codes in found for code in set(codes)))
    page = ordered(matching, question)[question.offset : question.offset + question.page_size]
    return Found(total=len(matching), hits=tuple((0.0, source) for source in page), facets=counts)


def visible_sources(document_type: DocumentType, question: Question) -> Iterator[dict[str, Any]]:
    keys = set(question.viewer.access_keys())
    for row in rows_with_words(document_type, question.text):
        document = document_type.document(row)
        if access_key(document) not in keys:
            continue
        if document.for_languages and question.language not in document.for_languages:
            continue
        day = document.day
        if question.earliest and (day is None or day < question.earliest):
            continue
        if question.latest and (day is None or day > question.latest):
            continue
        yield source_of(document, document_type)


def rows_with_words(document_type: DocumentType, text: str) -> Iterable[Any]:
    rows = document_type.queryset()
    words = clean(text, longest=200).split()[:MOST_WORDS]
    if words:
        if not document_type.plain_lookups:
            return []
        rows = rows.filter(
            reduce(
                and_,
                (
                    reduce(or_, (Q(**{f"{name}__icontains": word}) for name in document_type.plain_lookups))
                    for word in words
                ),
            )
        ).distinct()
    return rows[:MOST_ROWS]


def without(choices: dict[str, set[str]], name: str) -> dict[str, set[str]]:
    """A facet's own choice doesn't shrink its counts."""
    return {other: codes for other, codes in choices.items() if other != name}


def matches(source: dict[str, Any], chosen: dict[str, set[str]], left_out: dict[str, set[str]]) -> bool:
    return all(codes & set(codes_of(source, name)) for name, codes in chosen.items()) and not any(
        codes & set(codes_of(source, name)) for name, codes in left_out.items()
    )


def codes_of(source: dict[str, Any], name: str) -> list[str]:
    if name == "kind":
        return [source["kind"]]
    if name == "node":
        return [str(source["node_id"])] if source["node_id"] else []
    return source["facets"].get(name, [])


def ordered(sources: list[dict[str, Any]], question: Question) -> list[dict[str, Any]]:
    if question.sort == Sort.TITLE:
        return sorted(sources, key=lambda source: order_of(first_text(source["title"])))
    if question.sort == Sort.SOONEST:
        return sorted(sources, key=lambda source: source["day"] or "9999")
    if question.sort == Sort.NEWEST:
        return sorted(sources, key=lambda source: source["day"] or "", reverse=True)
    return sources
