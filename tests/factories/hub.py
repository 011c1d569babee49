"""Rows of the floor. Nodes are made by the real service, so that tests stand on what production stands on."""

import datetime

import factory

from hub.enums import NodeKind, NodeStatus, OrganisationKind
from hub.models import Audience, County, CpvCode, Goal, Organisation, ProductGroup, Theme, User
from hub.services.memberships import grant_membership
from hub.services.nodes import NodeSpec, create_node

TODAY = datetime.date(2026, 11, 16)
PASSWORD = "en lang nok setning"


class CountyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = County
        django_get_or_create = ["number"]

    # Two characters, none of them a real county's, however many tests a process runs.
    number = factory.Sequence(lambda n: f"{chr(ord('A') + n // 10 % 26)}{n % 10}")
    name = factory.Sequence(lambda n: f"Fylke {n}")
    slug = factory.Sequence(lambda n: f"fylke-{n}")
    valid_from = datetime.date(2020, 1, 1)


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Innkjøpssamarbeid {n}")
    kind = OrganisationKind.PURCHASING_COOPERATION
    county = factory.SubFactory(CountyFactory)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@demo.example")
    name = factory.Sequence(lambda n: f"Rolle {n}")

    @factory.post_generation
    def password(user, create, extracted, **kwargs):
        user.set_password(extracted or PASSWORD)
        if create:
            user.save()
            # The sign-in asks for an address that somebody has shown to be theirs.
            user.emailaddress_set.create(email=user.email, verified=True, primary=True)


class CpvCodeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CpvCode

    code = factory.Sequence(lambda n: f"{18110000 + n}")
    name_nb = "Arbeidsklær"
    name_en = "Occupational clothing"


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme

    code = factory.Sequence(lambda n: f"tema-{n}")
    name_nb = factory.Sequence(lambda n: f"Tema {n}")


class GoalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Goal
        django_get_or_create = ["number"]

    number = 12
    name_nb = "Ansvarlig forbruk og produksjon"


class AudienceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Audience

    code = factory.Sequence(lambda n: f"malgruppe-{n}")
    name_nb = factory.Sequence(lambda n: f"Målgruppe {n}")


def make_product_group(code="tekstiler", name="Tekstiler og vask", parent=None, **fields):
    fields = {"code": code, "name_nb": name, **fields}
    return parent.add_child(**fields) if parent else ProductGroup.add_root(**fields)


def make_national_node(**fields):
    spec = {
        "slug": "hub",
        "name": "Knutepunktene",
        "kind": NodeKind.NATIONAL,
        "county": None,
        "host_organisation": None,
        "status": NodeStatus.ACTIVE,
        "other_languages": ["nn", "sv", "en"],
    }
    return create_node(NodeSpec(**{**spec, **fields}), by=None, on=TODAY)[0]


def make_node(slug="nordland", name="Knutepunkt Nordland", *, county_name=None, **fields):
    """A county node with its county and host organisation, made where they aren't given."""
    county = fields.pop("county", None) or CountyFactory(name=county_name or slug.title(), slug=slug)
    host = fields.pop("host_organisation", None) or OrganisationFactory(county=county)
    spec = {
        "status": NodeStatus.ACTIVE,
        "contact_email": f"{slug}@demo.example",
        "contact_role": "Daglig leder",
    }
    return create_node(
        NodeSpec(slug=slug, name=name, county=county, host_organisation=host, **{**spec, **fields}),
        by=None,
        on=TODAY,
    )[0]


def make_member(node, *roles, **fields):
    """A person with the roles in the node; without roles a buyer, who belongs to none."""
    user = UserFactory(**fields)
    for role in roles:
        grant_membership(user=user, node=node, role=role, by=None)
    return user
