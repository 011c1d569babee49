import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from hub.templatetags import hub as tags

OSLO = ZoneInfo("Europe/Oslo")
YEAR = timezone.localdate().year
STARTS = datetime.datetime(YEAR + 1, 12, 3, 9, 0, tzinfo=OSLO)
ENDS = datetime.datetime(YEAR + 1, 12, 3, 15, 30, tzinfo=OSLO)
WEEKDAY = {
    "nb": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    "nn": ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"],
    "sv": ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "{weekday} 3. desember {year} kl.\u00a09–15.30"),
        ("nn", "{weekday} 3. desember {year} kl.\u00a09–15.30"),
        ("sv", "{weekday} 3 december {year} kl.\u00a09–15.30"),
        ("en", "{weekday} 3 December {year}, 9:00–15:30"),
    ],
)
def test_a_moment_is_said_as_in_a_sentence_of_the_language(language, said):
    with translation.override(language):
        weekday = WEEKDAY[language][STARTS.weekday()]
        assert tags.when(STARTS, ENDS) == said.format(weekday=weekday, year=YEAR + 1)


def test_the_year_is_left_out_in_this_year():
    with translation.override("nb"):
        assert tags.day(datetime.date(YEAR, 7, 1)) == "1. juli"
        assert tags.day(datetime.date(YEAR + 1, 7, 1)) == f"1. juli {YEAR + 1}"


def test_moments_are_told_in_local_time():
    with translation.override("nb"):
        utc = datetime.datetime(YEAR, 1, 15, 11, 0, tzinfo=datetime.UTC)
        assert tags.day_and_time(utc) == "15. januar kl.\u00a012"


def test_something_over_several_days_names_both():
    with translation.override("nb"):
        said = tags.when(STARTS, ENDS + datetime.timedelta(days=1))
    assert "3. desember" in said
    assert "4. desember" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "1\u00a0234,5"), ("nn", "1\u00a0234,5"), ("sv", "1\u00a0234,5"), ("en", "1,234.5")],
)
def test_numbers_have_the_signs_of_the_language(language, said):
    with translation.override(language):
        assert tags.number(1234.5) == said


def test_a_negative_number_has_a_true_minus():
    with translation.override("nb"):
        assert tags.number(-38) == "\u221238"


def test_what_is_not_reported_is_a_dash_and_zero_is_zero():
    assert tags.number(None) == "–"
    assert tags.number(0) == "0"


def test_text_in_another_language_than_the_page_is_marked():
    with translation.override("nn"):
        assert tags.lang_if_other("nb") == ' lang="nb"'
        assert tags.lang_if_other("nn") == ""


class Row:
    """A row of a shared list, as far as `named` looks at it."""

    name = "Bygg og eiendom"
    name_nb = "Bygg og eiendom"
    name_nn = "Bygg og eigedom"
    name_sv = ""


def test_a_name_that_stands_in_for_a_missing_one_is_marked_as_bokmal():
    with translation.override("nn"):
        assert tags.named(Row()) == "Bygg og eigedom"
    with translation.override("sv"):
        assert tags.named(Row()) == '<span lang="nb">Bygg og eiendom</span>'


def test_months_have_small_letters_but_in_english():
    with translation.override("nb"):
        assert tags.short_month(datetime.date(YEAR, 12, 3)) == "des"
    with translation.override("en"):
        assert tags.short_month(datetime.date(YEAR, 12, 3)) == "Dec"
