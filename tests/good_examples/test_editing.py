"""An editor's way with an example: written, seen as it will be, published, and nobody else's touched."""

import pytest
from django.core.files.base import ContentFile

from good_examples.enums import Basis, Country, Currency, Period, Procedure
from good_examples.models import Example
from hub.enums import Role
from hub.models import HubDocument
from tests.factories.good_examples import ExampleFactory, product_group

ADMIN = "/admin/snippets/good_examples/example/"


@pytest.fixture
def editor(member, nordland):
    return member(nordland, Role.EDITOR)


def typed(node, **changes):
    return {
        "node": node.pk,
        "title": "Møbler som varer",
        "summary": "Vi reparerte først.",
        "language": "nb",
        "organisation_name": "Demokommunen",
        "country": Country.NORWAY,
        "county": node.county_id,
        "year": 2025,
        "procedure": Procedure.OPEN,
        "product_group": product_group().pk,
        "number": "",
        "number_label": "",
        "co2_tonnes": "",
        "co2_period": Period.ONCE,
        "co2_basis": Basis.CALCULATED,
        "saved_amount": "",
        "saved_period": Period.ONCE,
        "saved_basis": Basis.CALCULATED,
        "contract_value": "",
        "support_amount": "",
        "currency": Currency.NOK,
        "what": "Vi talte stolene.",
        "documents-TOTAL_FORMS": 0,
        "documents-INITIAL_FORMS": 0,
        **changes,
    }


def test_a_draft_is_not_public_until_its_editor_publishes_it(client_on, national, nordland, editor):
    client, reader = client_on(national, editor), client_on(nordland)
    assert client.post(f"{ADMIN}add/", typed(nordland)).status_code == 302
    example = Example.objects.get()
    address = f"/eksempler/{example.pk}-{example.slug}/"
    assert reader.get(address).status_code == 404
    assert "action-publish" in client.get(f"{ADMIN}edit/{example.pk}/").content.decode()
    client.post(f"{ADMIN}edit/{example.pk}/", {**typed(nordland), "action-publish": "1"})
    assert reader.get(address).status_code == 200


def test_a_change_stays_a_draft_beside_what_is_published(client_on, national, nordland, editor):
    example = ExampleFactory(node=nordland, title="Som før")
    client_on(national, editor).post(f"{ADMIN}edit/{example.pk}/", typed(nordland, title="Som det blir"))
    page = client_on(nordland).get(example.get_absolute_url()).content.decode()
    assert "Som før" in page
    assert "Som det blir" not in page


def test_an_editor_sees_the_page_as_it_will_be(client_on, national, nordland, editor):
    example = ExampleFactory(node=nordland, title="Som før", live=False)
    client = client_on(national, editor)
    client.post(f"{ADMIN}preview/{example.pk}/", typed(nordland, title="Som det blir"))
    assert "Som det blir" in client.get(f"{ADMIN}preview/{example.pk}/").content.decode()


def test_an_example_can_not_be_written_in_another_nodes_name(client_on, national, vestland, editor):
    response = client_on(national, editor).post(f"{ADMIN}add/", typed(vestland))
    assert response.status_code == 200
    assert not Example.objects.exists()


def test_another_nodes_example_can_not_be_reached(client_on, national, vestland, editor):
    example = ExampleFactory(node=vestland, title="Ikke din")
    client = client_on(national, editor)
    for action in ("edit", "delete", "unpublish", "history", "usage"):
        assert client.get(f"{ADMIN}{action}/{example.pk}/").status_code in (403, 404), action
    assert "Ikke din" not in client.get(ADMIN).content.decode()


@pytest.mark.parametrize("whose", ["own", "another"])
def test_a_document_of_another_node_can_not_be_attached(
    client_on, national, nordland, vestland, editor, whose
):
    node = nordland if whose == "own" else vestland
    document = HubDocument.objects.create(
        title="Kravspesifikasjon",
        file=ContentFile(b"%PDF-1.7", "krav.pdf"),
        collection=node.document_collection,
    )
    row = {"document": document.pk, "label": "Kravspesifikasjon", "ORDER": 1, "id": "", "DELETE": ""}
    rows = {"documents-TOTAL_FORMS": 1, **{f"documents-0-{name}": value for name, value in row.items()}}
    response = client_on(national, editor).post(f"{ADMIN}add/", typed(nordland, **rows))
    assert response.status_code == (302 if whose == "own" else 200)


def test_both_number_and_what_it_is_are_asked_for(client_on, national, nordland, editor):
    response = client_on(national, editor).post(f"{ADMIN}add/", typed(nordland, number="−38 %"))
    assert response.status_code == 200
    assert "Skriv både tallet og hva det er" in response.content.decode()
