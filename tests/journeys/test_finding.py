"""Finding by keyboard alone, wide and on a phone: no mouse, and axe looks at every state of the page."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey
MOST_STOPS = 90


def focused(page, what):
    return page.evaluate(f"document.activeElement.{what}")


def tab_to(page, name, role="link"):
    """Goes on with Tab until what has the focus is called so."""
    wanted = page.get_by_role(role, name=name).first
    wanted.wait_for(state="visible")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return wanted
    raise AssertionError(f"{name} was not reached in {MOST_STOPS} stops")


def said(page):
    return sentence(page).inner_text()


def sentence(page):
    """How many hits there are, as it is read aloud."""
    return page.locator("#hits p[role=status]")


def open_filters(page):
    """On a phone they stand behind a button."""
    button = page.get_by_role("button", name=re.compile("^Avgrens"))
    if not button.is_visible():
        return False
    tab_to(page, re.compile("^Avgrens"), "button")
    page.keyboard.press("Enter")
    return True


def test_a_criterion_is_found_by_keyboard_alone(page, demonstration, without_faults):
    page.goto(demonstration.url("/kriterier/", node="nordland"))
    tab_to(page, re.compile("^Søk i"), "searchbox")

    page.keyboard.type("arbeidst")
    page.locator("#suggestions a").first.wait_for()
    without_faults()
    page.keyboard.press("ArrowDown")
    assert focused(page, "closest('#suggestions') !== null")
    page.keyboard.press("Escape")
    assert focused(page, "id") == "q"
    assert page.locator("#suggestions a").count() == 0

    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("vaske arbeidsklaer miljo")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=vaske"))
    expect(sentence(page)).to_contain_text("treff for «vaske arbeidsklaer miljo»")
    without_faults()

    before = said(page)
    behind_button = open_filters(page)
    tab_to(page, re.compile("^Basis"), "checkbox")
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("level=basic"))
    expect(sentence(page)).not_to_have_text(before)
    assert focused(page, "id") == "level-basic", "the focus stays where it was"
    without_faults()
    if behind_button:
        assert page.locator("#count-so-far").inner_text() == re.match(r"\d+ treff", said(page))[0]
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Avgrens (1 valgt)").wait_for()

    shared = page.url
    tab_to(page, re.compile("^Fjern filteret"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "level=basic" not in url)
    expect(sentence(page)).to_have_text(before)

    page.goto(shared)
    assert page.get_by_role("link", name=re.compile("Fjern filteret Basis")).count() == 1
    tab_to(page, re.compile("^Arbeidstøy skal tåle industrivask"))
    page.keyboard.press("Enter")
    page.wait_for_url(demonstration.url("/kriterier/TEX-004/", node="nordland"))
    page.get_by_role("heading", name="Lignende kriterier").wait_for()
    without_faults()
    tab_to(page, re.compile("^TEX-009"))


@pytest.mark.parametrize(
    ("path", "words", "hit"),
    [
        ("/kurs/?nettverk", "hansker", "Hansker og engangsutstyr"),
        ("/eksempler/?alle", "slitasjeklasser", "Arbeidstøy som tåler industrivask"),
        ("/sok/", "engangshansker", "Engangshansker uten pudder"),
    ],
)
def test_courses_examples_and_everything_are_searched_alike(
    page, demonstration, without_faults, path, words, hit
):
    page.goto(demonstration.url(path, node="nordland"))
    without_faults()
    tab_to(page, re.compile("^Søk i"), "searchbox")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"q={words}"))
    expect(sentence(page)).to_contain_text(f"treff for «{words}»")
    without_faults()
    tab_to(page, re.compile(f"^{hit}"))


def test_a_search_in_vain_says_what_to_loosen_and_leads_on(page, demonstration, without_faults):
    page.goto(demonstration.url("/kurs/?q=hansker", node="nordland"))
    assert "0 treff" in said(page)
    page.get_by_role("heading", name="Dette ligger nærmest").wait_for()
    without_faults()
    tab_to(page, re.compile("^Hele nettverket: "))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("nettverk"))
    expect(sentence(page)).not_to_contain_text("0 treff")


def test_finding_needs_no_script(chromium, demonstration):
    context = chromium.new_context(locale="nb-NO", java_script_enabled=False)
    page = context.new_page()
    page.goto(demonstration.url("/kriterier/?q=vask", node="nordland"))
    page.get_by_role("checkbox", name=re.compile("^Avansert")).check()
    page.get_by_role("button", name="Vis treffene").click()
    page.wait_for_url(re.compile("level=advanced"))
    assert "q=vask" in page.url
    assert page.get_by_role("link", name=re.compile("Fjern filteret Avansert")).is_visible()
    context.close()
