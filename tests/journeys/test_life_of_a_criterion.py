"""A criterion from proposal to published version 2, through a hearing with comments from three roles.

A county's note on version 1 grows stale with it and is confirmed.
"""

import datetime
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

PASSWORD = "knutepunkt-demo"
NEW_WORDS = "Ved fornyelse skal kravet vurderes på nytt."
# Nobody ends a hearing early, its secretary least of all; so the clock is moved.
DEADLINE_PASSES = """
from datetime import timedelta
from django.utils import timezone
from criteria_library.models import Hearing
yesterday = timezone.now() - timedelta(days=1)
Hearing.objects.filter(title="{title}").update(opens_at=yesterday - timedelta(days=1), closes_at=yesterday)
"""
# The county knew the criterion before anybody proposed to change it.
COUNTY_HAS_A_NOTE = """
from django.utils import timezone
from criteria_library.models import Criterion, LocalNote
from criteria_library.services.notes import save_note
from hub.models import Node
criterion = Criterion.objects.get(identifier="{identifier}")
note = LocalNote(node=Node.objects.get(slug="nordland"), criterion=criterion, kind="guidance", text="{text}")
save_note(note=note, by=None, on=timezone.localdate())
"""
NOTE = "Vaskeriene i Salten tar imot til klokka ni."


@pytest.fixture
def sign_in(page, demonstration):
    def as_person(email):
        page.context.clear_cookies()
        page.goto(demonstration.url("/konto/logg-inn/"))
        page.get_by_label("E-post").fill(f"{email}@demo.example")
        page.get_by_label("Passord", exact=True).fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Logg inn", exact=True).click()
        page.wait_for_url(demonstration.url("/konto/"))

    return as_person


@pytest.fixture
def identifier(page):
    """One for each width, since the journey goes through the same demonstration twice."""
    return "TEX-007" if page.viewport_size["width"] > 600 else "TEX-013"


def test_from_proposal_to_version_2(page, demonstration, without_faults, sign_in, identifier):
    title = f"Høring om {identifier}"
    demonstration.manage("shell", "-c", COUNTY_HAS_A_NOTE.format(identifier=identifier, text=NOTE))
    see_note_to_version_1(page, demonstration, identifier)
    propose(page, demonstration, without_faults, sign_in, identifier)
    take_up(page, demonstration, without_faults, sign_in, identifier)
    send_on_hearing(page, demonstration, without_faults, sign_in, identifier, title)
    move_deadline(page, demonstration, without_faults, title)
    comment_without_account(page, demonstration, without_faults, identifier, title)
    comment_signed_in(page, demonstration, sign_in, "innkjoper", "Innkjøper", title)
    comment_signed_in(page, demonstration, sign_in, "radgiver.nordland", "Myndighet", title)
    demonstration.manage("shell", "-c", DEADLINE_PASSES.format(title=title))
    answer_and_close(page, demonstration, without_faults, sign_in, title)
    approve(page, demonstration, without_faults, sign_in, identifier)
    see_version_2(page, demonstration, without_faults, identifier, title)
    see_note_grown_stale(page, demonstration, without_faults, identifier)
    confirm_note(page, demonstration, without_faults, sign_in, identifier)


def see_note_to_version_1(page, demonstration, identifier):
    page.goto(demonstration.url(f"/kriterier/{identifier}/", node="nordland"))
    page.get_by_text(re.compile("Lokalt notat til versjon 1, bekreftet")).wait_for()
    assert page.get_by_text(NOTE).count() == 1


def propose(page, demonstration, without_faults, sign_in, identifier):
    """On a node's site, from the page of the criterion."""
    sign_in("innkjoper")
    page.goto(demonstration.url(f"/kriterier/{identifier}/", node="nordland"))
    page.get_by_role("link", name="Foreslå en endring").click()
    without_faults()
    page.get_by_label("Det du foreslår, på én linje").fill(f"Vurder {identifier} ved fornyelse")
    page.get_by_role("button", name="Send forslaget").click()
    page.get_by_role("alert").get_by_text("Skriv hvorfor").first.wait_for()
    page.get_by_role("textbox", name="Hvorfor").fill("Avtaler forlenges uten at noen ser på kravet.")
    page.get_by_role("button", name="Send forslaget").click()
    page.get_by_text("Det venter på svar").wait_for()
    without_faults()


