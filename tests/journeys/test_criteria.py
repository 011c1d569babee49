"""A buyer takes a requirement along; a county's note that grew stale is confirmed."""

import re

import pytest

pytestmark = pytest.mark.journey

PASSWORD = "knutepunkt-demo"


def sign_in(page, demonstration, email, then):
    page.goto(demonstration.url(f"/konto/logg-inn/?next={then}"))
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logg inn").click()
    page.wait_for_url(re.compile(re.escape(then)))


def test_a_buyer_fills_in_and_copies_the_wording_for_one_use(page, demonstration, without_faults):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(demonstration.url("/kriterier/grupper/textiles-workwear/"))
    page.get_by_role("heading", name="Begynn med disse").wait_for()
    without_faults()

    page.get_by_role("link", name=re.compile("^Reparasjon og ombruk av arbeidstøy")).first.click()
    without_faults()
    page.get_by_role("link", name="Som tildelingskriterium").click()
    page.wait_for_url(re.compile("bruk=award"))
    page.locator("summary", has_text="felt før du kopierer").click()
    page.locator("input[name=felt]").first.fill("5")
    page.get_by_role("button", name="Sett inn i teksten").click()
    page.wait_for_url(re.compile("felt=5"))
    without_faults()

    page.get_by_role("button", name="Kopier kravet").click()
    page.get_by_text(re.compile("kopiert", re.IGNORECASE)).first.wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "innen 5 virkedager" in copied
    as_shown = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert as_shown.count("<li>") == 3
    assert "TEX-009 v1 (tildelingskriterium)" in copied
    assert "/kriterier/TEX-009/v1/" in copied


def test_a_buyer_on_the_national_site_sees_a_countys_note_and_compares_them(
    page, demonstration, without_faults
):
    page.goto(demonstration.url("/kriterier/TEX-004/"))
    page.get_by_label("Vis notater fra").select_option("nordland")
    page.get_by_role("button", name="Vis", exact=True).click()
    page.wait_for_url(re.compile("fylke=nordland"))
    page.get_by_role("heading", name=re.compile("^Fra Knutepunkt Nordland")).wait_for()
    without_faults()

    page.get_by_role("link", name="Se notatene side om side").click()
    page.get_by_role("heading", name="Det fylkene legger til").wait_for()
    assert page.locator("section.local").count() >= 3
    without_faults()


@pytest.fixture
def own_page(chromium):
    """Once, since a note is confirmed for good."""
    context = chromium.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_a_note_that_grew_stale_is_confirmed_with_the_difference_in_view(own_page, demonstration):
    page, address = own_page, demonstration.url("/kriterier/TRA-001/", node="nordland")
    page.goto(address)
    page.get_by_text(re.compile("Skrevet til versjon 2. Den nasjonale teksten er nå versjon 3")).wait_for()
    page.get_by_role("link", name="Se hva som er endret siden").click()
    page.locator("ins").first.wait_for()

    sign_in(page, demonstration, "radgiver.nordland@demo.example", "/admin/")
    page.get_by_role("link", name=re.compile("lokalt notat er skrevet til en tidligere versjon")).click()
    page.locator("ins").first.wait_for()
    page.get_by_role("button", name="Det passer slik det står her").click()
    page.get_by_text("Notatet er bekreftet for versjonen som gjelder nå.").wait_for()

    page.goto(address)
    page.get_by_text(re.compile("Lokalt notat til versjon 3, bekreftet")).wait_for()
    assert page.get_by_text("Skrevet til versjon 2").count() == 0
