import datetime
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from criteria_library.enums import ReviewOutcome, Status, Use
from criteria_library.models import Criterion, CriterionVersion, LocalNote
from criteria_library.services.generation import generate_criteria
from criteria_library.services.loading import load_criteria, load_notes
from tests.factories.hub import GoalFactory, ThemeFactory, make_product_group

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 16)
WHERE_IT_MUST_DIFFER = {f"{use.value}_wording" for use in Use}
DEMONSTRATION = Path(__file__).resolve().parents[2] / "network" / "demonstration"


def records(kind):
    files = sorted(DEMONSTRATION.glob("criteria_*.toml"))
    return [record for file in files for record in tomllib.loads(file.read_text()).get(kind, [])]


@pytest.fixture
def taxonomy(db):
    """What the records name."""
    named = records("criteria")
    for code in {code for record in named for code in record["product_groups"]}:
        make_product_group(code, code)
    for code in {code for record in named for code in record["themes"]}:
        ThemeFactory(code=code)
    for number in range(1, 18):
        GoalFactory(number=number)


@pytest.fixture
def library(taxonomy):
    load_criteria(records("criteria"), today=TODAY, by=None)


def test_the_demonstration_is_loaded_once(library):
    before = Criterion.objects.count(), CriterionVersion.objects.count()

    assert load_criteria(records("criteria"), today=TODAY, by=None) == 0
    assert (Criterion.objects.count(), CriterionVersion.objects.count()) == before


def test_what_the_demonstration_names_is_in_the_reference_data(db):
    reference = DEMONSTRATION.parents[1] / "hub" / "reference"
    groups = {
        group["code"] for group in tomllib.loads((reference / "product_groups.toml").read_text())["groups"]
    }
    themes = {line.partition(",")[0] for line in (reference / "themes.csv").read_text().splitlines()}

    for record in records("criteria"):
        assert set(record["product_groups"]) <= groups
        assert set(record["themes"]) <= themes


def test_each_area_has_criteria_and_every_one_has_all_its_fields(library):
    published = Criterion.objects.published()

    assert published.count() >= 36
    assert Criterion.objects.filter(status=Status.WITHDRAWN, successor__isnull=False).count() >= 2
    for criterion in published.prefetch_related(
        "current_version__texts", "product_groups", "themes", "goals"
    ):
        assert all(found.exists() for found in (criterion.product_groups, criterion.themes, criterion.goals))
        for text in criterion.current_version.texts.all():
            empty = {name for name, words in text.texts().items() if not words}
            assert empty <= WHERE_IT_MUST_DIFFER, text


def test_versions_differ_and_are_in_the_order_of_their_dates(library):
    several = Criterion.objects.filter(versions__number=2)

    assert several.count() >= 10
    for criterion in several:
        versions = list(criterion.versions.order_by("number"))
        assert versions == sorted(versions, key=lambda version: version.published_at)
        said = [version.texts.get(language="nb").texts() for version in versions]
        assert all(one != next_one for one, next_one in pairwise(said))


def test_an_old_text_that_was_looked_at_again_says_checked_and_kept(library):
    kept = Criterion.objects.filter(review_outcome=ReviewOutcome.KEPT)

    assert kept.exists()
    assert all(criterion.last_reviewed_date > criterion.current_version.valid_from for criterion in kept)


def test_notes_are_loaded_for_the_nodes_that_are_there(library, nordland):
    load_notes(records("notes"), today=TODAY, by=None)

    notes = LocalNote.objects.select_related("criterion")
    assert {note.node for note in notes} == {nordland}
    assert [note.criterion.identifier for note in notes if note.is_outdated] == ["TRA-001"]
    assert load_notes(records("notes"), today=TODAY, by=None) == 0


def test_generated_criteria_are_the_same_for_the_same_seed_and_add_to_what_is_there(
    taxonomy, client_on, national
):
    assert generate_criteria(3, seed=7, today=TODAY) == 3
    titles = list(CriterionVersion.objects.values_list("texts__title", flat=True))
    generate_criteria(3, seed=7, today=TODAY)

    rows = list(Criterion.objects.published().order_by("identifier"))
    assert [row.identifier for row in rows] == [f"GENA-000{n}" for n in range(1, 7)]
    assert set(titles) == set(CriterionVersion.objects.values_list("texts__title", flat=True))
    assert client_on(national).get("/kriterier/GENA-0001/").status_code == 200
