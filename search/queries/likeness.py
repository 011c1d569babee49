"""Things that are like one that somebody reads: of its product group first, by the words they share."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import log

from search.analysis.lexicon import Lexicon
from search.analysis.reading import Reading, Wanted, own_alternatives
from search.analysis.stems import STOPPED
from search.analysis.words import folded_words
from search.engines.chosen import chosen_engine
from search.engines.interface import EngineUnavailable
from search.engines.plain import find_plainly
from search.engines.prepared import source_of
from search.queries.answering import answered, in_language
from search.queries.indexes import live_index
from search.questions import Hit, Question, Viewer
from search.registry import documents

# The words that say most of what it is about.
MOST_WORDS = 12
TITLE_WORTH = 3
MOST_LIKE = 4
# How much of its own score another must have to be like it: the less, the more the groups say already.
FLOORS = {"narrowest": 0.0, "widest": 0.05, "any": 0.15}


@dataclass(frozen=True)
class Likeness:
    """Whom the answer is for, and what stays out of it."""

    viewer: Viewer
    language: str = "nb"
    node_id: int | None = None
    earliest: date | None = None


def like_this(kind: str, key: object, likeness: Likeness) -> tuple[Hit, ...]:
    """Others of the same kind. With the engine gone, others of the same product group."""
    document_type = documents[kind]
    row = document_type.queryset().filter(pk=key).first()
    if row is None:
        return ()
    source = source_of(document_type.document(row), document_type)
    asked = Question(
        kinds=(kind,),
        left_out={facet.name: facet.left_out for facet in document_type.facets if facet.left_out},
        language=likeness.language,
        node_id=likeness.node_id,
        earliest=likeness.earliest,
        viewer=likeness.viewer,
        # It will find itself, and a session its course's other dates.
        page_size=MOST_LIKE * 3,
    )
    return tuple(others(source, found_alike(source, asked)))[:MOST_LIKE]


def found_alike(source: Mapping, asked: Question) -> Iterator[Hit]:
    engine = chosen_engine()
    index = live_index(engine.name)
    if index is not None:
        reading = reading_of(source, asked.language, index.lexicon)
        try:
            for question, floor in widening(source, asked):
                found = engine.find(index.index, question, reading, ())
                hits = answered(question, found, reading, index.lexicon, engine.name).hits
                best = max((hit.score for hit in hits), default=0.0)
                yield from (hit for hit in hits if hit.score >= floor * best)
            return
        except EngineUnavailable:
            pass
    in_group, _floor = next(widening(source, asked))
    if in_group.facets:
        found = find_plainly(in_group, ())
        yield from answered(in_group, found, Reading(), Lexicon(), "database").hits


def widening(source: Mapping, asked: Question) -> Iterator[tuple[Question, float]]:
    """Its narrowest product group, the widest, and everything. Groups stand each after those above it."""
    groups = source["facets"].get("product_group", ())
    for code, floor in zip((*groups[-1:], *groups[:1]), FLOORS.values(), strict=False):
        yield replace(asked, facets={"product_group": (code,)}), floor
    yield asked, FLOORS["any"]


def others(source: Mapping, hits: Iterator[Hit]) -> Iterator[Hit]:
    seen = {source["key"]}
    titles = [source["title"]]
    for hit in hits:
        if hit.source["key"] not in seen and hit.source["title"] not in titles:
            seen.add(hit.source["key"])
            titles.append(hit.source["title"])
            yield hit


def reading_of(source: Mapping, language: str, lexicon: Lexicon) -> Reading:
    """The words that are common here and rare elsewhere, any of which will do."""
    counts = Counter(words_of(in_language(source["title"], language)) * TITLE_WORTH)
    counts += Counter(words_of(in_language(source["summary"], language)))
    total = sum(lexicon.counts.values()) or 1
    weights = {word: count * log(1 + total / (1 + lexicon.counts[word])) for word, count in counts.items()}
    best = sorted(weights, key=lambda word: (-weights[word], word))[:MOST_WORDS]
    wanted = tuple(Wanted(word, tuple(own_alternatives(word, lexicon))) for word in best)
    return Reading(wanted=wanted, loosened=True)


def words_of(text: str) -> list[str]:
    return [word for word in folded_words(text) if word not in STOPPED and len(word) > 2 and word.isalpha()]
