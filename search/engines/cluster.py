"""Elasticsearch, for more than one machine. Its index needs no script and no language plugin:
the words come read, and what is sent is split at spaces only."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.helpers import scan, streaming_bulk

from search.analysis.reading import Reading
from search.engines.breaker import CircuitBreaker
from search.engines.cluster_finding import ASKING_SECONDS, search_for
from search.engines.interface import EngineUnavailable, Found
from search.engines.prepared import FIELDS, FORMAT, Prepared
from search.questions import Question

ALIAS = "hub-search"
PREFIX = "hub-"
WRITING_SECONDS = 60.0
# Of one request: far below what a cluster takes, so that a slow line doesn't end in a timeout.
LARGEST_BULK = 10_000_000
ERRORS = (ApiError, TransportError)
# What Elasticsearch answers for one document that it can't take, however well it is itself.
DOCUMENTS_FAULT = 400
SETTINGS = {
    "number_of_shards": 1,
    # As many copies as there are further machines, up to two.
    "auto_expand_replicas": "0-2",
    "refresh_interval": "-1",
}


def mapping_for(facets: Iterable[str]) -> dict[str, Any]:
    keyword = {"type": "keyword"}
    words = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
    fields: dict[str, Any] = {
        **dict.fromkeys(("id", "access", "readers", "identifiers", "codes", "checksum"), keyword),
        **dict.fromkeys((f"facet_{name}" for name in {"kind", "node", *facets}), keyword),
        **dict.fromkeys(FIELDS, words),
        **dict.fromkeys(("newest_order", "soonest_order", "title_order"), keyword),
        "day": {"type": "integer"},
        "weight": {"type": "float"},
        "source": {"type": "keyword", "index": False, "doc_values": False},
    }
    return {
        "_meta": {"format": FORMAT},
        "dynamic": False,
        # What is read for a page of hits; the words are indexed and not kept.
        "_source": {"includes": ["source", "checksum"]},
        "properties": fields,
    }


class PartialAnswer(Exception):
    """Some of it is worse than nothing: what is missing would look as if it weren't there."""


class ClusterWriter:
    def __init__(self, client: Elasticsearch, index: str) -> None:
        self.client = client
        self.index = index
        self.shown = False

    def put(self, documents: Iterable[Prepared]) -> dict[str, str]:
        actions = ({"_index": self.index, "_id": one.id, "_source": row_of(one)} for one in documents)
        return self._send(actions)

    def remove(self, ids: Iterable[str]) -> None:
        self._send({"_op_type": "delete", "_index": self.index, "_id": id_} for id_ in ids)

    def show(self) -> None:
        self.client.indices.refresh(index=self.index)
        self.shown = True

    def tidying(self) -> bool:
        """It does so by itself."""
        return False

    def _send(self, actions: Iterable[dict[str, Any]]) -> dict[str, str]:
        self.shown = False
        refused = {}
        sent = streaming_bulk(
            self.client,
            actions,
            chunk_size=500,
            max_chunk_bytes=LARGEST_BULK,
            max_retries=3,
            raise_on_error=False,
        )
        for done, answer in sent:
            operation, result = next(iter(answer.items()))
            # What is not there needs no taking out.
            if done or (operation == "delete" and result["status"] == 404):
                continue
            why = str(result.get("error"))[:300]
            if result["status"] != DOCUMENTS_FAULT:
                raise EngineUnavailable(f"It took no document ({result['status']}): {why}")
            refused[result["_id"]] = why
        return refused


def row_of(document: Prepared) -> dict[str, Any]:
    return {
        **document.text,
        **{f"facet_{name}": codes for name, codes in document.facets.items()},
        "id": document.id,
        "access": document.access,
        "readers": document.readers,
        "identifiers": document.identifiers,
        "codes": sorted(set(document.codes)),
        "checksum": document.checksum,
        "newest_order": document.newest_order,
        "soonest_order": document.soonest_order,
        "title_order": document.title_order,
        "day": document.day,
        "weight": document.weight,
        "source": json.dumps(document.source, default=str),
    }


