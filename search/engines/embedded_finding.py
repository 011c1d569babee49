"""A question as tantivy puts it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import tantivy
from tantivy import Index, Occur, Order, Query

from search.analysis.reading import Alternative, Reading, Wanted
from search.engines.interface import Found
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
ORDERS = {
    Sort.NEWEST: ("newest_order", Order.Desc),
    Sort.SOONEST: ("soonest_order", Order.Asc),
    Sort.TITLE: ("title_order", Order.Asc),
}


def without(choices: Choices, name: str) -> Choices:
    return {other: codes for other, codes in choices.items() if other != name}


class Finding:
    """One question put to one index."""

    def __init__(self, index: Index, question: Question, reading: Reading) -> None:
        self.schema = index.schema
        self.searcher = index.searcher()
        self.question = question
        self.reading = reading

    def run(self, facets: list[str], known: frozenset[str]) -> Found:
        chosen = {name: codes for name, codes in self.question.facets.items() if codes and name in known}
        left_out = {
            name: codes
            for name, codes in self.question.left_out.items()
            if name in known and name not in chosen
        }
        query = self._query(chosen, left_out)
        total, hits = self._hits(query)
        narrowing = {*chosen, *left_out}
        others = [name for name in facets if name not in narrowing]
        # What no hit has needs no second look.
        counts = self._counts(query, others) if total else {name: {} for name in others}
        for name in facets:
            if name in narrowing:
                # A facet's own choice doesn't shrink its counts.
                wider = self._query(without(chosen, name), without(left_out, name))
                counts |= self._counts(wider, [name])
        return Found(total=total, hits=hits, facets=counts)

    def _hits(self, query: Query) -> tuple[int, tuple[tuple[float, Mapping[str, Any]], ...]]:
        options: dict[str, Any] = {"weight_by_field": "weight"}
        if self.question.sort in ORDERS:
            name, order = ORDERS[self.question.sort]
            options = {"order_by_field": name, "order": order}
        elif not self.reading.wanted:
            options = {"order_by_field": "newest_order", "order": Order.Desc}
        # It refuses to look for no hits at all.
        limit = self.question.limit
        found = self.searcher.search(query, limit=max(limit, 1), offset=self.question.offset, **options)
        rows = ((key, self.searcher.doc(address)) for key, address in found.hits[:limit])
        # tantivy's types forget the count.
        return found.count, tuple(  # type: ignore[attr-defined]
            (float(key) if isinstance(key, float) else 0.0, json.loads(row["source"][0])) for key, row in rows
        )

    def _counts(self, query: Query, names: list[str]) -> dict[str, dict[str, int]]:
        if not names:
            return {}
        asked = {name: {"terms": {"field": f"facet_{name}", "size": MOST_CODES}} for name in names}
        answer = self.searcher.aggregate(query, asked)
        return {
            name: {bucket["key"]: bucket["doc_count"] for bucket in answer[name]["buckets"]} for name in names
        }

    def _query(self, chosen: Choices, left_out: Choices) -> Query:
        filters = [
            self._any_of("access", self.question.viewer.access_keys()),
            self._any_of("readers", [ANY_LANGUAGE, self.question.language]),
        ]
        if self.question.kinds:
            filters.append(self._any_of("facet_kind", self.question.kinds))
        filters += [self._any_of(f"facet_{name}", codes) for name, codes in chosen.items()]
        if self.question.earliest or self.question.latest:
            filters.append(self._days())
        clauses = [(Occur.Must, Query.const_score_query(one, 0.0)) for one in filters]
        for name, codes in left_out.items():
            clauses.append((Occur.MustNot, self._any_of(f"facet_{name}", codes)))
        if self.reading.wanted:
            clauses.append((Occur.Must, self._words(self.reading)))
        if self.reading.apart_from:
            clauses.append((Occur.MustNot, self._words(self.reading.apart_from)))
        if self.question.node_id:
            own = self._term("facet_node", str(self.question.node_id))
            clauses.append((Occur.Should, Query.const_score_query(own, OWN_NODE_WORTH)))
        return Query.boolean_query(clauses)

    def _days(self) -> Query:
        earliest, latest = self.question.earliest, self.question.latest
        return Query.range_query(
            self.schema,
            "day",
            tantivy.FieldType.Integer,
            lower_bound=int(earliest.strftime("%Y%m%d")) if earliest else 1,
            upper_bound=int(latest.strftime("%Y%m%d")) if latest else None,
        )

    def _any_of(self, name: str, codes: Sequence[str]) -> Query:
        """Term by term: unlike a set of terms, it needn't list all that have one before it looks at words."""
        terms = [self._term(name, code) for code in codes]
        return terms[0] if len(terms) == 1 else Query.boolean_query([(Occur.Should, one) for one in terms])

    def _words(self, reading: Reading) -> Query:
        wanted = [(Occur.Should, self._wanted(one)) for one in reading.wanted]
        return Query.boolean_query(wanted, minimum_number_should_match=reading.minimum)

    def _wanted(self, wanted: Wanted) -> Query:
        ways = [self._alternative(alternative) for alternative in wanted.alternatives]
        if wanted.identifier:
            ways.append(self._worth("identifiers", wanted.identifier, IDENTIFIER_WORTH))
        elif wanted.word.isalpha() and len(wanted.word) <= 5:
            ways.append(self._worth("identifiers", wanted.word, IDENTIFIER_START_WORTH))
        if wanted.code:
            ways.append(self._worth("codes", wanted.code, CODE_WORTH))
        return Query.disjunction_max_query(ways)

    def _alternative(self, alternative: Alternative) -> Query:
        weight = alternative.weight / len(alternative.stems)
        words = [self._anywhere(stem, weight) for stem in alternative.stems]
        return words[0] if len(words) == 1 else Query.boolean_query([(Occur.Must, word) for word in words])

    def _anywhere(self, stem: str, weight: float) -> Query:
        term, boosted, schema = Query.term_query, Query.boost_query, self.schema
        places = [boosted(term(schema, name, stem, "freq"), at * weight) for name, at in FIELDS.items()]
        return Query.disjunction_max_query(places, tie_breaker=0.2)

    def _worth(self, name: str, value: str, worth: float) -> Query:
        return Query.const_score_query(self._term(name, value), worth)

    def _term(self, name: str, value: str) -> Query:
        return Query.term_query(self.schema, name, value, "basic")
