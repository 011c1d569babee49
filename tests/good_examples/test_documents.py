"""What search is told of examples."""

import datetime

import pytest

from good_examples.documents import ExampleDocuments
from good_examples.enums import Country
from hub.models import County
from tests.factories.criteria_library import make_criterion
from tests.factories.good_examples import ExampleFactory, product_group


def told():
    document_type = ExampleDocuments()
    return [document_type.document(example) for example in document_type.queryset()]


def test_drafts_are_not_told(nordland):
    ExampleFactory(node=nordland, title="Ferdig")
    ExampleFactory(node=nordland, title="Utkast", live=False)
    assert [document.title for document in told()] == [{"nb": "Ferdig"}]


def test_the_county_is_the_one_of_today(vestland):
    before = County.objects.create(
        number="12",
        name="Hordaland",
        valid_from=datetime.date(1919, 1, 1),
        valid_to=datetime.date(2019, 12, 31),
    )
    before.successors.add(vestland.county)
    ExampleFactory(node=vestland, county=before)
    assert told()[0].facets["county"] == [vestland.county.number]


def test_what_is_from_abroad_says_so(national):
    ExampleFactory(node=national, county=None, country=Country.SWEDEN)
    assert told()[0].facets["county"] == ["abroad"]


@pytest.mark.parametrize(
    ("fields", "effects"),
    [
        ({"co2_tonnes": None, "saved_amount": None}, ["not-reported"]),
        ({"co2_tonnes": 0, "co2_basis": "measured", "saved_amount": None}, ["measured"]),
        (
            {"co2_tonnes": 3, "co2_basis": "expected", "saved_amount": 5, "saved_basis": "calculated"},
            ["expected", "calculated"],
        ),
    ],
)
def test_how_sure_an_effect_is_can_be_chosen_and_zero_is_reported(nordland, fields, effects):
    ExampleFactory(node=nordland, **fields)
    assert told()[0].facets["effect"] == effects


def test_a_requirement_that_was_used_finds_the_example(nordland):
    example = ExampleFactory(node=nordland)
    example.criteria = [make_criterion("TEX-004")]
    example.save()
    assert "TEX-004" in told()[0].body["nb"]


@pytest.mark.parametrize("rows", [1, 3])
def test_telling_three_takes_as_many_queries_as_one(nordland, rows, django_assert_num_queries):
    group = product_group()
    ExampleFactory.create_batch(rows, node=nordland, product_group=group)
    with django_assert_num_queries(7):
        told()
