"""The one way to search: a question in, an answer out, from the engine or else from the database."""

from collections.abc import Iterable
from dataclasses import replace

import structlog

from search.analysis.lexicon import Lexicon
from search.analysis.reading import Reading, read, read_beginning
from search.analysis.thesaurus import Thesaurus
from search.engines.chosen import chosen_engine
from search.engines.interface import Engine, EngineUnavailable, Found
from search.engines.plain import find_plainly
from search.queries.answering import answered
from search.queries.indexes import LiveIndex, live_index
from search.queries.thesaurus import current_thesaurus
from search.questions import Answer, Hit, Question
from search.registry import documents

logger = structlog.get_logger(__name__)

BUILT_IN_FACETS = ("kind", "node")
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
    """Strictly first; where that finds next to nothing, then whatever else comes near."""
    thesaurus, lexicon = thesaurus or current_thesaurus(), index.lexicon
    reading = read(question.text, lexicon=lexicon, thesaurus=thesaurus)
    found = engine.find(index.index, question, reading, names)
    if found.total >= FEW or not reading.wanted:
        return reading, found
    loosened = read(question.text, lexicon=lexicon, thesaurus=thesaurus, loosened=True)
    if (loosened.wanted, loosened.minimum) == (reading.wanted, reading.minimum):
        return reading, found
    loosened = replace(loosened, apart_from=reading)
    near = engine.find(index.index, replace(question, before=found.total), loosened, names)
    return (loosened, found.then(near)) if near.total else (reading, found)


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
