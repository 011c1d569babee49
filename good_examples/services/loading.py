"""Examples from records, as the demonstration has them. A second load changes nothing."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from criteria_library.models import Criterion
from good_examples.enums import Country, Currency
from good_examples.models import Example, ExampleDocument
from hub.models import County, Node, ProductGroup
from hub.services.writing_files import write_document

TEXTS = ("title", "language", "summary", "year", "procedure", "what", "why", "how", "lessons", "contact_role")
EFFECTS = ("number", "number_label", "co2_period", "co2_basis", "saved_period", "saved_basis", "source")
# A record's word for an amount, and the field's.
AMOUNTS = {
    "co2_tonnes": "co2_tonnes",
    "saved": "saved_amount",
    "contract_value": "contract_value",
    "cost": "support_amount",
}


@transaction.atomic
def load_examples(records: Iterable[Mapping[str, Any]], *, today: datetime.date, by=None) -> int:
    """Days in the records are counted back from `today`. Answers how many examples were new."""
    nodes = {("national" if node.is_national else node.slug): node for node in Node.objects.all()}
    known = set(Example.objects.exclude(origin="").values_list("node", "origin"))
    fresh = [
        record
        for record in records
        if record["node"] in nodes and (nodes[record["node"]].pk, record["key"]) not in known
    ]
    for record in fresh:
        load_example(record, nodes[record["node"]], today=today, by=by)
    return len(fresh)


def load_example(record: Mapping[str, Any], node: Node, *, today: datetime.date, by) -> Example:
    at = timezone.make_aware(
        datetime.datetime.combine(today - datetime.timedelta(days=record["days_ago"]), datetime.time(12))
    )
    example = Example(
        node=node,
        origin=record["key"],
        # What has a source is real.
        is_demonstration="source" not in record,
        organisation_name=record["organisation"],
        country=record.get("country", Country.NORWAY),
        county=county_of(record, today),
        product_group=ProductGroup.objects.get(code=record["product_group"]),
        currency=record.get("currency", Currency.NOK),
        first_published_at=at,
        last_published_at=at,
        **{name: record[name] for name in TEXTS},
        **{name: record[name] for name in EFFECTS if name in record},
        **{field: Decimal(str(record[word])) for word, field in AMOUNTS.items() if word in record},
    )
    example.save()
    example.criteria = Criterion.objects.readable().filter(identifier__in=record["criteria"])
    example.documents.set([attached(example, row) for row in record.get("document", ())])
    example.save()
    example.save_revision(user=by)
    return example


def attached(example: Example, record: Mapping[str, Any]) -> ExampleDocument:
    document = write_document(record, collection=example.node.document_collection, language=example.language)
    return ExampleDocument(document=document, label=record["label"])


def county_of(record: Mapping[str, Any], today: datetime.date) -> County | None:
    """By its short name, or by its number where it is a county of before."""
    name = record.get("county")
    if name is None:
        return None
    in_force = Q(slug=name) & (Q(valid_to=None) | Q(valid_to__gte=today))
    return County.objects.get(in_force | Q(number=name))
