"""With few strict hits, what comes near is shown after them: alike in both engines."""

from collections import Counter
from dataclasses import dataclass

import pytest

from search.analysis.lexicon import Lexicon
from search.analysis.thesaurus import shipped
from search.engines.prepared import prepare
from search.enums import Sort
from search.queries.answering import answered
from search.queries.finding import read_and_find
from search.queries.indexes import LiveIndex
from search.questions import Question
from search.registry import Document
from tests.search.test_engines import Criterion

FACETS = ["level"]
# Both words in a file alone; one of them in a title, many times over.
STRICT = {"s1": "basic", "s2": "advanced"}
NEAR = {f"n{number}": "basic" if number % 2 else "advanced" for number in range(7)}


def content():
    for key, level in STRICT.items():
        attached = {"nb": "Vedlegg om slitasjeklasser for benker. " + "Andre ord. " * 200}
        yield Document(
            key=key, title={"nb": f"Arbeidstøy {key}"}, attached=attached, facets={"level": [level]}
        )
    for key, level in NEAR.items():
        yield Document(
            key=key,
            title={"nb": f"Benker i klasse {key}"},
            summary={"nb": "Benker, benker og klasser"},
            facets={"level": [level]},
        )


@dataclass(frozen=True)
class Index(LiveIndex):
    words: Lexicon = None

    @property
    def lexicon(self):
        return self.words


@pytest.fixture
def live(engine, index):
    lexicon = Lexicon()
    for document in content():
        for texts in (document.title, document.summary, document.attached):
            lexicon.add_text(texts.get("nb", ""))
    engine.create(index, FACETS)
    with engine.writing(index) as writer:
        writer.put(prepare(document, Criterion(), lexicon) for document in content())
    return Index(0, index, lexicon)


@pytest.fixture
def ask(engine, live):
    def asked(text="slitasjeklasser benker", **fields):
        question = Question(text=text, **fields)
        reading, found = read_and_find(engine, live, question, FACETS, shipped())
        return answered(question, found, reading, live.lexicon, engine.name)

    return asked


def keys(answer):
    return [hit.source["key"] for hit in answer.hits]


def test_what_has_every_word_comes_before_what_comes_near_however_well_that_scores(ask):
    answer = ask()
    assert set(keys(answer)[:2]) == set(STRICT)
    assert set(keys(answer)[2:]) == set(NEAR)
    assert [hit.near for hit in answer.hits] == [False] * 2 + [True] * 7
    assert answer.loosened
    best_near = max(hit.score for hit in answer.hits if hit.near)
    assert best_near > answer.hits[0].score, "or this test shows nothing"


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.SOONEST, Sort.TITLE])
def test_in_any_order_the_strict_ones_come_first(ask, sort):
    answer = ask(sort=sort)
    assert set(keys(answer)[:2]) == set(STRICT)
    assert keys(answer)[2:] == sorted(NEAR, reverse=sort == Sort.NEWEST)


@pytest.mark.parametrize("page_size", [1, 2, 3, 4, 20])
def test_pages_hold_each_hit_once_in_the_same_order_with_the_same_counts(ask, page_size):
    whole = ask(page_size=20)
    pages = [ask(page_size=page_size, page=page) for page in range(1, -(-9 // page_size) + 1)]
    assert [key for page in pages for key in keys(page)] == keys(whole)
    assert [hit.near for page in pages for hit in page.hits] == [hit.near for hit in whole.hits]
    assert all(len(page.hits) == page_size for page in pages[:-1])
    assert {page.total for page in pages} == {9}
    assert all(page.facets == whole.facets for page in pages)


def test_both_are_counted_and_each_once(ask):
    levels = Counter([*STRICT.values(), *NEAR.values()])
    assert {value.code: value.count for value in ask().facets["level"]} == levels


@pytest.mark.parametrize("level", ["basic", "advanced"])
def test_a_choice_narrows_both_and_leaves_its_own_counts_alone(ask, level):
    answer = ask(facets={"level": (level,)})
    chosen = {key for key, of_key in {**STRICT, **NEAR}.items() if of_key == level}
    assert answer.total == len(answer.hits) == len(chosen)
    assert set(keys(answer)) == chosen
    assert keys(answer)[0] in STRICT
    assert {value.code: value.count for value in answer.facets["level"]} == {"basic": 4, "advanced": 5}


def test_a_strict_hit_shows_what_was_asked_for_and_where_it_stands(ask):
    first, *_others, last = ask().hits
    assert first.in_attached
    assert not last.in_attached
    assert "<mark>Benker</mark>" in last.title, "marked though the strict hits were read by other words"


def test_with_enough_strict_hits_nothing_is_near(ask):
    answer = ask("benker")
    assert answer.total == 9
    assert not answer.loosened
    assert not any(hit.near for hit in answer.hits)


def test_without_any_strict_hit_all_are_near(ask):
    answer = ask("slitasjeklasser romskip klasse")
    assert answer.loosened
    assert all(hit.near for hit in answer.hits)
    assert answer.total == len(answer.hits) == 9
