"""What the hub holds on me: I see it, take it along, correct it and have it deleted."""

import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import SignUp
from hub import slots
from hub.enums import Role
from hub.models import AuditEntry, Invitation, OutgoingMail, ProblemReport, User
from hub.services.accounts import HasDuties, delete_account
from hub.services.memberships import grant_membership
from tests.factories.courses import SessionFactory, SignUpFactory
from tests.factories.hub import PASSWORD, UserFactory, make_member

ADDRESS = "innkjoper@demo.example"
DELETE = "/konto/slett/"


@pytest.fixture
def buyer(national):
    return UserFactory(email=ADDRESS, name="Innkjøper i Bodø")


@pytest.fixture
def browser(client_on, national, buyer):
    client = client_on(national)
    client.post(reverse("account_login"), {"login": ADDRESS, "password": PASSWORD})
    return client


def test_the_page_and_the_file_hold_the_same_from_every_room(browser, nordland, buyer):
    grant_membership(user=buyer, node=nordland, role=Role.PARTICIPANT, by=None)
    SignUpFactory(session=SessionFactory(node=nordland), email=ADDRESS, name="Innkjøper")
    ProblemReport.objects.create(node=nordland, problem="Liten skrift", email=ADDRESS, language="nb")

    page = browser.get("/konto/mine-data/").content.decode()
    file = browser.get("/konto/mine-data/fil/")
    held = json.loads(file.content)["held"]

    assert file["Content-Disposition"].startswith("attachment")
    assert set(held) == set(slots.personal_data)
    assert held["hub.account"][0]["email"] == ADDRESS
    assert held["hub.roles"][0]["node"] == "Knutepunkt Nordland"
    assert held["courses.sign_ups"][0]["email"] == ADDRESS
    assert held["hub.problem_reports"][0]["problem"] == "Liten skrift"
    for words in (ADDRESS, "Knutepunkt Nordland", "Liten skrift", "Deltaker"):
        assert words in page


def test_nobody_elses_data_is_in_it(browser, nordland):
    SignUpFactory(session=SessionFactory(node=nordland), email="annen@demo.example")
    make_member(nordland, Role.EDITOR, name="Redaktør")

    for path in ("/konto/mine-data/", "/konto/mine-data/fil/"):
        told = browser.get(path).content.decode()
        assert "annen@demo.example" not in told
        assert "Redaktør" not in told


def test_every_field_of_the_file_has_a_heading_on_the_page(browser, buyer):
    for name, part in slots.personal_data.items():
        for row in part.export(buyer):
            assert set(row) == set(part.fields), name


def test_the_page_says_what_goes_and_what_stays_and_why(browser):
    page = browser.get(DELETE).content.decode()

    for part in slots.personal_data.values():
        assert str(part.label) in page
        assert not part.kept or str(part.kept)[:30] in page


def test_a_password_is_asked_for_and_then_all_is_gone(browser, nordland, buyer):
    session = SessionFactory(node=nordland)
    SignUpFactory(session=session, email=ADDRESS)
    ProblemReport.objects.create(node=nordland, problem="Liten skrift", email=ADDRESS, language="nb")

    browser.cookies.pop("messages", None)
    forget_recent_sign_in(browser)
    asked = browser.post(DELETE)
    assert asked.status_code == 302
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert User.objects.filter(pk=buyer.pk).exists()

    answer = browser.post(asked["Location"], {"password": PASSWORD}, follow=True)

    assert answer.redirect_chain[-1][0] == "/konto/slettet/"
    assert not User.objects.exists()
    assert not SignUp.objects.filter(email=ADDRESS).exists()
    assert ProblemReport.objects.get().email == ""
    assert browser.get("/konto/").status_code == 302
    entry = AuditEntry.objects.get(action="account.deleted")
    assert entry.object_label == str(buyer.public_id)


def forget_recent_sign_in(browser):
    session = browser.session
    session["account_authentication_methods"] = [{"method": "password", "at": 0}]
    session.save()


def test_a_wrong_password_deletes_nothing(browser, buyer):
    forget_recent_sign_in(browser)
    asked = browser.post(DELETE)

    browser.post(asked["Location"], {"password": "feil passord her"})

    assert User.objects.filter(pk=buyer.pk).exists()


