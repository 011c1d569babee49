"""Nobody can write a question that costs much: told by what is asked of an engine, not by a clock."""

import json
from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.lexicon import Lexicon
from search.analysis.reading import MOST_STEMS, MOST_WORDS, read, read_beginning
from search.analysis.thesaurus import Thesaurus
from search.engines.cluster_finding import MOST_CODES, search_for
from search.engines.prepared import FIELDS
from search.forms.question import LONGEST_CODE, MOST_CHOSEN, question_from
from search.questions import ANYONE, LAST_PAGE, PAGE_SIZE, Question

COMPOUNDS = [
    f"{first}{last}" for first in ("mat", "hus", "buss", "bygg") for last in ("avfall", "vask", "energi")
]
# Filters, identifiers and codes beside the words.
APART_FROM_WORDS = 3 * MOST_WORDS + 10
COSTLY = ("script", "wildcard", "regexp", "fuzzy", "prefix", "query_string", "more_like_this")


@pytest.fixture(scope="module")
def crowded():
    """A thesaurus in which everything is another word for everything."""
    words = [
        *COMPOUNDS,
        "avfall",
        "vask",
        "energi",
        "mat",
        "hus",
        *(f"{a} {b}" for a in COMPOUNDS for b in COMPOUNDS),
    ]
    thesaurus = Thesaurus()
    thesaurus.add(("nb", word) for word in words)
    return thesaurus


@pytest.fixture(scope="module")
def known():
    lexicon = Lexicon()
    lexicon.add_text(
        " ".join([*COMPOUNDS, *(f"avfall{letter}{other}" for letter in "abcdefgh" for other in "ijkl")])
    )
    return lexicon


def asked_of_elasticsearch(reading):
    facets = ["kind", "node", "product_group", "level", "use", "theme"]
    return search_for(Question(facets={"level": ("basic",)}), reading, facets).to_dict()


def terms_in(query) -> int:
    """A stem is looked for once in each field."""
    asked = json.dumps(query)
    return asked.count('{"term": ') + asked.count('{"multi_match": ') * len(FIELDS)


words = st.lists(
    st.sampled_from([*COMPOUNDS, "vaskk", "TEX-4", "18110000", "avfall", "x" * 60]) | st.text(max_size=30),
    max_size=60,
)


@given(words)
def test_whatever_is_written_an_engine_looks_for_few_words(known, crowded, written):
    for way in (read, read_beginning):
        reading = way(" ".join(written), lexicon=known, thesaurus=crowded)
        stems = sum(len(one.stems) for wanted in reading.wanted for one in wanted.alternatives)
        assert len(reading.wanted) <= MOST_WORDS
        assert stems <= MOST_STEMS
        assert terms_in(asked_of_elasticsearch(reading)) <= MOST_STEMS * len(FIELDS) + APART_FROM_WORDS


def test_the_bound_is_reached_so_it_is_what_holds(known, crowded):
    reading = read(" ".join(COMPOUNDS), lexicon=known, thesaurus=crowded)
    stems = sum(len(one.stems) for wanted in reading.wanted for one in wanted.alternatives)
    assert stems > MOST_STEMS * 0.8
    assert all(wanted.alternatives for wanted in reading.wanted)


def test_elasticsearch_is_given_a_limit_and_nothing_that_walks_through_all_words(known, crowded):
    query = asked_of_elasticsearch(read(" ".join(COMPOUNDS), lexicon=known, thesaurus=crowded))
    said = json.dumps(query)
    assert query["timeout"] == "2000ms"
    assert query["size"] == PAGE_SIZE
    assert [word for word in COSTLY if f'"{word}' in said] == []
    assert max(one["terms"]["size"] for one in bare_counts(query)) <= MOST_CODES


def bare_counts(query):
    return [one["aggs"]["codes"] if "aggs" in one else one for one in query["aggs"].values()]


def test_an_address_may_ask_for_few_values_of_a_facet_and_no_page_far_behind():
    params = QueryDict(
        "&".join([f"level={number}{'x' * 500}" for number in range(2000)] + ["page=99999", "to=9999-12-31"])
    )
    question = question_from(params, facets=["level"], viewer=ANYONE)
    assert len(question.facets["level"]) == MOST_CHOSEN
    assert max(map(len, question.facets["level"])) <= LONGEST_CODE
    assert question.offset <= LAST_PAGE * PAGE_SIZE
    assert question.latest == date(9999, 12, 31)


def test_a_word_longer_than_any_is_not_held_against_all_others(known):
    reading = read("avfal" * 40, lexicon=known, thesaurus=Thesaurus())
    assert reading.corrected == ""
