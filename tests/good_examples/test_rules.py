"""What the database refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from good_examples.enums import Country
from good_examples.models import ExampleDocument
from hub.models import HubDocument
from tests.factories.good_examples import ExampleFactory


@pytest.mark.parametrize(
    "fields",
    [
        {"county": None},
        {"country": Country.SWEDEN},
        {"number": "−38 %"},
        {"number_label": "utslipp"},
        {"contract_value": -1},
        {"support_amount": -1},
        {"year": 1066},
    ],
)
def test_an_example_that_makes_no_sense_is_refused(nordland, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        ExampleFactory(node=nordland, **fields)


def test_a_document_comes_from_the_nodes_own_collection(nordland, vestland):
    example = ExampleFactory(node=nordland)
    for node, is_own in ((nordland, True), (vestland, False)):
        document = HubDocument.objects.create(
            title="Kravspesifikasjon",
            file=ContentFile(b"%PDF-1.7", "krav.pdf"),
            collection=node.document_collection,
        )
        row = ExampleDocument(example=example, document=document, label="Kravspesifikasjon")
        if is_own:
            row.full_clean()
        else:
            with pytest.raises(ValidationError):
                row.full_clean()
