"""As many examples as asked, for benchmarks and load: plausible, the same for the same seed."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from random import Random

from django.db import transaction
from django.utils import timezone

from criteria_library.models import Criterion
from good_examples.enums import Basis, Country, Period, Procedure
from good_examples.models import Example
from hub.models import Node, ProductGroup

GOODS = [
    "Arbeidstøy", "Møbler", "Varebiler", "Bærbare pc-er", "Renhold", "Matvarer", "Betong", "Hansker",
    "Veilys", "Trykksaker", "Skolebygg", "Hurtigbåter",
]  # fmt: skip
TURNS = [
    "som varer lenger",
    "med færre leveringer",
    "uten utslipp på stedet",
    "kjøpt sammen",
    "reparert først",
]
BUYERS = [
    "Kommune ved fjorden",
    "Innkjøpssamarbeid i innlandet",
    "Fylkeskommune i nord",
    "Statlig etat ved kysten",
]
CRITERIA_OF_AN_EXAMPLE = 2


@transaction.atomic
def generate_examples(count: int, *, seed: int, nodes: Sequence[Node]) -> int:
    """Spread over nodes and product groups; a third has not counted its effect. Answers how many."""
    random = Random(seed)  # noqa: S311  (content, not secrets)
    groups = list(ProductGroup.objects.filter(depth__gt=1)) or list(ProductGroup.objects.all())
    examples = Example.objects.bulk_create(
        (new_example(random, random.choice(nodes), random.choice(groups)) for _ in range(count)),
        batch_size=500,
    )
    criteria = list(Criterion.objects.published().values_list("pk", flat=True))
    used = Example.criteria.through
    used.objects.bulk_create(
        (
            used(example_id=example.pk, criterion_id=pk)
            for example in examples
            for pk in random.sample(criteria, min(CRITERIA_OF_AN_EXAMPLE, len(criteria)))
        ),
        batch_size=1000,
    )
    return len(examples)


def new_example(random: Random, node: Node, group: ProductGroup) -> Example:
    at = timezone.now() - datetime.timedelta(days=random.randint(0, 1500), minutes=random.randint(0, 1000))
    goods, turn = random.choice(GOODS), random.choice(TURNS)
    counted = random.random() < 2 / 3
    return Example(
        node=node,
        title=f"{goods} {turn}",
        language=node.main_language,
        summary=f"{goods} {turn}: færre kjøp, og krav som ble fulgt opp.",
        organisation_name=random.choice(BUYERS),
        country=Country.NORWAY if node.county_id else Country.SWEDEN,
        county_id=node.county_id,
        year=at.year,
        product_group=group,
        procedure=random.choice(Procedure.values),
        what="Vi kartla behovet, snakket med markedet og valgte få krav.",
        why="Forbruket var høyere enn noen hadde regnet med.",
        how="Kravene ble fulgt opp hvert kvartal.",
        lessons="Vi ville spurt brukerne tidligere.",
        co2_tonnes=Decimal(random.randint(1, 4000)) / 10 if counted else None,
        co2_period=random.choice(Period.values),
        co2_basis=random.choice(Basis.values),
        saved_amount=Decimal(random.randint(-5, 200) * 10_000) if counted else None,
        contact_role="Innkjøpsrådgiver",
        is_demonstration=True,
        first_published_at=at,
        last_published_at=at,
    )
