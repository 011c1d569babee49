"""What is like the thing on the page, by the engine and without it."""

import pytest

from hub.enums import Role
from hub.models import TaxonomyProposal
from search.queries import viewer_for
from search.queries.likeness import Likeness, like_this
from search.questions import ANYONE
from tests.factories.hub import make_product_group

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rooms")]


@pytest.fixture
def workwear():
    return make_product_group("arbeidstoy", "Arbeidstøy som tåler vask", description_nb="Plagg til vaskeriet")


def alike(row, kind="group", viewer=ANYONE):
    return [hit.source["title"]["nb"] for hit in like_this(kind, row.pk, Likeness(viewer=viewer))]


def test_what_shares_its_words_is_like_it_and_it_is_not_like_itself(workwear, indexed):
    make_product_group("sengetoy", "Sengetøy til vaskeriet", description_nb="Plagg som tåler vask")
    make_product_group("betong", "Betong med lavt utslipp", description_nb="Fundament og dekker")
    indexed()
    assert alike(workwear) == ["Sengetøy til vaskeriet"]


def test_without_the_engine_the_group_says_what_is_like_it():
    parent = make_product_group("tekstiler", "Tekstiler")
    row = make_product_group("toy", "Tøy", parent=parent)
    assert alike(row) == []
    assert like_this("group", parent.pk, Likeness(viewer=ANYONE)) == ()


def test_nothing_is_like_what_is_not_published(workwear, indexed):
    indexed()
    workwear.withdrawn_date = "2026-01-01"
    workwear.save()
    assert alike(workwear) == []


def test_a_private_thing_is_like_another_for_members_only(nordland, vestland, member, indexed):
    proposals = [
        TaxonomyProposal.objects.create(node=node, subject="theme", proposal=text, reason="Fordi")
        for node, text in [
            (nordland, "Hemmelig vaskeri"),
            (nordland, "Vaskeri i skogen"),
            (vestland, "Vaskeri"),
        ]
    ]
    indexed()
    insider, outsider = member(nordland, Role.STEERING_GROUP_MEMBER), member(vestland, Role.NODE_MANAGER)
    assert alike(proposals[0], "proposal", viewer_for(insider)) == ["Vaskeri i skogen"]
    assert alike(proposals[0], "proposal", viewer_for(outsider)) == ["Vaskeri"]
    assert alike(proposals[0], "proposal") == []
