"""What an engine found as an answer: texts in the reader's language, with what was asked for marked."""

from collections.abc import Mapping
from typing import Any

from search.analysis.highlights import Highlighter
from search.analysis.lexicon import Lexicon
from search.analysis.reading import Reading
from search.analysis.stems import stems_of
from search.analysis.thesaurus import stems_of_phrase
from search.analysis.words import fold
from search.engines.interface import Found
from search.questions import Answer, FacetValue, Hit, Question

MOST_SYNONYMS_TOLD = 3


def answered(question: Question, found: Found, reading: Reading, lexicon: Lexicon, engine: str) -> Answer:
    highlighter = Highlighter(reading.stems, lexicon)
    # What has all that was asked for shows just that.
    strict = Highlighter(reading.apart_from.stems, lexicon) if reading.apart_from else highlighter
    near_from = len(found.hits) if found.near_from is None else found.near_from
    hits = tuple(
        hit_from(source, score, question.language, strict if at < near_from else highlighter, at >= near_from)
        for at, (score, source) in enumerate(found.hits)
    )
    return Answer(
        total=found.total,
        hits=hits,
        facets={name: facet_values(question, name, counts) for name, counts in found.facets.items()},
        did_you_mean=reading.corrected,
        loosened=reading.loosened,
        also=also_found(reading, highlighter.marked_stems | strict.marked_stems),
        words=tuple(wanted.word for wanted in reading.wanted),
        unknown=() if found.total else unknown_words(reading, lexicon),
        engine=engine,
    )


def unknown_words(reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """Nothing when nothing is known: without an index there is no lexicon to tell from."""
    words = (wanted.word for wanted in reading.wanted if wanted.word.isalpha())
    return tuple(word for word in words if not lexicon.knows(fold(word))) if lexicon.counts else ()


def also_found(reading: Reading, marked: set[str]) -> tuple[str, ...]:
    """The other words for what was asked that the hits on the page really use."""
    typed = {one for wanted in reading.wanted for one in stems_of(fold(wanted.word))}
    told = [word for word in reading.also if typed.isdisjoint(stems := stems_of_phrase(word))
            and marked.issuperset(stems)]  # fmt: skip
    return tuple(told[:MOST_SYNONYMS_TOLD])


def facet_values(question: Question, name: str, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    """Those that occur, and those that were chosen even when they don't."""
    chosen = question.facets.get(name, ())
    codes = sorted({*counts, *chosen}, key=lambda code: (-counts.get(code, 0), code))
    return tuple(FacetValue(code, counts.get(code, 0), code in chosen) for code in codes)


def hit_from(
    source: Mapping[str, Any], score: float, language: str, highlighter: Highlighter, near: bool
) -> Hit:
    return Hit(
        kind=source["kind"],
        source=source,
        language=language_shown(source["title"], language),
        title=highlighter.whole(in_language(source["title"], language)),
        text=highlighter.line(text_around(source, language, highlighter)),
        score=score,
        in_attached=bool(any(source["attached"].values()) and not says_it_itself(source, highlighter)),
        near=near,
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