def take_up(page, demonstration, without_faults, sign_in, identifier):
    """The editor answers, and writes in the draft in the editing pages."""
    sign_in("kriterieredaktor")
    page.goto(demonstration.url("/kriterier/redaksjon/"))
    without_faults()
    page.get_by_role("link", name=f"Vurder {identifier} ved fornyelse").click()
    page.get_by_label("Tatt opp", exact=True).check()
    page.get_by_role("textbox", name="Hvorfor").fill("Godt sett.")
    page.get_by_role("button", name="Send svaret").click()
    page.get_by_role("link", name="Følg arbeidet").click()
    page.get_by_role("link", name="Åpne i kriterieredaksjonen").click()
    without_faults()
    page.get_by_role("link", name="Skriv i utkastet").click()
    requirement = page.locator("[name=texts-0-requirement]")
    requirement.fill(f"{requirement.input_value()}\n\n{NEW_WORDS}")
    page.get_by_role("button", name="Lagre kladd").click()
    page.get_by_text(re.compile("oppdatert")).first.wait_for()


def send_on_hearing(page, demonstration, without_faults, sign_in, identifier, title):
    sign_in("horing")
    page.goto(demonstration.url("/kriterier/redaksjon/"))
    page.get_by_role("link", name=re.compile(f"^{identifier}")).click()
    page.get_by_role("link", name="Send på høring").click()
    without_faults()
    page.get_by_label("Tittel").fill(title)
    page.get_by_label("Hva det gjelder").fill("Bør kravet vurderes ved fornyelse?")
    assert page.get_by_role("checkbox", name=re.compile(f"^{identifier}")).is_checked()
    page.get_by_label("Inviterte instanser").fill("Bransjeforening, post@forening.example")
    page.get_by_role("button", name="Åpne høringen og send invitasjonene").click()
    page.get_by_role("heading", level=1, name=title).wait_for()
    without_faults()