class ClusterEngine:
    name = "elasticsearch"

    def __init__(self, hosts: Iterable[str], *, api_key: str = "", ca_file: str = "") -> None:
        options: dict[str, Any] = {"api_key": api_key} if api_key else {}
        if ca_file:
            options["ca_certs"] = ca_file
        self.client = Elasticsearch(
            list(hosts), request_timeout=ASKING_SECONDS, max_retries=2, retry_on_timeout=False, **options
        )
        self.slow_client = self.client.options(request_timeout=WRITING_SECONDS)
        self.breaker = CircuitBreaker()

    def create(self, index: str, facets: Iterable[str]) -> None:
        with self.breaker.guarding(*ERRORS):
            self.slow_client.indices.create(index=index, settings=SETTINGS, mappings=mapping_for(facets))

    def publish(self, index: str) -> None:
        """Point the alias at it, in one step, for whoever looks from outside."""
        actions: list[dict] = [
            {"remove": {"index": f"{PREFIX}*", "alias": ALIAS, "must_exist": False}},
            {"add": {"index": index, "alias": ALIAS}},
        ]
        with self.breaker.guarding(*ERRORS):
            self.slow_client.indices.update_aliases(actions=actions)

    def drop(self, index: str) -> None:
        with self.breaker.guarding(*ERRORS):
            self.slow_client.indices.delete(index=index, ignore_unavailable=True)

    def names(self) -> list[str]:
        with self.breaker.guarding(*ERRORS):
            return sorted(self.slow_client.indices.get(index=f"{PREFIX}*"))

    @contextmanager
    def writing(self, index: str) -> Iterator[ClusterWriter]:
        with self.breaker.guarding(*ERRORS):
            writer = ClusterWriter(self.slow_client, index)
            yield writer
            if not writer.shown:
                writer.show()

    def count(self, index: str) -> int:
        with self.breaker.guarding(*ERRORS):
            return self.slow_client.count(index=index)["count"]

    def checksums(self, index: str) -> Iterator[tuple[str, str]]:
        with self.breaker.guarding(*ERRORS):
            for row in scan(self.slow_client, index=index, query={"_source": ["checksum"]}):
                yield row["_id"], row["_source"]["checksum"]

    def check(self, index: str) -> None:
        with self.breaker.guarding(*ERRORS):
            self.client.search(index=index, size=0, allow_partial_search_results=False)
            mapping = self.client.indices.get_mapping(index=index)[index]["mappings"]
        if mapping.get("_meta", {}).get("format") != FORMAT:
            raise EngineUnavailable(f"The index {index} is of another format than {FORMAT}.")

    def find(self, index: str, question: Question, reading: Reading, facets: Iterable[str]) -> Found:
        asked = list(facets)
        search = search_for(question, reading, asked)
        with self.breaker.guarding(*ERRORS, PartialAnswer):
            # The answer as it came: wrapping each hit in an object costs more than the search.
            answer = self.client.search(
                index=index, allow_partial_search_results=False, **search.to_dict()
            ).body
            if answer["timed_out"] or answer["_shards"]["failed"]:
                raise PartialAnswer("Only a part of the index answered in time.")
        hits = answer["hits"]
        return Found(
            total=hits["total"]["value"],
            hits=tuple((hit["_score"] or 0.0, json.loads(hit["_source"]["source"])) for hit in hits["hits"]),
            facets={name: codes_counted(answer["aggregations"][name]) for name in asked},
        )


def codes_counted(aggregation: dict[str, Any]) -> dict[str, int]:
    """Bare, or below the filter by what else was chosen."""
    buckets = aggregation.get("codes", aggregation)["buckets"]
    return {bucket["key"]: bucket["doc_count"] for bucket in buckets}
