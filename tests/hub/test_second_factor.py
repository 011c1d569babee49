"""A second factor: set up, asked for, lost; and what the editing pages ask of those who may write."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.urls import reverse

from hub.enums import Role
from hub.models import AuditEntry, Invitation, OutgoingMail
from tests.factories.hub import PASSWORD, UserFactory, make_member
from tests.hub.second_factor import HOME, SET_UP, code_now, is_signed_in, sign_in, with_app


def test_the_password_alone_does_not_sign_in_where_there_is_a_second_factor(browser):
    answer = sign_in(browser, with_app(UserFactory()), next="/roller/")

    assert answer["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(browser)

    answer = browser.post(answer["Location"], {"code": code_now()})
    assert is_signed_in(browser)
    assert answer["Location"] == "/roller/"


def test_a_code_by_mail_does_not_go_around_the_second_factor(browser):
    user = with_app(UserFactory())
    browser.post(reverse("account_request_login_code"), {"email": user.email})
    code = re.search(r"^[A-Z0-9]+-[A-Z0-9]+$", OutgoingMail.objects.get().text, re.MULTILINE)[0]

    answer = browser.post(reverse("account_confirm_login_code"), {"code": code})

    assert answer["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(browser)


def test_a_recovery_code_signs_in_once(browser, client_on, national):
    user = with_app(UserFactory())
    code = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    again = client_on(national)
    for client in (browser, again):
        sign_in(client, user)
        client.post(reverse("mfa_authenticate"), {"code": code})

    assert (is_signed_in(browser), is_signed_in(again)) == (True, False)


def test_a_code_from_the_app_is_not_taken_twice(browser, client_on, national):
    user, again = with_app(UserFactory()), client_on(national)
    code = code_now()
    for client in (browser, again):
        sign_in(client, user)
        client.post(reverse("mfa_authenticate"), {"code": code})

    assert (is_signed_in(browser), is_signed_in(again)) == (True, False)


@pytest.mark.parametrize(
    ("prefix", "told"),
    [
        ("", "For mange forsøk"),
        ("/nn", "For mange forsøk"),
        ("/sv", "För många försök"),
        ("/en", "Too many attempts"),
    ],
)
def test_a_second_factor_typed_wrong_ten_times_waits_and_says_so(browser, prefix, told):
    sign_in(browser, with_app(UserFactory()))
    there = f"{prefix}{reverse('mfa_authenticate')}"

    pages = [browser.post(there, {"code": "000000"}).content.decode() for _time in range(10)]
    right = browser.post(there, {"code": code_now()})

    assert told in pages[-1]
    assert told in right.content.decode()
    assert not is_signed_in(browser)


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "{}",
        "[]",
        "null",
        "1",
        '"x"',
        '{"id": "x", "rawId": "x", "response": {}, "type": "public-key"}',
        "x" * 5000,
        '{"response": {"userHandle": "\\u0000"}}',
    ],
)
@pytest.mark.parametrize("address", ["mfa_login_webauthn", "mfa_authenticate"])
def test_a_made_up_passkey_gets_an_answer_and_no_session(browser, address, credential):
    if address == "mfa_authenticate":
        sign_in(browser, with_app(UserFactory()))
    browser.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})

    page = browser.post(reverse(address), {"credential": credential}, follow=True)

    assert "Passnøkkelen virket ikke" in unescape(page.content.decode())
    assert not is_signed_in(browser)


@pytest.mark.parametrize(
    "credential", ["", "{}", "[]", "null", '{"id": "x", "rawId": "x", "response": {}, "type": "public-key"}']
)
def test_a_made_up_new_passkey_is_refused_and_the_name_kept(browser, credential):
    sign_in(browser, UserFactory())
    there = reverse("mfa_add_webauthn")
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": there})

    page = browser.post(there, {"name": "Min telefon", "credential": credential, "passwordless": "on"})

    assert page.status_code == 200
    assert "Passnøkkelen virket ikke" in unescape(page.content.decode())
    assert "Min telefon" in page.content.decode()
    assert not Authenticator.objects.exists()


def test_what_signs_in_is_changed_only_by_who_proves_it_is_they(browser):
    user = UserFactory()
    browser.force_login(with_app(user))

    for name in ("mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"):
        browser.post(reverse(name))

    assert browser.get(reverse("mfa_view_recovery_codes"))["Location"].startswith(
        reverse("account_reauthenticate")
    )
    assert Authenticator.objects.filter(user=user).count() == 2


def test_one_can_not_rename_or_remove_anothers_passkey(browser):
    other = Authenticator.objects.create(
        user=UserFactory(), type="webauthn", data={"name": "Deres", "credential": {}}
    )
    sign_in(browser, UserFactory())
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    assert browser.post(reverse("mfa_remove_webauthn", args=[other.pk])).status_code == 404
    assert browser.post(reverse("mfa_edit_webauthn", args=[other.pk]), {"name": "Min"}).status_code == 404


def test_the_relying_party_is_the_hubs_host_whatever_the_request_says(rf, national):
    assert get_adapter().get_public_key_credential_rp_entity()["id"] == "hub.localhost"


@pytest.mark.usefixtures("_asked_for")
def test_nothing_of_the_editing_pages_is_shown_before_that(browser, nordland):
    browser.force_login(make_member(nordland, Role.NODE_MANAGER))

    for path in (HOME, "/admin/pages/", "/admin/images/chooser/", "/admin/api/main/pages/"):
        assert SET_UP in browser.get(path)["Location"]
    posted = browser.post("/admin/images/add/", {"title": "x"})
    assert posted["Location"] == f"{SET_UP}?next=%2Fadmin%2F"


@pytest.mark.usefixtures("_asked_for")
def test_a_session_from_before_the_second_factor_is_asked_to_show_it(browser, nordland):
    user = make_member(nordland, Role.EDITOR)
    browser.force_login(with_app(user))

    answer = browser.get(HOME)
    shown = browser.post(answer["Location"], {"code": code_now()})

    assert answer["Location"] == f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2F"
    assert shown["Location"] == HOME
    assert browser.get(HOME).status_code == 200


@pytest.mark.usefixtures("_asked_for")
def test_a_manager_is_led_from_the_nodes_own_pages_and_back(browser, client_on, nordland):
    at_node = client_on(nordland, with_app(make_member(nordland, Role.NODE_MANAGER)))
    wanted = "/en/medlemmer/?rolle=editor"
    browser.cookies = at_node.cookies  # one session for the hub and its nodes

    asked = urlsplit(at_node.get(wanted)["Location"])
    shown = browser.post(f"{asked.path}?{asked.query}", {"code": code_now()})

    assert (asked.netloc, asked.path) == ("hub.localhost:8000", f"/en{reverse('mfa_reauthenticate')}")
    assert shown["Location"] == f"http://{nordland.host}:8000{wanted}"
    assert at_node.get(wanted).status_code == 200


@pytest.mark.usefixtures("_asked_for")
def test_the_page_of_roles_says_what_opens_without(client_on, nordland):
    page = client_on(nordland).get("/roller/").content.decode()

    assert re.findall(
        r"<li>(.+?)</li>", page.partition("et andre trinn i tillegg")[2].partition("</ul>")[0]
    ) == [
        "Lese styringsgruppens egne sider",
        "Skrive framdriftsrapporten",
        "Sende inn framdriftsrapporten",
    ]


@pytest.mark.usefixtures("_asked_for")
def test_an_act_that_can_not_be_asked_for_again_leads_back_to_my_page(client_on, nordland):
    at_node = client_on(nordland, make_member(nordland, Role.NODE_MANAGER))

    asked = at_node.post("/medlemmer/inviter/", {"emails": "ny@demo.example", "role": "editor"})

    assert asked["Location"].endswith(f"{SET_UP}?next=http%3A%2F%2Fhub.localhost%3A8000%2Fkonto%2F")
    assert not Invitation.objects.exists()


@pytest.mark.usefixtures("_asked_for")
@pytest.mark.parametrize("role", [Role.BUYER, Role.STEERING_GROUP_MEMBER])
def test_who_can_not_write_there_is_not_asked(browser, nordland, role):
    browser.force_login(make_member(nordland, role))

    assert browser.get(HOME).status_code == 403, "refused, and not led through anything"


def test_an_administrator_takes_a_lost_second_factor_away_and_it_is_logged(browser, capsys):
    user = with_app(UserFactory(email="mistet@demo.example"))

    call_command("remove_second_factor", "mistet@demo.example")

    assert not Authenticator.objects.filter(user=user).exists()
    assert AuditEntry.objects.get(action="second_factor.removed").object_label == str(user.public_id)
    assert sign_in(browser, user)["Location"] == reverse("hub:my_page")
