"""Signing up, in and out, on the hub's host, for all nodes."""

import re
from html import unescape

import pytest
from django.core import mail as outbox
from django.urls import reverse
from django.utils import translation

from hub.enums import Role
from hub.models import OutgoingMail, User
from tests.factories.hub import PASSWORD, OrganisationFactory, UserFactory, make_member

DETAILS = {
    "name": "Innkjøper i Bodø",
    "email": "innkjoper@demo.example",
    "language": "nn",
    "password1": "blåbær på fjellet i august",
}


def sign_in(browser, email, password=PASSWORD, **more):
    return browser.post(reverse("account_login"), {"login": email, "password": password, **more})


def link_in(mail):
    return re.search(r"http://\S+", mail.text)[0].removeprefix("http://hub.localhost:8000")


def test_a_person_makes_an_account_confirms_the_address_and_signs_in(browser):
    organisation = OrganisationFactory()
    browser.post(reverse("account_signup"), {**DETAILS, "organisation": organisation.name})
    assert "_auth_user_id" not in browser.session

    browser.post(link_in(OutgoingMail.objects.get()))
    response = sign_in(browser, DETAILS["email"], DETAILS["password1"])

    assert response["Location"] == f"/nn{reverse('hub:my_page')}", "in the person's language"
    user = User.objects.get()
    assert (user.name, user.language, user.organisation) == (DETAILS["name"], "nn", organisation)


def test_nobody_is_given_a_role_by_signing_up(browser):
    browser.post(
        reverse("account_signup"), {**DETAILS, "is_superuser": "on", "is_staff": "on", "groups": "1"}
    )

    user = User.objects.get()
    assert (user.is_superuser, user.is_staff, user.groups.count(), user.memberships.count()) == (
        False,
        False,
        0,
        0,
    )


def test_the_confirmation_is_in_the_persons_language(browser):
    browser.post(reverse("account_signup"), DETAILS)

    assert OutgoingMail.objects.get().language == "nn"


def test_an_address_that_is_not_confirmed_does_not_sign_in(browser):
    browser.post(reverse("account_signup"), DETAILS)

    response = sign_in(browser, DETAILS["email"], DETAILS["password1"])

    assert response["Location"] == reverse("account_email_verification_sent")
    assert "_auth_user_id" not in browser.session


def test_sign_up_with_a_taken_address_answers_as_with_a_free_one(browser):
    UserFactory(email=DETAILS["email"])
    taken = browser.post(reverse("account_signup"), DETAILS)
    free = browser.post(reverse("account_signup"), {**DETAILS, "email": "en.annen@demo.example"})

    assert (taken.status_code, taken["Location"]) == (free.status_code, free["Location"])
    assert User.objects.count() == 2
    assert OutgoingMail.objects.count() == 2


