"""What one command makes of an empty database."""

import tomllib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from courses.models import Session
from criteria_library.models import Criterion, Draft, Hearing, Proposal
from good_examples.models import Example
from hub.enums import NodeStatus
from hub.models import ArticlePage, NewsPage, Node, User
from network.enums import ReportStatus
from network.models import Report, SteeringGroup
from network.services.demonstration.files import FILES
from network.services.demonstration.people import PASSWORD
from network.services.resetting import ResetRefused, forget_everything


def load():
    out = StringIO()
    call_command("load_demonstration", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_demonstration_is_whole_and_loading_it_again_changes_nothing(client_on):
    said = load()
    assert "http://more-og-romsdal.hub.localhost:8000/" in said
    assert f"with the password {PASSWORD}" in said
    assert Node.objects.counties().count() == 15
    assert Node.objects.filter(status__in=[NodeStatus.DORMANT, NodeStatus.PLANNED]).count() == 2
    assert Criterion.objects.count() >= 24
    assert Hearing.objects.filter(answered_at=None).count() == 1
    assert Hearing.objects.exclude(answered_at=None).count() == 1
    assert {proposal.answer for proposal in Proposal.objects.all()} == {"open", "accepted", "declined"}
    assert len({draft.stage(timezone.now()) for draft in Draft.objects.all()}) >= 4
    assert Session.objects.count() >= 30
    assert Example.objects.count() >= 15
    assert SteeringGroup.objects.count() >= 6
    assert Report.objects.exclude(status=ReportStatus.DRAFT).values("node").distinct().count() >= 6
    assert Report.objects.filter(status=ReportStatus.DRAFT).exists()
    assert ArticlePage.objects.filter(show_in_nodes=True).count() >= 4
    for slug in ["nordland", "trondelag", "rogaland", "vestland"]:
        node = Node.objects.select_related("site").get(slug=slug)
        assert NewsPage.objects.descendant_of(node.site.root_page).count() >= 2
        assert client_on(node).get("/").status_code == 200
    pages = ArticlePage.objects.count()
    again = load()
    assert " new " not in again
    assert ArticlePage.objects.count() == pages


def test_everybody_in_the_demonstration_has_an_example_address_and_a_role_for_a_name():
    with (FILES / "people.toml").open("rb") as file:
        people = tomllib.load(file)["people"]
    assert all(person["email"].endswith("@demo.example") for person in people)
    assert len({person["email"] for person in people}) == len(people)


def in_production(settings):
    return override_settings(HUB=settings.HUB.model_copy(update={"mode": "production"}))


@pytest.mark.django_db
def test_production_refuses_the_demonstration(settings):
    with in_production(settings):
        with pytest.raises(CommandError, match="Production refuses"):
            load()
        with pytest.raises(ResetRefused):
            forget_everything()
    assert not User.objects.exists()


@pytest.mark.django_db
def test_as_much_as_asked_is_made_and_the_same_for_the_same_seed(national, nordland):
    nodes, pages = Node.objects.count(), ArticlePage.objects.count()
    call_command("generate", nodes=2, pages=5, seed=7, verbosity=0)
    assert (Node.objects.count(), ArticlePage.objects.count()) == (nodes + 2, pages + 5)
    first = list(ArticlePage.objects.order_by("pk").values_list("title", flat=True))
    ArticlePage.objects.all().delete()
    call_command("generate", pages=5, seed=7, verbosity=0)
    assert list(ArticlePage.objects.order_by("pk").values_list("title", flat=True)) == first


@pytest.mark.django_db
def test_content_needs_a_node_to_stand_in():
    with pytest.raises(CommandError, match="no node"):
        call_command("generate", pages=1)
