"""A newcomer's way through the hub, wide and on a phone; axe looks at every page on the way."""

import re

import pytest

pytestmark = pytest.mark.journey


def open_door(page, name):
    """Follows one of the node's doors, which a phone keeps behind a button."""
    menu = page.get_by_role("button", name="Meny", exact=True)
    if menu.is_visible():
        menu.click()
    page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name=name, exact=True).click()


def test_from_the_hub_to_a_seat_on_a_course(page, demonstration, without_faults):
    page.goto(demonstration.url())
    without_faults()

    page.get_by_role("link", name="Finn ditt knutepunkt").first.click()
    without_faults()
    page.get_by_role("main").get_by_role("searchbox").fill("bodo")
    page.get_by_role("main").get_by_role("button").first.click()
    without_faults()
    page.get_by_role("main").get_by_role("link", name="Knutepunkt Nordland").first.click()
    page.wait_for_url(demonstration.url(node="nordland"))
    without_faults()

    open_door(page, "Kurs")
    without_faults()
    page.get_by_role("link", name=re.compile("^Miljøkrav i rammeavtaler")).first.click()
    without_faults()
    page.get_by_role("link", name=re.compile("^Meld meg på")).first.click()
    without_faults()

    page.get_by_role("button", name=re.compile("^Meld meg på")).click()
    assert page.get_by_label("Navn").evaluate(
        "field => field.matches(':invalid') || field.ariaInvalid === 'true'"
    )

    page.get_by_label("Navn").fill("Innkjøper i kommunen")
    page.get_by_label("E-post").fill("innkjoper.bodo@demo.example")
    page.get_by_role("button", name=re.compile("^Meld meg på")).click()
    page.wait_for_url(re.compile("/kurs/pamelding/"))
    page.get_by_role("heading", level=1).wait_for()
    without_faults()


def test_a_buyer_finds_a_criterion_and_an_example_that_used_it(page, demonstration, without_faults):
    page.goto(demonstration.url(node="nordland"))
    page.get_by_role("searchbox").first.fill("vaske arbeidsklær")
    page.get_by_role("button", name="Søk", exact=True).first.click()
    without_faults()

    page.get_by_role("main").get_by_role(
        "link", name=re.compile("^Arbeidstøy skal tåle industrivask")
    ).click()
    page.wait_for_url(demonstration.url("/kriterier/TEX-004/", node="nordland"))
    without_faults()
    page.get_by_role("button", name="Kopier kravet").click()
    page.get_by_text(re.compile("kopiert", re.IGNORECASE)).first.wait_for()
    without_faults()

    open_door(page, "Eksempler")
    without_faults()
    page.get_by_role("main").get_by_role("link", name=re.compile("industrivask")).first.click()
    page.get_by_role("main").get_by_role("link", name=re.compile("TEX-004")).first.wait_for()
    without_faults()


def test_a_member_writes_a_report_as_draft_and_finds_it_again(page, demonstration, without_faults):
    page.goto(demonstration.url("/styringsgruppe/", node="nordland"))
    without_faults()

    page.locator("main a[href$='/styringsgruppe/medlem/']").click()
    without_faults()
    page.get_by_label("E-post").fill("statsforvalter.nordland@demo.example")
    page.get_by_label("Passord", exact=True).fill("knutepunkt-demo")
    page.get_by_role("main").get_by_role("button", name="Logg inn").click()
    page.wait_for_url(demonstration.url("/styringsgruppe/medlem/", node="nordland"))
    without_faults()

    page.locator("main a[href*='/styringsgruppe/medlem/rapport/']").first.click()
    without_faults()
    page.get_by_role("link", name="Resultater og framdrift i fylket", exact=True).click()
    without_faults()
    answer = "Fire kommuner til kjøper inn sammen med fylkeskommunen."
    page.get_by_label("Hva ble annerledes i fylket dette året?").fill(answer)
    page.get_by_label("Hva sto i veien").click()  # leaving a field is enough to save it
    page.get_by_text(re.compile("^Lagret kl")).wait_for()
    without_faults()

    page.goto(demonstration.url("/styringsgruppe/medlem/", node="nordland"))
    page.locator("main a[href*='/styringsgruppe/medlem/rapport/']").first.click()
    page.get_by_text(answer).wait_for()
    without_faults()
