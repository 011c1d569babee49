import datetime

import factory
from django.utils import timezone

from good_examples.models import Example
from hub.enums import Language
from hub.models import ProductGroup
from tests.factories.hub import make_product_group


def product_group(code="tekstiler", name="Tekstiler og vask", parent=None):
    return ProductGroup.objects.filter(code=code).first() or make_product_group(code, name, parent)


class ExampleFactory(factory.django.DjangoModelFactory):
    """`ExampleFactory(node=…)`, from the node's own county unless told otherwise."""

    class Meta:
        model = Example
        exclude = ["days_ago"]

    days_ago = 10
    title = factory.Sequence(lambda n: f"Arbeidstøy som varer {n}")
    language = Language.BOKMAL
    summary = "Krav til slitestyrke ga færre kjøp."
    organisation_name = "Demokommunen"
    county = factory.LazyAttribute(lambda made: made.node.county)
    year = 2025
    product_group = factory.LazyFunction(product_group)
    what = "Vi kjøpte arbeidstøy med krav til antall vask."
    first_published_at = factory.LazyAttribute(
        lambda made: timezone.now() - datetime.timedelta(days=made.days_ago)
    )
