import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria_library import markup
from criteria_library.markup import Kind, read_blocks
from criteria_library.models.pasted import cleaned
from criteria_library.queries.differences import Piece, word_differences
from criteria_library.templatetags.criteria import as_changes, marked_up

OUR_TAGS = {
    "p",
    "br",
    "strong",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "span",
    "a",
}


def kinds(text):
    return [block.kind for block in read_blocks(text)]


def test_paragraphs_lists_steps_and_tables_are_told_apart():
    text = "Først.\n\n- en\n- to\n\n1. så\n2. slik\n\n| A | B |\n| 1 | 2 |"

    assert kinds(text) == [Kind.PARAGRAPH, Kind.LIST, Kind.STEPS, Kind.TABLE]


def test_what_is_pasted_from_a_word_processor_keeps_lists_and_tables():
    assert kinds("Krav:\r\n• én\r\n• to\r\nNavn\tPoeng\r\nA\t10") == [Kind.PARAGRAPH, Kind.LIST, Kind.TABLE]


def test_two_paragraphs_stay_two():
    assert marked_up("En.\n\nTo.") == "<p>En.</p><p>To.</p>"


def test_a_table_has_headings_for_columns_and_rows():
    html = marked_up("| Andel | Poeng |\n| 90 prosent | 10 |")

    assert '<th scope="col">Poeng</th>' in html
    assert '<th scope="row">90 prosent</th><td>10</td>' in html


def test_what_the_buyer_fills_in_is_marked_out():
    assert '<span class="blank">[antall]</span> vask' in marked_up("Minst [antall] vask")


def test_blanks_are_told_with_the_words_around_them():
    text = "Plaggene skal tåle minst [antall] vask ved 75 °C.\n\n| Mål | [dato] |"

    assert markup.blanks(text) == [
        ("antall", "skal tåle minst [antall] vask ved 75"),
        ("dato", "Mål [dato]"),
    ]


def test_a_blank_in_a_table_is_told_by_its_row_and_column():
    text = "| Egenskap | 10 poeng | 0 poeng |\n| **Liggetid** | [antall] eller flere | [antall] eller færre |"

    assert markup.blanks(text) == [
        ("antall", "Liggetid, 10 poeng: [antall] eller flere"),
        ("antall", "Liggetid, 0 poeng: [antall] eller færre"),
    ]


def test_what_the_buyer_has_filled_in_stands_in_the_text_and_is_escaped():
    assert '<span class="blank">50</span> og <span class="blank">[b]</span>' in marked_up(
        "[a] og [b]", ["50"]
    )
    assert "<script>" not in marked_up("[a]", ["<script>"])


def test_words_between_two_stars_are_bold():
    assert marked_up("Krav: **minst [antall] vask** i året", ["50"]) == (
        '<p>Krav: <strong>minst <span class="blank">50</span> vask</strong> i året</p>'
    )
    assert "<td><strong>50</strong></td>" in marked_up("| A | B |\n| 1 | **50** |")
    assert marked_up("- **Vask:** tåler varme") == "<ul><li><strong>Vask:</strong> tåler varme</li></ul>"


@pytest.mark.parametrize(
    "text", ["2 ** 3 ** 4", "**åpen", "*en*", "** rom **", "****", "|a **b | c** d|", "**to\nlinjer**"]
)
def test_stars_that_close_nothing_are_left_as_written(text):
    assert "<strong>" not in marked_up(text)
    assert "".join(markup.words(text)).count("*") >= min(text.count("*"), 2)


def test_marks_of_bold_words_are_neither_found_nor_summed_up():
    text = "Plaggene skal tåle **minst [antall]** vask.\n\n| **Mål** | B |"

    assert markup.plain(text) == "Plaggene skal tåle minst [antall] vask. Mål B"
    assert markup.beginning(text, 200) == "Plaggene skal tåle minst [antall] vask."
    assert markup.blanks(text) == [("antall", "skal tåle minst [antall] vask.")]


def test_a_difference_shows_bold_words_without_their_marks_and_a_word_made_bold_as_changed():
    assert word_differences("Tåler **75 °C** og vask.", "Tåler **75 °C** og **vask**.") == [
        Piece("same", "Tåler "),
        Piece("same", "75 °C", is_strong=True),
        Piece("same", " og "),
        Piece("gone", "vask."),
        Piece("new", "vask", is_strong=True),
        Piece("new", "."),
    ]


def test_a_difference_is_escaped():
    shown = as_changes(word_differences("En <b>\nto", "En **<i>**\nto"))

    assert shown == "En <del>&lt;b&gt;</del><ins><strong>&lt;i&gt;</strong></ins><br>to"


