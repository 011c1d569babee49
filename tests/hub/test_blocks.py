"""The kit of blocks holds editors to what readers need."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.images.tests.utils import get_test_image_file

from hub.blocks import TEXT_FEATURES, CaptionedTableBlock, LinkBlock, PictureBlock, TargetBlock
from hub.models import Picture
from hub.services.pages import create_article


@pytest.fixture
def picture(nordland):
    return Picture.objects.create(
        title="Kontor",
        credit="Demonstrasjon, CC0",
        file=get_test_image_file(),
        collection=nordland.image_collection,
    )


def picture_value(picture, **fields):
    block = PictureBlock()
    return block, block.to_python({"image": picture.pk, **fields})


def test_a_picture_without_description_must_be_marked_decorative(picture):
    block, value = picture_value(picture)
    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_decorative_picture_has_no_description(picture):
    block, value = picture_value(picture, alternative_text="Et kontor", decorative=True)
    with pytest.raises(ValidationError):
        block.clean(value)


@pytest.mark.parametrize("fields", [{"alternative_text": "Et kontor"}, {"decorative": True}])
def test_a_described_or_decorative_picture_is_fine(picture, fields):
    block, value = picture_value(picture, **fields)

    assert block.clean(value)["image"] == picture


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//ond.example/", "www.uten-skjema.example"])
def test_a_link_must_be_a_whole_address_or_a_path(address):
    block = TargetBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"page": None, "address": address}))


def test_a_link_is_searched_by_its_words_and_not_by_its_address():
    block = LinkBlock()
    value = block.to_python({"address": "/kriterier/?q=laundry", "text": "Krav til vask", "description": ""})
    words = " ".join(block.get_searchable_content(value))

    assert "Krav til vask" in words
    assert "laundry" not in words


def table(**fields):
    return {
        "data": [["År", "Tonn"], ["2025", "12"]],
        "table_caption": "Utslipp",
        "table_header_choice": "row",
        **fields,
    }


@pytest.mark.parametrize("fields", [{"table_caption": " "}, {"table_header_choice": "neither"}])
def test_a_table_needs_a_caption_and_headers(fields):
    with pytest.raises(ValidationError):
        CaptionedTableBlock().clean(table(**fields))


def block(kind, value=None, **parts):
    return {"type": kind, "value": value or parts}


# Wagtail leaves the file open that it writes a picture's smaller sizes to.
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
def test_every_block_is_shown_on_the_page(client_on, nordland, picture):
    blocks = [
        block("text", "<h2>Overskrift</h2><p>Brødtekst</p>"),
        block("picture", image=picture.pk, alternative_text="Et kontor", caption="Ombruk"),
        block("quote", quote="Vi sparte penger.", source="Innkjøpssjef, kommune"),
        block("steps", heading="Slik gjør du", steps=[{"title": "Først"}, {"title": "Så"}]),
        block("facts", heading="Kort sagt", facts=[{"name": "Frist", "value": "1. mai"}]),
        block("links", heading="Les mer", links=[{"address": "/kurs/", "text": "Alle kurs"}]),
        block("call_to_action", heading="Bli med", address="/kurs/", button="Meld deg på"),
        block("table", **table()),
        block("accordion", heading="Spørsmål", folds=[{"heading": "Hvorfor?", "text": "<p>Fordi.</p>"}]),
    ]
    page = create_article(nordland, title="Alt vi har", blocks=blocks)

    text = client_on(nordland).get(f"/{page.slug}/").text

    for words in [
        "<h2>Overskrift</h2>", 'alt="Et kontor"', "Demonstrasjon, CC0", "Vi sparte penger.", "<h3>Først</h3>",
        "<dt>Frist</dt>", '<a href="/kurs/">Alle kurs</a>', "Meld deg på", "<caption>Utslipp</caption>",
        '<th scope="col" class="num">Tonn</th>', "<summary>Hvorfor?</summary>",
    ]:  # fmt: skip
        assert words in text
    assert "style=" not in text
    assert '<meta property="og:image" content="http://nordland.hub.localhost:8000/' in text


def test_what_is_pasted_into_text_loses_its_styles_and_first_level_headings():
    converter = ContentstateConverter(features=TEXT_FEATURES)
    pasted = '<h1 style="color:red">Stor</h1><p onclick="x()" style="color:red">Tekst</p>'

    kept = converter.to_database_format(converter.from_database_format(pasted))

    assert "Tekst" in kept
    assert not any(word in kept for word in ("<h1", "style", "onclick"))