def move_deadline(page, demonstration, without_faults, title):
    """To a later day, and to no other."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    in_ten_weeks = today + datetime.timedelta(weeks=10)
    page.goto(demonstration.url("/kriterier/redaksjon/"))
    page.get_by_role("link", name=title).click()
    page.locator("summary", has_text="Flytt fristen").click()
    page.get_by_label("Ny frist").fill(today.isoformat())
    page.get_by_role("button", name="Flytt fristen").click()
    assert page.get_by_role("alert").get_by_text("Velg en senere frist").count() >= 1
    without_faults()
    page.get_by_label("Ny frist").fill(in_ten_weeks.isoformat())
    page.get_by_role("button", name="Flytt fristen").click()
    page.get_by_text("Fristen er flyttet.").wait_for()
    assert page.get_by_text(re.compile(rf"^Frist {in_ten_weeks.day}\. ")).count() == 1


def comment_without_account(page, demonstration, without_faults, identifier, title):
    page.context.clear_cookies()
    page.goto(demonstration.url("/kriterier/horinger/"))
    without_faults()
    page.get_by_role("link", name=title).click()
    without_faults()
    page.get_by_role("link", name=f"Gi merknad til {identifier}").click()
    page.get_by_label("Merknaden din").fill("Fornyelse skjer ofte på kort varsel.")
    page.get_by_label("Leverandør", exact=True).check()
    page.get_by_label("E-post").fill("leverandor@demo.example")
    page.get_by_role("button", name="Send merknaden").click()
    page.get_by_role("heading", name="Én ting gjenstår: bekreft på e-post").wait_for()
    without_faults()
    page.goto(demonstration.url("/demo/post/"))
    address = re.search(r"https?://\S+/horinger/bekreft/[^\s\"<]+", page.content())[0]
    page.goto(address)
    page.get_by_role("button", name="Bekreft merknaden").click()
    page.get_by_role("heading", name="Merknaden er bekreftet").wait_for()
    without_faults()


def comment_signed_in(page, demonstration, sign_in, person, role, title):
    sign_in(person)
    page.goto(demonstration.url("/kriterier/horinger/", node="nordland"))
    page.get_by_role("link", name=title).click()
    page.get_by_role("link", name="Skriv en merknad").click()
    page.get_by_label("Merknaden din").fill(f"Vi støtter forslaget ({role.lower()}).")
    page.get_by_label(role, exact=True).check()
    page.get_by_role("button", name="Send merknaden").click()
    page.get_by_role("heading", name="Takk for merknaden").wait_for()


def answer_and_close(page, demonstration, without_faults, sign_in, title):
    sign_in("horing")
    page.goto(demonstration.url("/kriterier/redaksjon/"))
    page.get_by_role("link", name=title).click()
    page.get_by_role("button", name="Avslutt og publiser svarene").click()
    page.get_by_text("3 merknader har ikke fått svar").wait_for()
    without_faults()
    page.get_by_role("link", name="1. En leverandør").click()
    for outcome in ("Delvis tatt til følge", "Tatt til følge", "Tatt til følge"):
        page.get_by_label(outcome, exact=True).check()
        page.get_by_role("textbox", name="Hvorfor").fill("Vi har tatt det med i vurderingen.")
        without_faults()
        page.get_by_role("button", name="Lagre og ta neste").click()
        page.get_by_text("1 merknad er lagret.").wait_for()
    page.get_by_role("button", name="Avslutt og publiser svarene").click()
    page.get_by_text("Alle merknader har fått svar nedenfor.").wait_for()
    without_faults()


def approve(page, demonstration, without_faults, sign_in, identifier):
    sign_in("kriteriegodkjenner")
    page.goto(demonstration.url("/kriterier/redaksjon/"))
    page.get_by_role("link", name=re.compile(f"^{identifier}")).click()
    page.get_by_label("Godkjent av (rolle)").fill("Fagpanelet for tekstil")
    page.get_by_role("button", name="Godkjenn", exact=True).click()
    page.get_by_text("Utkastet er godkjent.").wait_for()
    without_faults()


def see_version_2(page, demonstration, without_faults, identifier, title):
    page.context.clear_cookies()
    page.goto(demonstration.url(f"/kriterier/{identifier}/", node="nordland"))
    assert NEW_WORDS in page.locator("#requirement").inner_text()
    assert f"{identifier} v2" in page.locator("#requirement").inner_text()
    page.goto(demonstration.url("/kriterier/arbeid/"))
    page.get_by_role("link", name=f"Vurder {identifier} ved fornyelse").click()
    steps = page.get_by_role("region", name="Hva som er gjort").inner_text()
    for step in (
        "Foreslått",
        "Forslaget ble tatt opp",
        "På høring",
        "Alle merknader besvart",
        "Publisert som versjon 2",
    ):
        assert step in steps
    without_faults()
    page.get_by_role("link", name="Alle merknader besvart").click()
    expect(page.get_by_text("Svar: delvis tatt til følge")).to_have_count(1)


def see_note_grown_stale(page, demonstration, without_faults, identifier):
    """Readers see it at once, with the way to what has changed."""
    page.goto(demonstration.url(f"/kriterier/{identifier}/", node="nordland"))
    page.get_by_text(re.compile("Skrevet til versjon 1. Den nasjonale teksten er nå versjon 2")).wait_for()
    assert page.get_by_text(NOTE).count() == 1
    without_faults()
    page.get_by_role("link", name="Se hva som er endret siden").click()
    page.locator("ins").first.wait_for()
    assert NEW_WORDS in " ".join(page.locator("ins").all_inner_texts())


def confirm_note(page, demonstration, without_faults, sign_in, identifier):
    sign_in("radgiver.nordland")
    page.goto(demonstration.url("/admin/"))
    page.get_by_role("link", name=re.compile("skrevet til en tidligere versjon")).click()
    fits = page.get_by_role("button", name="Det passer slik det står her")
    row = page.locator("tr", has_text=identifier)
    fits.or_(row).first.wait_for()
    if fits.count() == 0:
        # Another note is stale too, so the list comes first.
        way = row.get_by_role("link").first.get_attribute("href")
        page.goto(demonstration.url(way.replace("/edit/", "/confirm/")))
        fits.wait_for()
    assert NEW_WORDS in " ".join(page.locator("ins").all_inner_texts())
    fits.click()
    page.get_by_text("Notatet er bekreftet for versjonen som gjelder nå.").wait_for()
    page.goto(demonstration.url(f"/kriterier/{identifier}/", node="nordland"))
    page.get_by_text(re.compile("Lokalt notat til versjon 2, bekreftet")).wait_for()
    assert page.get_by_text("Skrevet til versjon 1").count() == 0
    without_faults()
