"""The demonstration's own examples, and generated ones."""

import datetime
import tomllib
from pathlib import Path

import pytest

from good_examples.models import Example
from good_examples.services.generation import generate_examples
from good_examples.services.loading import load_examples
from hub.enums import Language
from tests.factories.good_examples import product_group

RECORDS = tomllib.loads(Path("network/demonstration/examples.toml").read_text())["example"]
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture
def groups(db):
    for record in RECORDS:
        product_group(record["product_group"], record["product_group"])


def of(*nodes):
    return [record for record in RECORDS if record["node"] in nodes]


def test_loading_twice_changes_nothing(national, nordland, groups):
    records = of("nordland", "national")
    assert load_examples(records, today=TODAY) == len(records)
    assert load_examples(records, today=TODAY + datetime.timedelta(days=30)) == 0
    assert Example.objects.count() == len(records)


def test_what_has_a_source_is_real_and_the_rest_says_that_it_is_a_demonstration(national, nordland, groups):
    load_examples(of("nordland", "national"), today=TODAY)
    assert not Example.objects.filter(is_demonstration=True).exclude(source="").exists()
    assert not Example.objects.filter(is_demonstration=False, source="").exists()


def test_what_a_source_leaves_out_stays_empty(national, groups):
    load_examples(of("national"), today=TODAY)
    ozone = Example.objects.get(origin="stockholm-ozon")
    assert (ozone.co2_tonnes, ozone.saved_amount, ozone.support_amount) == (None, None, 1_000_000)


def test_the_sums_of_the_swedish_grants_are_as_granted():
    swedish = [record for record in RECORDS if record["key"].startswith("stockholm-")]
    assert sum(record["cost"] for record in swedish) == 10_000_000
    assert {record["key"]: record["co2_tonnes"] for record in swedish if "co2_tonnes" in record} == {
        "stockholm-danviksbron": 950,
        "stockholm-drivmedel": 1210,
        "stockholm-forklaer": 750,
        "stockholm-sproyter": 14,
        "stockholm-lystgass": 22,
    }


def test_there_is_enough_and_from_enough_places():
    assert len(RECORDS) >= 15
    assert len({record["node"] for record in RECORDS}) == 16
    assert any(record["language"] == Language.NYNORSK for record in RECORDS)


def test_the_same_seed_generates_the_same(nordland, vestland, groups):
    def generated():
        Example.objects.all().delete()
        assert generate_examples(20, seed=7, nodes=[nordland, vestland]) == 20
        return list(Example.objects.order_by("pk").values_list("title", "node", "co2_tonnes"))

    assert generated() == generated()
