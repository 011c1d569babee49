"""A manager invites somebody, who becomes an editor by the link in the mail, and one day is removed."""

import re
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.journey

PASSWORD = "knutepunkt-demo"
NEWCOMER = "ny.redaktor@demo.example"


@pytest.fixture
def person(chromium):
    """A browser of its own for each person."""
    contexts = []

    def open_browser():
        contexts.append(chromium.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900}))
        return contexts[-1].new_page()

    yield open_browser
    for context in contexts:
        context.close()


def sign_in(page, demonstration, email):
    page.goto(demonstration.url("/konto/logg-inn/"))
    page.get_by_label("E-postadresse").fill(email)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logg inn", exact=True).click()
    page.wait_for_url(demonstration.url("/konto/"))


def invite(page, demonstration, *emails):
    page.get_by_role("link", name="Medlemmer").click()
    page.wait_for_url(demonstration.url("/medlemmer/", node="nordland"))
    page.get_by_role("link", name="Inviter").click()
    page.get_by_label("E-postadresser").fill("\n".join(emails))
    page.get_by_label(re.compile("^Redaktør:")).check()
    page.get_by_role("button", name="Send invitasjonene").click()


def link_in_mail(page, demonstration, email):
    page.goto(demonstration.url("/demo/post/"))
    mail = page.get_by_role("article").filter(has_text=email).first
    return mail.get_by_role("link").filter(has_text="/konto/invitasjon/").get_attribute("href")


def test_from_an_invitation_to_a_removal(person, demonstration):
    manager, newcomer = person(), person()
    sign_in(manager, demonstration, "leder.nordland@demo.example")
    invite(manager, demonstration, NEWCOMER, "ikke en adresse")
    manager.get_by_role("link", name="Linje 2 er ikke en e-postadresse").wait_for()
    invite_again = manager.get_by_label("E-postadresser")
    assert NEWCOMER in invite_again.input_value(), "nothing typed is lost"
    invite_again.fill(NEWCOMER)
    manager.get_by_role("button", name="Send invitasjonene").click()
    manager.get_by_text("1 invitasjon er sendt.").wait_for()
    assert manager.get_by_role("row").filter(has_text=NEWCOMER).get_by_text("Venter på svar").is_visible()

    link = link_in_mail(newcomer, demonstration, NEWCOMER)
    newcomer.goto(link)
    newcomer.get_by_role("main").get_by_role("link", name="Lag en konto").click()
    newcomer.get_by_label("Navn").fill("Ny redaktør")
    assert newcomer.get_by_label("E-postadresse").input_value() == NEWCOMER
    newcomer.get_by_label("Hvor arbeider du?").fill("bodo")
    newcomer.get_by_label("Passord", exact=True).fill(PASSWORD)
    newcomer.get_by_role("main").get_by_role("button", name="Lag en konto").click()
    newcomer.wait_for_url(demonstration.url("/konto/"))
    newcomer.get_by_text("Du er nå medlem i Knutepunkt Nordland: Redaktør.").wait_for()
    newcomer.get_by_role("link", name="Til redigeringssidene").click()
    newcomer.wait_for_url(lambda url: urlsplit(url).path == "/admin/")

    used = person()
    used.goto(link)
    used.get_by_role("heading", name="Denne invitasjonen er brukt").wait_for()

    manager.goto(demonstration.url("/medlemmer/", node="nordland"))
    manager.get_by_role("link", name="Endre eller fjern Ny redaktør").click()
    manager.get_by_role("link", name="Fjern", exact=True).click()
    manager.get_by_role("button", name="Fjern", exact=True).click()
    manager.get_by_text("Ny redaktør er ikke lenger medlem").wait_for()

    assert newcomer.goto(demonstration.url("/admin/")).status == 403, "the next request is closed"
    newcomer.goto(demonstration.url("/konto/"))
    assert newcomer.get_by_text("Du har ingen rolle i noe knutepunkt.").is_visible()
