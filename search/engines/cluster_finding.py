"""A question as Elasticsearch puts it: in plain dictionaries, as its client's objects for them
take longer to make and unmake than Elasticsearch takes to answer.
"""

from collections.abc import Mapping
from typing import Any

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

Query = dict[str, Any]
Choices = Mapping[str, tuple[str, ...]]
MOST_CODES = 500
# A page may wait this long for its hits.
ASKING_SECONDS = 2.0
ORDERS = {
    Sort.NEWEST: {"newest_order": "desc"},
    Sort.SOONEST: {"soonest_order": "asc"},
    Sort.TITLE: {"title_order": "asc"},
}


def search_for(question: Question, reading: Reading, facets: list[str]) -> dict[str, Any]:
    chosen = {name: codes for name, codes in question.facets.items() if codes}
    left_out = {name: codes for name, codes in question.left_out.items() if name not in chosen}
    search = {
        "query": query_for(question, reading),
        "source": ["source"],
        "track_total_hits": True,
        "timeout": f"{int(ASKING_SECONDS * 1000)}ms",
        "size": question.limit,
        "from_": question.offset,
        "sort": order_for(question, reading),
        "aggs": {name: counted(name, without(chosen, name), without(left_out, name)) for name in facets},
    }
    if chosen or left_out:
        search["post_filter"] = chosen_filter(chosen, left_out)
    return search


def counted(name: str, narrowing: Choices, left_out: Choices) -> Query:
    codes = {"terms": {"field": f"facet_{name}", "size": MOST_CODES}}
    if not narrowing and not left_out:
        return codes
    return {"filter": chosen_filter(narrowing, left_out), "aggs": {"codes": codes}}


def order_for(question: Question, reading: Reading) -> list[Any]:
    if question.sort in ORDERS:
        return [ORDERS[question.sort]]
    return ["_score", "id"] if reading.wanted else [ORDERS[Sort.NEWEST]]


def without(choices: Choices, name: str) -> Choices:
    """A facet's own choice doesn't shrink its counts."""
    return {other: codes for other, codes in choices.items() if other != name}


def chosen_filter(chosen: Choices, left_out: Choices) -> Query:
    return {"bool": {"filter": terms_of(chosen), "must_not": terms_of(left_out)}}


def terms_of(choices: Choices) -> list[Query]:
    return [{"terms": {f"facet_{name}": list(codes)}} for name, codes in choices.items()]


def query_for(question: Question, reading: Reading) -> Query:
    filters: list[Query] = [
        {"terms": {"access": question.viewer.access_keys()}},
        {"terms": {"readers": [ANY_LANGUAGE, question.language]}},
    ]
    if question.kinds:
        filters.append({"terms": {"facet_kind": list(question.kinds)}})
    if question.earliest or question.latest:
        limits = {"gte": int(question.earliest.strftime("%Y%m%d")) if question.earliest else 1}
        if question.latest:
            limits["lte"] = int(question.latest.strftime("%Y%m%d"))
        filters.append({"range": {"day": limits}})
    own = [worth("facet_node", str(question.node_id), OWN_NODE_WORTH)] if question.node_id else []
    parts = {
        "filter": filters,
        "must": [words_query(reading)] if reading.wanted else [],
        "must_not": [words_query(reading.apart_from)] if reading.apart_from else [],
        "should": own,
        "minimum_should_match": 0,
    }
    weighed = {"field_value_factor": {"field": "weight"}, "boost_mode": "multiply"}
    return {"function_score": {"query": {"bool": parts}, **weighed}}


def words_query(reading: Reading) -> Query:
    wanted = [wanted_query(one) for one in reading.wanted]
    return {"bool": {"should": wanted, "minimum_should_match": reading.minimum}}


def wanted_query(wanted: Wanted) -> Query:
    ways = [alternative_query(alternative) for alternative in wanted.alternatives]
    if wanted.identifier:
        ways.append(worth("identifiers", wanted.identifier, IDENTIFIER_WORTH))
    elif wanted.word.isalpha() and len(wanted.word) <= 5:
        ways.append(worth("identifiers", wanted.word, IDENTIFIER_START_WORTH))
    if wanted.code:
        ways.append(worth("codes", wanted.code, CODE_WORTH))
    return {"dis_max": {"queries": ways}}


def alternative_query(alternative: Alternative) -> Query:
    weight = alternative.weight / len(alternative.stems)
    words = [anywhere(stem, weight) for stem in alternative.stems]
    return words[0] if len(words) == 1 else {"bool": {"must": words}}


def anywhere(stem: str, weight: float) -> Query:
    places = [{"term": {name: {"value": stem, "boost": worth_ * weight}}} for name, worth_ in FIELDS.items()]
    return {"dis_max": {"queries": places, "tie_breaker": 0.2}}


def worth(name: str, value: str, points: float) -> Query:
    return {"constant_score": {"filter": {"term": {name: value}}, "boost": points}}