def test_the_only_manager_hands_over_first(client_on, national, nordland):
    manager = make_member(nordland, Role.NODE_MANAGER, email=ADDRESS)
    browser = client_on(national, manager)

    page = browser.get(DELETE).content.decode()
    assert "Du er den eneste som har ansvar for medlemmene i Knutepunkt Nordland" in page
    assert 'href="http://nordland.hub.localhost:8000/medlemmer/"' in page
    assert browser.post(DELETE).status_code == 409
    with pytest.raises(HasDuties):
        delete_account(user=manager, by=manager, at=timezone.now())

    make_member(nordland, Role.NODE_MANAGER)
    delete_account(user=manager, by=manager, at=timezone.now())
    assert not User.objects.filter(pk=manager.pk).exists()


def test_what_fails_leaves_everything_as_it_was(nordland, buyer, monkeypatch):
    SignUpFactory(session=SessionFactory(node=nordland), email=ADDRESS)
    part = slots.PersonalData(
        label="", fields={}, export=lambda user: [], forget=lambda user: 1 / 0, order=99
    )
    monkeypatch.setitem(slots.personal_data, "hub.broken", part)

    with pytest.raises(ZeroDivisionError):
        delete_account(user=buyer, by=buyer, at=timezone.now())

    assert SignUp.objects.filter(email=ADDRESS).exists()
    assert not AuditEntry.objects.filter(action="account.deleted").exists()


def test_no_row_of_any_table_holds_the_address_or_the_name_afterwards(nordland, buyer):
    """Asked of the whole database, so that a new room that forgets to forget is found."""
    from django.apps import apps

    grant_membership(user=buyer, node=nordland, role=Role.PARTICIPANT, by=None)
    SignUpFactory(session=SessionFactory(node=nordland), email=ADDRESS, name="Innkjøper i Bodø")
    ProblemReport.objects.create(node=nordland, problem="Liten skrift", email=ADDRESS, language="nb")
    Invitation.objects.create(
        node=nordland, email=ADDRESS, role="editor", language="nb", digest="x", expires_at=timezone.now()
    )
    delete_account(user=buyer, by=buyer, at=timezone.now())

    kept = [
        model._meta.label
        for model in apps.get_models()
        if re.search("innkjoper@demo|Innkjøper i Bodø", str(list(model._default_manager.values())))
    ]
    assert set(kept) <= {OutgoingMail._meta.label}, "an e-mail that is still to leave"


def test_a_person_leaves_a_node_and_the_last_manager_does_not(client_on, national, nordland):
    editor, manager = make_member(nordland, Role.EDITOR), make_member(nordland, Role.NODE_MANAGER)

    assert client_on(national, editor).post("/konto/forlat/nordland/").status_code == 302
    told = client_on(national, manager).post("/konto/forlat/nordland/", follow=True).content.decode()

    assert not editor.memberships.exists()
    assert manager.memberships.exists()
    assert "ville ikke hatt noen igjen" in told


def test_the_last_manager_is_told_before_the_button_and_not_after(client_on, national, nordland):
    manager = make_member(nordland, Role.NODE_MANAGER)
    there = "/konto/forlat/nordland/"
    page = client_on(national, manager).get(there).content.decode()
    assert "ville ikke hatt noen igjen" in page
    assert nordland.url("/medlemmer/") in page
    assert "Forlat knutepunktet</button>" not in page

    make_member(nordland, Role.NODE_MANAGER)

    page = client_on(national, manager).get(there).content.decode()
    assert "ville ikke hatt noen igjen" not in page
    assert "Forlat knutepunktet</button>" in page


def test_a_new_address_holds_when_its_link_is_opened(browser, buyer):
    asked = browser.post(reverse("account_email"), {"email": "Ny@demo.example", "action_add": ""})
    assert asked["Location"].startswith(reverse("account_reauthenticate")), "an open machine is not enough"
    assert not OutgoingMail.objects.exists()
    browser.post(asked["Location"], {"password": PASSWORD})
    buyer.refresh_from_db()
    assert buyer.email == ADDRESS

    mail = OutgoingMail.objects.filter(to="ny@demo.example").get()
    link = re.search(r"http://hub\.localhost:8000(/konto/bekreft/\S+)", mail.text).group(1)
    browser.get(link)
    browser.post(link)

    buyer.refresh_from_db()
    assert buyer.email == "ny@demo.example"


def test_the_only_lead_of_a_steering_group_hands_over_first(nordland):
    lead = make_member(nordland, Role.COUNTY_GOVERNOR_LEAD)

    with pytest.raises(HasDuties, match="/kontakt/"):
        delete_account(user=lead, by=lead, at=timezone.now())

    make_member(nordland, Role.COUNTY_GOVERNOR_LEAD)
    delete_account(user=lead, by=lead, at=timezone.now())
