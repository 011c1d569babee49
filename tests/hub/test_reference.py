"""The files that every hub begins from, and the command that loads them."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command

from hub.enums import OrganisationKind
from hub.models import County, CpvCode, Goal, Organisation, ProductGroup, Theme
from hub.services import reference_files as files
from hub.services.reference import load_reference

TODAY = datetime.date(2026, 11, 16)


def test_every_cpv_code_of_a_product_group_exists():
    known = {row["code"] for row in files.cpv_codes()}
    unknown = {code for group in files.product_groups() for code in group["cpv"]} - known
    assert unknown == set()


def test_every_product_group_is_named_and_described_in_four_languages():
    missing = [
        f"{group['code']}: {field}"
        for group in files.product_groups()
        for field, value in group.items()
        if field.startswith(("name_", "description_")) and not value.strip()
    ]
    assert missing == []


def test_the_action_plans_six_areas_and_food_are_the_roots():
    roots = [group["code"] for group in files.product_groups() if group["parent"] is None]
    assert roots == ["building", "transport", "ict", "textiles", "medical", "office", "food"]


def test_each_county_of_today_has_a_tile_of_its_own():
    today = [county for county in files.counties() if county["valid_to"] is None]
    tiles = {(county["tile_column"], county["tile_row"]) for county in today}
    assert len(today) == len(tiles) == 15


def test_successors_exist_and_begin_the_day_after():
    counties = {county["number"]: county for county in files.counties()}
    wrong = [
        (number, heir)
        for number, heirs in files.successors().items()
        for heir in heirs
        if counties[heir]["valid_from"] != counties[number]["valid_to"] + datetime.timedelta(days=1)
    ]
    assert wrong == []


def test_every_municipality_is_in_a_county_of_today():
    today = {county["number"] for county in files.counties() if county["valid_to"] is None}
    rows = files.municipalities()
    assert len(rows) == 357
    assert {row["county_number"] for row in rows} == today


def test_double_names_are_split_into_main_name_and_others():
    names = {row["name"]: row["other_names"].splitlines() for row in files.municipalities()}
    assert names["Karasjok"] == ["Kárášjohka"]
    assert names["Kåfjord"] == ["Gáivuotna", "Kaivuono"]
    assert not any(" - " in name for name in names)


def test_ten_county_governors_serve_the_fifteen_counties_once_each():
    served = [
        county
        for (kind, _name), counties in files.counties_served().items()
        if kind == OrganisationKind.COUNTY_GOVERNOR
        for county in counties
    ]
    governors = [body for body in files.bodies() if body["kind"] == OrganisationKind.COUNTY_GOVERNOR]
    assert (len(governors), len(served), len(set(served))) == (10, 15, 15)


@pytest.mark.django_db
def test_loading_twice_changes_nothing():
    load_reference()
    assert all(outcome.is_quiet for outcome in load_reference())
    assert County.objects.in_force(TODAY).count() == 15
    assert Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, name="Herøy").count() == 2
    assert (CpvCode.objects.count(), Theme.objects.count(), Goal.objects.count()) == (9454, 10, 17)
    assert ProductGroup.get_root_nodes().count() == 7


@pytest.mark.django_db
class TestStandingRows:
    def test_a_dry_run_saves_nothing(self):
        outcomes = load_reference(dry_run=True)
        assert sum(outcome.created for outcome in outcomes) > 500
        assert not County.objects.exists()

    def test_a_municipality_that_changes_its_name_stays_the_same_row(self):
        load_reference()
        row = Organisation.objects.get(municipality_number="1804")
        Organisation.objects.filter(pk=row.pk).update(name="Gammelt navn")
        outcome = next(outcome for outcome in load_reference() if outcome.name == "organisations")
        row.refresh_from_db()
        assert (row.name, outcome.changed, outcome.created) == ("Bodø", 1, 0)

    def test_what_has_left_the_files_is_reported_and_not_deleted(self):
        load_reference()
        County.objects.create(number="99", name="Utlandet", valid_from=TODAY)
        out = StringIO()
        call_command("load_reference", stdout=out)
        assert "not in the file, left in place: Utlandet" in out.getvalue()
        assert County.objects.filter(number="99").exists()

    def test_what_the_national_administrators_changed_stays_and_is_reported(self):
        load_reference()
        Theme.objects.filter(code="water").update(name_nb="Vann og vassdrag")
        out = StringIO()
        call_command("load_reference", stdout=out)
        assert "Vann og vassdrag" in out.getvalue()
        assert Theme.objects.get(code="water").name_nb == "Vann og vassdrag"

    def test_a_county_learns_its_successors(self):
        load_reference()
        viken = County.objects.get(number="30")
        assert {heir.name for heir in viken.successors.all()} == {"Østfold", "Akershus", "Buskerud"}
