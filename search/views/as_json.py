"""The same answer for programs."""

from typing import Any

from django.utils.html import strip_tags

from search.queries.answering import in_language
from search.views.facets import ShownFacet
from search.views.hits import ShownHit
from search.views.results import Results


def as_json(results: Results) -> dict[str, Any]:
    return {
        "total": results.answer.total,
        "page": results.page.number,
        "pages": results.page.paginator.num_pages,
        "hits": [hit_as_json(results, shown) for shown in results.hits],
        "facets": {facet.name: facet_as_json(facet) for facet in results.facets},
        "did_you_mean": results.answer.did_you_mean or None,
        "degraded": results.answer.degraded,
    }


def facet_as_json(facet: ShownFacet) -> list[dict[str, Any]]:
    return [
        {"code": value.code, "name": value.name, "count": value.count, "chosen": value.chosen}
        for value in facet.values
    ]


def hit_as_json(results: Results, shown: ShownHit) -> dict[str, Any]:
    source = shown.hit.source
    owner = results.nodes.get(str(source["node_id"]))
    return {
        "kind": source["kind"],
        "identifier": source["identifier"],
        "title": in_language(source["title"], results.question.language),
        "text": strip_tags(shown.hit.text),
        "url": results.request.node.url(shown.url) if shown.url.startswith("/") else shown.url,
        "product_groups": list(source["facets"].get("product_group", ())),
        "node": owner.slug if owner else None,
        "date": source["day"],
        "near": shown.hit.near,
    }
