"""When nothing has all that was asked for: what to loosen, how much that gives, and what comes near."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from search.queries import find
from search.questions import Question
from search.views.hits import Names, ShownHit, show_hits
from search.views.results import Results

MOST_TRIED = 6
MOST_NEAR = 3


@dataclass(frozen=True)
class WayOut:
    # What is left out of the question: a filter's label or a word.
    without: str
    url: str
    count: int


@dataclass(frozen=True)
class WaysOut:
    filters: list[WayOut]
    words: list[WayOut]
    # Everything that the hub has on it, where the page looks for less.
    elsewhere: WayOut | None
    near: list[ShownHit]


def find_ways_out(results: Results) -> WaysOut:
    filters, words = list(without_filters(results)), list(without_words(results))
    elsewhere = in_everything(results)
    near = [] if filters else what_comes_near(results)
    return WaysOut(filters, words, elsewhere, near)


def count(question: Question) -> int:
    return find(replace(question, page=1, page_size=1), facets=()).total


def without_filters(results: Results) -> Iterator[WayOut]:
    for chip in results.chips[:MOST_TRIED]:
        if found := count(chip.left):
            yield WayOut(chip.label, chip.url, found)


def without_words(results: Results) -> Iterator[WayOut]:
    """Where several words were asked for, and leaving one out gives something."""
    words = results.question.text.split()
    if not 1 < len(words) <= MOST_TRIED:
        return
    for at, word in enumerate(words):
        text = " ".join([*words[:at], *words[at + 1 :]])
        if found := count(replace(results.question, text=text)):
            yield WayOut(word, results.address_with_text(text), found)


def in_everything(results: Results) -> WayOut | None:
    if not results.finder.kinds or not results.question.text:
        return None
    found = count(everything_on(results.question))
    query = urlencode({"q": results.question.text})
    return WayOut("", f"{reverse('search:finder')}?{query}", found) if found else None


def everything_on(question: Question) -> Question:
    return replace(question, kinds=(), facets={}, earliest=None, latest=None)


def what_comes_near(results: Results) -> list[ShownHit]:
    """Of the same kind in any list of the page, else of any kind."""
    question = results.question
    if not question.text:
        return []
    for asked in (replace(question, facets={}, earliest=None, latest=None), everything_on(question)):
        answer = find(replace(asked, page=1, page_size=MOST_NEAR), facets=())
        if answer.hits:
            return show_hits(Names(asked, answer), results.request)
    return []
