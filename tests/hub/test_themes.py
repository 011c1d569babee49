"""Every pair of colours that the style sheet puts together can be read, light and dark (WCAG 2.2 AA)."""

import json
from pathlib import Path

import pytest

from hub.enums import NodeTheme

FRONTEND = Path(__file__).parents[2] / "frontend"
TOKENS = json.loads((FRONTEND / "themes" / "tokens.json").read_text())
COLOURS = json.loads((FRONTEND / "themes" / "colours.json").read_text())
SCHEMES = ["light", "dark"]

SURFACES = ["background-default", "background-tinted", "surface-default", "surface-tinted"]
PRESSED = ["surface-hover", "surface-active"]
BASES = ["base-default", "base-hover", "base-active"]

# text on ground, of one and the same colour
TEXTS = [
    *[("text-default", ground) for ground in [*SURFACES, *PRESSED]],
    *[("text-subtle", ground) for ground in SURFACES],
    *[("base-contrast-default", ground) for ground in BASES],
]
# neutral text on a theme's ground: the hero, local notes, table rows, the requirement's frame
NEUTRAL_TEXTS = [
    *[("text-default", ground) for ground in [*SURFACES, *PRESSED]],
    *[("text-subtle", ground) for ground in ["background-default", "background-tinted", "surface-default"]],
]
# lines that say something: edges of fields and frames, the line under the door one stands in
LINES = [
    *[("border-strong", ground) for ground in SURFACES],
    ("border-default", "background-default"),
    ("base-default", "background-default"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted([luminance(one), luminance(other)], reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(pairs, *, least, ground_of, ink_of):
    found = {(ink, ground): round(contrast(ink_of[ink], ground_of[ground]), 2) for ink, ground in pairs}
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", [*TOKENS["themes"], *TOKENS["roles"]])
def test_a_colour_can_be_read_on_itself(name, scheme):
    shades = {**TOKENS["themes"], **TOKENS["roles"]}[name][scheme]
    assert too_weak(TEXTS, least=4.5, ground_of=shades, ink_of=shades) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", [*TOKENS["themes"], *TOKENS["roles"]])
def test_neutral_text_can_be_read_on_every_colour(name, scheme):
    shades = {**TOKENS["themes"], **TOKENS["roles"]}[name][scheme]
    neutral = TOKENS["roles"]["neutral"][scheme]
    assert too_weak(NEUTRAL_TEXTS, least=4.5, ground_of=shades, ink_of=neutral) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", TOKENS["themes"])
def test_a_themes_text_and_lines_are_seen_on_the_page(name, scheme):
    shades, neutral = TOKENS["themes"][name][scheme], TOKENS["roles"]["neutral"][scheme]
    assert too_weak(LINES, least=3, ground_of=shades, ink_of=shades) == {}
    page = [(ink, "background-default") for ink in ("text-default", "text-subtle")]
    assert too_weak(page, least=4.5, ground_of=neutral, ink_of=shades) == {}
    assert too_weak([("base-default", "background-default")], least=3, ground_of=neutral, ink_of=shades) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_faults_are_seen_on_the_page(scheme):
    danger, neutral = TOKENS["roles"]["danger"][scheme], TOKENS["roles"]["neutral"][scheme]
    assert (
        too_weak([("text-subtle", "background-default")], least=4.5, ground_of=neutral, ink_of=danger) == {}
    )
    assert (
        too_weak([("border-strong", "background-default")], least=3, ground_of=neutral, ink_of=danger) == {}
    )


def test_every_theme_a_node_can_have_is_in_the_style_sheet():
    assert set(TOKENS["themes"]) == set(NodeTheme.values) == set(COLOURS["themes"])


def test_the_tokens_were_made_of_the_colours_beside_them():
    for group in ("themes", "roles"):
        made = {name: shades["light"]["base-default"].lower() for name, shades in TOKENS[group].items()}
        assert made == COLOURS[group]