def test_a_sentence_written_anew_is_not_a_salad_of_old_and_new_words():
    assert word_differences(
        "Be om oversikt over bruk hvert år.\n\nHold den.", "Kjør en rute over fjellet i januar.\n\nHold den."
    ) == [
        Piece("gone", "Be om oversikt over bruk hvert år."),
        Piece("new", "Kjør en rute over fjellet i januar."),
        Piece("same", "\n\nHold den."),
    ]


def test_an_address_becomes_a_link():
    assert '<a href="https://standard.example" rel="nofollow">' in marked_up("Se https://standard.example")


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "[<img src=x onerror=alert(1)>]",
        'http://[x" onmouseover="alert(1)]/',
        "javascript:alert(1)",
        "| <b>a</b> | <svg onload=alert(1)> |\n| 1 | 2 |",
        "- <iframe src=//evil.example>",
        "**<svg onload=alert(1)>** og [**<b>x</b>**]",
        'https://evil.example/?a="><script>alert(1)</script>',
    ],
)
def test_nothing_an_editor_writes_can_run(attack):
    assert_only_our_tags(marked_up(attack))


@given(st.text(alphabet=st.sampled_from("ab<>[]\"'&/:|-*\n\t1.= onhref"), max_size=60))
def test_no_text_at_all_yields_another_tag_or_attribute(text):
    assert_only_our_tags(marked_up(text))


def assert_only_our_tags(html):
    for name, attributes in re.findall(r"<\s*/?\s*([a-zA-Z]*)([^>]*)>", html):
        assert name in OUR_TAGS
        ours = r'(\s(class|scope|href|rel|data-size|tabindex)="[^"<>]*")*'
        assert re.fullmatch(ours, attributes), attributes
    assert all(
        href.startswith(("http://", "https://", "mailto:")) for href in re.findall(r'href="([^"]*)"', html)
    )


def test_a_summary_ends_between_words_and_leaves_tables_out():
    text = "Oppdragsgiver gir poeng for andelen.\n\n| Andel | Poeng |\n| 1 | 2 |"

    assert markup.beginning(text, 200) == "Oppdragsgiver gir poeng for andelen."
    assert markup.beginning(text, 22) == "Oppdragsgiver gir …"


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal {margin:0cm}</style></head>
<body><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<p class=MsoNormal style='margin:0cm'><b>Plaggene</b> skal tåle&nbsp;minst
[antall] vask.<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>
·<span>&nbsp;&nbsp;&nbsp;</span></span><![endif]>Fargen skal holde</p>
<ol><li>Først dette</li><li>Så dette</li></ol>
<table><tr><td><p class=MsoNormal>Vask</p></td><td>Grad</td></tr>
<tr><td>50</td><td>75&nbsp;°C</td></tr></table>
<script>alert(1)</script></body></html>"""


def test_what_is_pasted_from_word_with_its_markup_keeps_lists_steps_and_tables():
    text = cleaned(WORD)

    assert "**Plaggene** skal tåle minst [antall] vask." in text
    assert not re.search("[<>]|Mso|alert", text)
    kinds = [block.kind for block in markup.read_blocks(text)]
    assert kinds == [Kind.PARAGRAPH, Kind.LIST, Kind.STEPS, Kind.TABLE]
    assert markup.read_blocks(text)[3].parts == [["Vask", "Grad"], ["50", "75 °C"]]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("•\tEn\n•\tTo", "- En\n- To"),
        (" En", "- En"),
        ("vann­vern og luft​vern", "vannvern og luftvern"),
        ("En\x0bTo\x00", "En\nTo"),
        ("Under <5 g, og a > b", "Under <5 g, og a > b"),
        ("<p><b>Minst </b><strong>[antall] </strong>vask</p>", "**Minst** **[antall]** vask"),
        ("<p>Kravet <b>gj<i>el</i>der</b>, 2<b>*</b>3</p>", "Kravet **gjelder**, 2*3"),
        ("<table><tr><td><b>A</b></td></tr><tr><td><b>1</b></td></tr></table>", "| A |\n| **1** |"),
        ("| a | b |\n| 1 | [antall] |", "| a | b |\n| 1 | [antall] |"),
    ],
)
def test_bullets_and_unseen_marks_are_cleaned_and_the_rest_is_left(pasted, kept):
    assert cleaned(pasted) == kept


@given(st.text())
def test_to_clean_twice_is_to_clean_once(text):
    assert cleaned(cleaned(text)) == cleaned(text)
