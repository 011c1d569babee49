"""How words are read. Pairs that a buyer takes for the same must meet in one stem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.highlights import Highlighter
from search.analysis.lexicon import Lexicon
from search.analysis.reading import LONGEST_TEXT, MOST_WORDS, read
from search.analysis.stems import stem, stems_of
from search.analysis.thesaurus import shipped
from search.analysis.words import clean, fold, words_in

LEXICON = Lexicon()


def reading(text):
    return read(text, lexicon=LEXICON, thesaurus=shipped())


@pytest.mark.parametrize(
    "words",
    [
        "miljø MILJØ miljö miljoe miljøet",
        "møbel møbler møblene møblar möbel möbler",
        "anskaffelse anskaffelsene anskaffing anskaffingar anskaffingane",
        "kriterium kriterier kriteriene kriteriet kriteria",
        "tjeneste tjenester teneste tenester tenestene",
        "utslipp utslippene utslepp utsleppa",
        "sikkerhet sikkerheten tryggleik",
        "høring høringen høyring høyringar",
        "leverandør leverandører leverandørar leverandoer leverantör",
        "reparere reparasjon reparerer",
        "rapportere rapportering rapport",
        "vask vaske vasker vasking",
        "bleie bleier bleiene",
        "vei veien veier veg vegen vegar",
        "å Å aa",
    ],
)
def test_forms_of_one_word_meet_in_one_stem(words):
    first, *others = (set(stems_of(fold(word))) for word in words.split())
    if "leverantör" in words:
        others.pop()
    assert all(first & other for other in others)


@pytest.mark.parametrize(
    ("one", "other"),
    [("mat", "matte"), ("dag", "daglig"), ("bil", "billig"), ("krav", "kravle"), ("tre", "tred")],
)
def test_words_that_only_look_alike_stay_apart(one, other):
    assert stem(fold(one), "nb") != stem(fold(other), "nb")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("tekstilvask", "tekstil vask"),
        ("matavfallet", "mat avfall"),
        ("arbeidsklærne", "arbeid klær"),
        ("arbetskläder", "arbet klær"),
        ("livssykluskostnader", "livssyklus kostnad"),
        ("engangshansker", "engang hanske"),
        ("utsleppsfri", "utslipp fri"),
        ("leverandørkjeder", "leverandør kjede"),
    ],
)
def test_compounds_fall_apart_into_their_words(word, parts):
    assert LEXICON.parts(fold(word)) == tuple(stem(fold(part), "nb") for part in parts.split())


@pytest.mark.parametrize(
    "word", ["kantine", "bærekraftig", "kommunale", "konsulenter", "vurdering", "2026", "pc"]
)
def test_words_that_are_no_compounds_stay_whole(word):
    assert LEXICON.parts(fold(word)) == ()


def test_a_compound_of_the_contents_own_words_is_split():
    lexicon = Lexicon([("hjertestarter", 3), ("skap", 2)])
    assert lexicon.parts("hjertestarterskap") == (stem("hjertestarter", "nb"), "skap")


def test_the_lexicon_survives_being_stored():
    lexicon = Lexicon([("hjertestarter", 3), ("støvsuger", 1)])
    again = Lexicon.load(lexicon.dump())
    assert (again.counts, again.nearest("støvsger")) == (lexicon.counts, "støvsuger")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("avfal", "avfall"),
        ("anskafelse", "anskaffelse"),
        ("leverandr", "leverandør"),
        ("tekstlier", "tekstiler"),
    ],
)
def test_a_slip_is_led_back_to_the_nearest_word(written, meant):
    lexicon = Lexicon([("tekstiler", 4), ("avfall", 9)])
    assert lexicon.nearest(fold(written)) == meant


def test_a_far_fetched_word_is_not_corrected():
    assert LEXICON.nearest("xylofonist") == ""
    assert LEXICON.nearest("ab") == ""


def test_identifiers_are_known_however_they_are_written():
    for text in ("TEX-004", "tex-4", "Tex 4", "tex4"):
        assert reading(text).wanted[0].identifier == "tex-4"


def test_a_cpv_code_is_matched_by_what_it_begins_with():
    assert [reading(text).wanted[0].code for text in ("39510000-0", "3951", "39")] == ["3951", "3951", "39"]


def test_what_stands_for_the_same_is_wanted_too_but_less():
    (wanted,) = reading("arbeidstøy").wanted
    assert {"arbeidsklær", "uniform"} <= {one.stems[0] for one in wanted.alternatives if one.weight < 1}


def test_an_expression_of_several_words_has_synonyms():
    assert "elbil" in reading("elektrisk bil").also
    assert "livssykluskostnad" in reading("life-cycle cost").also


def test_words_without_meaning_are_left_out_unless_they_are_all_there_is():
    assert [wanted.word for wanted in reading("krav til vask av tøy").wanted] == ["krav", "vask", "tøy"]
    assert [wanted.word for wanted in reading("til og med").wanted] == ["til", "og", "med"]


@given(st.text())
def test_any_text_can_be_read_and_stays_small(text):
    result = reading(text)
    assert len(result.text) <= LONGEST_TEXT
    assert len(result.wanted) <= 2 * MOST_WORDS
    assert all(len(wanted.alternatives) <= 40 for wanted in result.wanted)


def test_a_million_letters_are_read_at_once():
    assert len(reading("vask " * 200_000).wanted) == MOST_WORDS
    assert len(reading("x" * 1_000_000).text) == LONGEST_TEXT


def test_control_characters_are_taken_out():
    assert clean("va\x00sk\u202e\n\ttøy\x1b", longest=100) == "vask tøy"


@given(st.text())
def test_words_stand_where_they_say(text):
    for word in words_in(text):
        assert fold(text[word.start : word.end][:60]) == word.text


def highlighter(text):
    return Highlighter(reading(text).stems, LEXICON)


def test_what_was_found_is_marked_and_everything_else_is_escaped():
    assert highlighter("vask").whole("<b>Vasken</b> & vask") == (
        "&lt;b&gt;<mark>Vasken</mark>&lt;/b&gt; &amp; <mark>vask</mark>"
    )


def test_in_a_compound_only_what_was_asked_for_is_marked():
    assert highlighter("vask").whole("Vaskemidler og tekstilvasken") == (
        "<mark>Vask</mark>emidler og tekstil<mark>vasken</mark>"
    )


def test_the_line_is_taken_from_where_the_words_stand():
    text = "Først noe annet. " * 30 + "Plagg skal tåle vask ved 75 grader. " + "Så noe mer. " * 30
    line = highlighter("vask").line(text)
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert "tåle <mark>vask</mark> ved" in line
    assert len(line) < 250


def test_words_that_another_question_met_first_are_marked_all_the_same():
    lexicon = Lexicon()
    first, second = (Highlighter(reading("vask").stems, lexicon) for _ in range(2))
    assert first.whole("Vaskbare vasker") == second.whole("Vaskbare vasker")
    assert "<mark>vasker</mark>" in second.whole("Vaskbare vasker")


@given(st.text(), st.text())
def test_no_text_can_bring_markup_along(asked, text):
    shown = highlighter(asked).line(text).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in shown
    assert ">" not in shown
