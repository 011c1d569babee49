"""A question as Elasticsearch puts it."""

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.query import Query

from search.analysis.reading import Alternative, Reading, Wanted
from search.engines.prepared import (
    ANY_LANGUAGE,
    CODE_WORTH,
    FIELDS,
    IDENTIFIER_START_WORTH,
    IDENTIFIER_WORTH,
    OWN_NODE_WORTH,
)
from search.enums import Sort
from search.questions import Question

Choices = Mapping[str, tuple[str, ...]]
MOST_CODES = 500
# One clause for all of them: the client takes as long over a clause as Elasticsearch over answering it.
PLACES = [f"{name}^{worth}" for name, worth in FIELDS.items()]
# A page may wait this long for its hits.
ASKING_SECONDS = 2.0
ORDERS = {
    Sort.NEWEST: {"newest_order": "desc"},
    Sort.SOONEST: {"soonest_order": "asc"},
    Sort.TITLE: {"title_order": "asc"},
}


def search_for(question: Question, reading: Reading, facets: list[str]) -> Search:
    chosen = {name: codes for name, codes in question.facets.items() if codes}
    search = Search().query(query_for(question, reading)).source(["source"])
    search = search.extra(track_total_hits=True, timeout=f"{int(ASKING_SECONDS * 1000)}ms")
    search = search.extra(size=question.limit, from_=question.offset)
    search = search.sort(*order_for(question, reading))
    left_out = {name: codes for name, codes in question.left_out.items() if name not in chosen}
    if chosen or left_out:
        search = search.post_filter(chosen_filter(chosen, left_out))
    for name in facets:
        codes = A("terms", field=f"facet_{name}", size=MOST_CODES)
        narrowing, out = without(chosen, name), without(left_out, name)
        if narrowing or out:
            narrowed = chosen_filter(narrowing, out)
            search.aggs.bucket(name, "filter", filter=narrowed).bucket("codes", codes)
        else:
            search.aggs.bucket(name, codes)
    return search


def order_for(question: Question, reading: Reading) -> list[Any]:
    if question.sort in ORDERS:
        return [ORDERS[question.sort]]
    return ["_score", "id"] if reading.wanted else [ORDERS[Sort.NEWEST]]


def without(choices: Choices, name: str) -> Choices:
    """A facet's own choice doesn't shrink its counts."""
    return {other: codes for other, codes in choices.items() if other != name}


def chosen_filter(chosen: Choices, left_out: Choices) -> Query:
    return Q("bool", filter=terms_of(chosen), must_not=terms_of(left_out))


def terms_of(choices: Choices) -> list[Query]:
    return [Q("terms", **{f"facet_{name}": list(codes)}) for name, codes in choices.items()]


def query_for(question: Question, reading: Reading) -> Query:
    filters = [
        Q("terms", access=question.viewer.access_keys()),
        Q("terms", readers=[ANY_LANGUAGE, question.language]),
    ]
    if question.kinds:
        filters.append(Q("terms", facet_kind=list(question.kinds)))
    if question.earliest or question.latest:
        limits = {"gte": int(question.earliest.strftime("%Y%m%d")) if question.earliest else 1}
        if question.latest:
            limits["lte"] = int(question.latest.strftime("%Y%m%d"))
        filters.append(Q("range", day=limits))
    own = [worth("facet_node", str(question.node_id), OWN_NODE_WORTH)] if question.node_id else []
    words = [words_query(reading)] if reading.wanted else []
    others = [words_query(reading.apart_from)] if reading.apart_from else []
    query = Q("bool", filter=filters, must=words, must_not=others, should=own, minimum_should_match=0)
    return Q("function_score", query=query, field_value_factor={"field": "weight"}, boost_mode="multiply")


def words_query(reading: Reading) -> Query:
    return Q(
        "bool", should=[wanted_query(one) for one in reading.wanted], minimum_should_match=reading.minimum
    )


def wanted_query(wanted: Wanted) -> Query:
    ways = [alternative_query(alternative) for alternative in wanted.alternatives]
    if wanted.identifier:
        ways.append(worth("identifiers", wanted.identifier, IDENTIFIER_WORTH))
    elif wanted.word.isalpha() and len(wanted.word) <= 5:
        ways.append(worth("identifiers", wanted.word, IDENTIFIER_START_WORTH))
    if wanted.code:
        ways.append(worth("codes", wanted.code, CODE_WORTH))
    return Q("dis_max", queries=ways)


def alternative_query(alternative: Alternative) -> Query:
    weight = alternative.weight / len(alternative.stems)
    words = [anywhere(stem, weight) for stem in alternative.stems]
    return words[0] if len(words) == 1 else Q("bool", must=words)


def anywhere(stem: str, weight: float) -> Query:
    return Q("multi_match", query=stem, fields=PLACES, type="best_fields", tie_breaker=0.2, boost=weight)


def worth(name: str, value: str, points: float) -> Query:
    return Q("constant_score", filter=Q("term", **{name: value}), boost=points)
