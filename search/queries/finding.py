"""The one way to search: a question in, an answer out, from the engine or else from the database."""

from collections.abc import Iterable, Mapping
from typing import Any

import structlog

from search.analysis.highlights import Highlighter
from search.analysis.lexicon import Lexicon
from search.analysis.reading import Reading, read, read_beginning
from search.analysis.stems import stems_of
from search.analysis.thesaurus import Thesaurus, stems_of_phrase
from search.analysis.words import fold
from search.engines.chosen import chosen_engine
from search.engines.interface import Engine, EngineUnavailable, Found
from search.engines.plain import find_plainly
from search.queries.indexes import LiveIndex, live_index
from search.queries.thesaurus import current_thesaurus
from search.questions import Answer, FacetValue, Hit, Question
from search.registry import documents

logger = structlog.get_logger(__name__)

BUILT_IN_FACETS = ("kind", "node")
MOST_SYNONYMS_TOLD = 3
# With fewer hits than this, what comes near is shown as well.
FEW = 3


def find(
    question: Question, *, facets: Iterable[str] | None = None, thesaurus: Thesaurus | None = None
) -> Answer:
    """With counts for these facets, or for all that the question's kinds have."""
    thesaurus = thesaurus or current_thesaurus()
    names = list(facets) if facets is not None else [*BUILT_IN_FACETS, *documents.facets(question.kinds)]
    engine = chosen_engine()
    index = live_index(engine.name)
    if index is not None:
        try:
            lexicon = index.lexicon
            reading, found = read_and_find(engine, index, question, names, thesaurus)
            return answered(question, found, reading, lexicon, engine.name)
        except EngineUnavailable as error:
            logger.warning("search_engine_unavailable", engine=engine.name, error=str(error))
    return plain_answer(question, names, thesaurus)


def read_and_find(
    engine: Engine,
    index: LiveIndex,
    question: Question,
    names: Iterable[str],
    thesaurus: Thesaurus | None = None,
) -> tuple[Reading, Found]:
    """Strictly first; where that finds next to nothing, anything that comes near."""
    thesaurus, lexicon = thesaurus or current_thesaurus(), index.lexicon
    reading = read(question.text, lexicon=lexicon, thesaurus=thesaurus)
    found = engine.find(index.index, question, reading, names)
    if found.total >= FEW or not reading.wanted:
        return reading, found
    loosened = read(question.text, lexicon=lexicon, thesaurus=thesaurus, loosened=True)
    more = engine.find(index.index, question, loosened, names) if loosened != reading else found
    return (loosened, more) if more.total > found.total else (reading, found)


def suggest(question: Question) -> tuple[Hit, ...]:
    """What a text that is still being typed may lead to; nothing when the engine gives no answer."""
    engine = chosen_engine()
    index = live_index(engine.name)
    if index is None or not question.text:
        return ()
    try:
        reading = read_beginning(question.text, lexicon=index.lexicon, thesaurus=current_thesaurus())
        found = engine.find(index.index, question, reading, ())
    except EngineUnavailable:
        return ()
    return answered(question, found, reading, index.lexicon, engine.name).hits


def plain_answer(question: Question, names: list[str], thesaurus: Thesaurus) -> Answer:
    lexicon = Lexicon()
    reading = read(question.text, lexicon=lexicon, thesaurus=thesaurus)
    found = find_plainly(question, names)
    answer = answered(question, found, Reading(reading.text, reading.wanted), lexicon, "database")
    return Answer(**{**vars(answer), "degraded": True})


def answered(question: Question, found: Found, reading: Reading, lexicon: Lexicon, engine: str) -> Answer:
    highlighter = Highlighter(reading.stems, lexicon)
    hits = tuple(hit_from(source, score, question.language, highlighter) for score, source in found.hits)
    return Answer(
        total=found.total,
        hits=hits,
        facets={name: facet_values(question, name, counts) for name, counts in found.facets.items()},
        did_you_mean=reading.corrected,
        loosened=reading.loosened,
        also=also_found(reading, highlighter),
        words=tuple(wanted.word for wanted in reading.wanted),
        unknown=() if found.total else unknown_words(reading, lexicon),
        engine=engine,
    )


def unknown_words(reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """Nothing when nothing is known: without an index there is no lexicon to tell from."""
    words = (wanted.word for wanted in reading.wanted if wanted.word.isalpha())
    return tuple(word for word in words if not lexicon.knows(fold(word))) if lexicon.counts else ()


def also_found(reading: Reading, highlighter: Highlighter) -> tuple[str, ...]:
    """The other words for what was asked that the hits on the page really use."""
    typed = {one for wanted in reading.wanted for one in stems_of(fold(wanted.word))}
    told = [word for word in reading.also if typed.isdisjoint(stems := stems_of_phrase(word))
            and highlighter.marked_stems.issuperset(stems)]  # fmt: skip
    return tuple(told[:MOST_SYNONYMS_TOLD])


def facet_values(question: Question, name: str, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    """Those that occur, and those that were chosen even when they don't."""
    chosen = question.facets.get(name, ())
    codes = sorted({*counts, *chosen}, key=lambda code: (-counts.get(code, 0), code))
    return tuple(FacetValue(code, counts.get(code, 0), code in chosen) for code in codes)


def hit_from(source: Mapping[str, Any], score: float, language: str, highlighter: Highlighter) -> Hit:
    return Hit(
        kind=source["kind"],
        source=source,
        language=language_shown(source["title"], language),
        title=highlighter.whole(in_language(source["title"], language)),
        text=highlighter.line(text_around(source, language, highlighter)),
        score=score,
        in_attached=bool(any(source["attached"].values()) and not says_it_itself(source, highlighter)),
    )


def says_it_itself(source: Mapping[str, Any], highlighter: Highlighter) -> bool:
    if not highlighter.stems:
        return True
    texts = (text for name in ("title", "summary", "body") for text in source[name].values())
    return any(highlighter.matches(text) for text in texts)


def text_around(source: Mapping[str, Any], language: str, highlighter: Highlighter) -> str:
    """The summary, unless only the body has what was asked for."""
    summary, body = in_language(source["summary"], language), in_language(source["body"], language)
    if not summary or (body and not highlighter.matches(summary) and highlighter.matches(body)):
        return body
    return summary


def language_shown(texts: Mapping[str, str], language: str) -> str:
    """The reader's language, else bokmål, else any that there is."""
    return next((code for code in (language, "nb", *texts) if texts.get(code)), language)


def in_language(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language_shown(texts, language), "")