def test_forgotten_password_answers_alike_whether_the_address_exists(browser):
    UserFactory(email=DETAILS["email"])
    known = browser.post(reverse("account_reset_password"), {"email": DETAILS["email"]})
    unknown = browser.post(reverse("account_reset_password"), {"email": "ukjent@demo.example"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(browser):
    user = UserFactory()
    browser.post(reverse("account_reset_password"), {"email": user.email})
    link = link_in(OutgoingMail.objects.get())

    form = browser.get(link, follow=True)
    browser.post(form.request["PATH_INFO"], {"password1": DETAILS["password1"]})
    again = browser.get(link)

    user.refresh_from_db()
    assert user.check_password(DETAILS["password1"])
    assert again.status_code == 200
    assert "password1" not in again.content.decode()


@pytest.mark.parametrize(
    "typed", [{}, {"name": "x" * 5000}, {"name": "navn\u202e"}, {"email": "ikke-en-adresse"}]
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(browser, typed):
    fields = {**DETAILS, "password1": "kort", **typed}

    response = browser.post(reverse("account_signup"), fields)

    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert DETAILS["email"] in response.content.decode() or "email" in typed
    assert not User.objects.exists()


def test_guessing_is_slowed_down_and_the_right_password_waits_too(browser):
    user = UserFactory()
    for _attempt in range(6):
        sign_in(browser, user.email, "feil passord her")

    assert "_auth_user_id" not in browser.session
    assert sign_in(browser, user.email).status_code in (200, 429)
    assert "_auth_user_id" not in browser.session


def test_wagtails_own_sign_in_leads_to_the_hubs(browser, nordland, client_on):
    hub = "http://hub.localhost:8000/konto/logg-inn/"

    assert browser.get("/admin/login/?next=/admin/")["Location"] == f"{hub}?next=%2Fadmin%2F"
    assert client_on(nordland).post("/_util/login/", {"username": "x", "password": "y"})["Location"] == hub
    assert browser.get("/admin/")["Location"].startswith("/konto/logg-inn/?next=")


def test_signing_in_gives_a_new_session(browser):
    browser.get(reverse("account_login"))
    browser.post(reverse("account_reset_password"), {"email": "noen@demo.example"})
    session = browser.session
    session["planted"] = True
    session.save()
    before = browser.cookies["hub_session"].value if "hub_session" in browser.cookies else session.session_key

    sign_in(browser, UserFactory().email)

    assert browser.cookies["hub_session"].value != before


def test_one_session_holds_for_the_hub_and_its_nodes(browser, client_on, nordland):
    sign_in(browser, make_member(nordland, Role.EDITOR).email)
    cookie = browser.cookies["hub_session"]
    at_node = client_on(nordland)
    at_node.cookies["hub_session"] = cookie.value

    assert cookie["domain"] == "hub.localhost"
    assert cookie["httponly"]
    assert at_node.get("/").wsgi_request.user.is_authenticated


def test_signing_out_needs_a_post_and_ends_the_session_everywhere(browser, client_on, nordland):
    sign_in(browser, UserFactory().email)
    key = browser.cookies["hub_session"].value
    browser.get(reverse("account_logout"))
    assert "_auth_user_id" in browser.session

    browser.post(reverse("account_logout"))

    at_node = client_on(nordland)
    at_node.cookies["hub_session"] = key
    assert not at_node.get("/").wsgi_request.user.is_authenticated


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/roller/", "/roller/"),
        ("http://nordland.hub.localhost:8000/kurs/", "http://nordland.hub.localhost:8000/kurs/"),
        ("http://ukjent.hub.localhost:8000/", "/konto/"),
        ("http://nordland.hub.localhost.evil.example/", "/konto/"),
        ("https://evil.example/", "/konto/"),
        ("//evil.example/", "/konto/"),
        ("/\\evil.example", "/konto/"),
        ("javascript:alert(1)", "/konto/"),
    ],
)
def test_next_leads_to_the_network_and_nowhere_else(browser, nordland, asked, leads_to):
    response = sign_in(browser, UserFactory().email, next=asked)

    assert response["Location"] == leads_to


def test_my_page_shows_roles_and_where_they_lead(browser, nordland):
    user = make_member(nordland, Role.STEERING_GROUP_MEMBER, Role.EDITOR)
    sign_in(browser, user.email)

    text = browser.get(reverse("hub:my_page")).content.decode()

    assert "Knutepunkt Nordland" in text
    assert "http://nordland.hub.localhost:8000/styringsgruppe/medlem/" in text
    assert 'href="/admin/"' in text


def test_a_person_corrects_their_details_and_nothing_else(browser):
    user = UserFactory()
    sign_in(browser, user.email)

    browser.post(
        reverse("hub:my_details"),
        {"name": "Nytt navn", "language": "sv", "email": "annen@demo.example", "is_superuser": "on"},
    )

    user.refresh_from_db()
    assert (user.name, user.language, user.is_superuser) == ("Nytt navn", "sv", False)
    assert user.email != "annen@demo.example"


def test_the_table_of_roles_is_for_everybody_and_names_every_role(client_on, nordland):
    text = unescape(client_on(nordland).get("/en/roller/").content.decode())

    with translation.override("en"):
        assert [role for role in Role if str(role.label) not in text] == []


def test_mail_leaves_only_when_the_sign_up_is_kept(browser, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(reverse("account_signup"), DETAILS)

    assert [message.to for message in outbox.outbox] == [[DETAILS["email"]]]


@pytest.mark.parametrize(
    ("language", "told"),
    [("", "Passordet er for kort"), ("/nn", "Passordet er for kort"), ("/sv", "för kort")],
)
def test_a_short_password_is_refused_in_the_pages_language(browser, language, told):
    response = browser.post(f"{language}/konto/ny/", {**DETAILS, "password1": "kort"})

    assert told in response.content.decode()
