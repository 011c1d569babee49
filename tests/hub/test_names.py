"""Names are found however they are typed."""

import pytest

from hub.queries.names import near, plain, rank, wanted_words


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bodo", "Bodø"),
        ("bodoe", "Bodø"),
        ("BODØ", "Bodø"),
        ("bodö", "Bodø"),
        ("Bodø kommune", "Bodø"),
        ("bærum", "Bærum"),
        ("baerum", "Bærum"),
        ("bärum", "Bærum"),
        ("ås", "Ås"),
        ("aas", "Ås"),
        ("karasjohka", "Kárášjohka"),
        ("gaivuotna", "Gáivuotna"),
        ("porsangu", "Porsáŋgu"),
    ],
)
def test_a_name_is_itself_whatever_keyboard_it_is_typed_on(typed, name):
    assert rank(wanted_words(typed), name) == 0


def test_the_beginning_of_a_name_comes_before_the_beginning_of_a_word_in_it():
    assert rank(["var"], "Vardø") == 1
    assert rank(["var"], "Sør-Varanger") == 2
    assert rank(["var"], "Levanger") is None


def test_all_words_must_be_in_the_name():
    assert rank(wanted_words("helse nord"), "Helse Nord RHF") == 1
    assert rank(wanted_words("nord helse"), "Helse Nord RHF") == 2
    assert rank(wanted_words("helse sentralt"), "Helse Nord RHF") is None


def test_a_word_that_only_says_what_kind_it_is_may_stand_alone():
    assert wanted_words("kommune") == ["kommune"]


def test_what_is_spelt_almost_right_is_offered():
    assert near("trondhiem", ["Trondheim", "Bergen"]) == ["Trondheim"]


def test_signs_are_no_words():
    assert plain("  --?! \u202e ") == ""
