"""Somebody is asked by e-mail to take a role, and answers with the address that was asked."""

import datetime
import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from hub.enums import InvitationState, Role
from hub.forms.members import InviteForm
from hub.models import AuditEntry, Invitation, OutgoingMail, User
from hub.services.invitations import (
    InvitationNotOpen,
    InvitationOfAnother,
    RoleNotInNode,
    accept,
    find_invitation,
    invite,
    send_again,
    withdraw,
)
from hub.services.nodes import close_node
from tests.factories.hub import PASSWORD, TODAY, UserFactory, make_member

ADDRESS = "ny.redaktor@demo.example"


@pytest.fixture
def manager(nordland):
    return make_member(nordland, Role.NODE_MANAGER, name="Daglig leder")


def ask(node, manager, *emails, role=Role.EDITOR, language="nb", at=None):
    asked = {"role": role, "node": node, "language": language, "by": manager, "at": at or timezone.now()}
    return invite(emails=emails or [ADDRESS], **asked)


def link(number=0):
    """From the mail, as the person gets it."""
    mails = OutgoingMail.objects.filter(text__contains="/invitasjon/").order_by("pk")
    return re.search(r"http://\S+(/konto/invitasjon/\S+/)", mails[number].text).group(1)


def token(number=0):
    return link(number).rstrip("/").rpartition("/")[2]


def test_the_mail_says_who_asks_for_what_in_the_chosen_language(nordland, manager):
    ask(nordland, manager, language="nn")
    mail = OutgoingMail.objects.get()

    assert (mail.to, mail.language, mail.node) == (ADDRESS, "nn", nordland)
    assert "Du er invitert til å vere redaktør i Knutepunkt Nordland" in mail.text
    assert "http://hub.localhost:8000/konto/invitasjon/" in mail.text


def test_the_secret_stands_in_the_mail_alone(nordland, manager):
    ask(nordland, manager)

    assert token() not in str(list(Invitation.objects.values()))
    assert token() not in str(list(AuditEntry.objects.values()))
    assert ADDRESS not in str(list(AuditEntry.objects.values()))
    assert find_invitation(token()).email == ADDRESS


def test_a_list_is_invited_once_each_and_members_and_those_asked_are_left(nordland, manager):
    editor = make_member(nordland, Role.EDITOR)
    ask(nordland, manager, "asked@demo.example")

    sent = ask(nordland, manager, "NEW@demo.example", "new@demo.example ", "asked@demo.example", editor.email)

    assert [row.email for row in sent.invitations] == ["new@demo.example"]
    assert (sent.already_invited, sent.already_members) == (["asked@demo.example"], [editor.email])


def test_a_role_of_the_national_level_is_not_given_in_a_node(nordland, manager):
    for role in (Role.NETWORK_ADMINISTRATOR, Role.BUYER):
        with pytest.raises(RoleNotInNode):
            ask(nordland, manager, role=role)


def test_whoever_has_no_account_makes_one_with_the_link_and_is_in(client_on, national, nordland, manager):
    ask(nordland, manager)
    browser = client_on(national)
    page = browser.get(link()).content.decode()
    assert "/konto/ny/?email=ny.redaktor%40demo.example" in page

    form = {"name": "Ny redaktør", "email": ADDRESS, "language": "nb", "password1": PASSWORD}
    answer = browser.post("/konto/ny/", form, follow=True)

    assert answer.redirect_chain[-1][0] == "/konto/"
    assert "Du er nå medlem i Knutepunkt Nordland: Redaktør." in answer.content.decode()
    assert list(User.objects.get(email=ADDRESS).memberships.values_list("node", "role")) == [
        (nordland.pk, "editor")
    ]
    assert Invitation.objects.get().state == InvitationState.ACCEPTED


def test_an_account_with_another_address_is_not_let_in_by_the_link(client_on, national, nordland, manager):
    ask(nordland, manager)
    browser = client_on(national)
    browser.get(link())

    form = {"name": "En annen", "email": "annen@demo.example", "language": "nb", "password1": PASSWORD}
    browser.post("/konto/ny/", form)

    assert not User.objects.get(email="annen@demo.example").memberships.exists()
    assert not User.objects.get(email="annen@demo.example").emailaddress_set.get().verified
    assert Invitation.objects.get().state == InvitationState.OPEN


def test_whoever_has_an_account_signs_in_and_accepts(client_on, national, nordland, manager):
    user = UserFactory(email=ADDRESS)
    ask(nordland, manager)
    assert "/konto/logg-inn/?next=" in client_on(national).get(link()).content.decode()

    browser = client_on(national, user)
    browser.get(link())
    assert not user.memberships.exists(), "looking accepts nothing"
    answer = browser.post(link())

    assert answer["Location"] == "/konto/"
    assert user.memberships.get().role == Role.EDITOR
    assert browser.get(link()).status_code == 302, "once more leads to My page"


@pytest.mark.parametrize(
    ("event", "status", "words"),
    [
        ("unknown", 404, "finnes ikke"),
        ("sent_again", 404, "finnes ikke"),
        ("expired", 410, "utløpt"),
        ("revoked", 410, "trukket tilbake"),
        ("used", 410, "er brukt"),
        ("closed_node", 410, "lagt ned"),
        ("another", 403, "til noen andre"),
    ],
)
def test_a_link_that_does_not_hold_says_why(client_on, national, nordland, manager, event, status, words):
    long_ago = timezone.now() - datetime.timedelta(days=15)
    ask(nordland, manager, at=long_ago if event == "expired" else None)
    address, invitation = link(), Invitation.objects.get()
    if event == "unknown":
        address = address[:-9] + "/"
    elif event == "sent_again":
        send_again(invitation=invitation, by=manager, at=timezone.now())
    elif event == "revoked":
        withdraw(invitation=invitation, by=manager, at=timezone.now())
    elif event == "used":
        accept(invitation=invitation, user=UserFactory(email=ADDRESS), at=timezone.now())
    elif event == "closed_node":
        close_node(nordland, by=None, on=TODAY)
    browser = client_on(national, UserFactory() if event == "another" else None)

    for method in (browser.get, browser.post):
        answer = method(address)
        assert answer.status_code == status
        assert words in answer.content.decode()
    assert User.objects.filter(memberships__role=Role.EDITOR).count() == (event == "used")


def test_who_is_signed_in_as_somebody_else_signs_out_and_comes_back_to_it(
    client_on, national, nordland, manager
):
    ask(nordland, manager)
    browser, there = client_on(national, UserFactory()), link()
    assert f'name="next" value="{there}"' in browser.get(there).content.decode()

    answer = browser.post(reverse("account_logout"), {"next": there}, follow=True)

    assert answer.redirect_chain[-1][0] == there
    assert "Lag en konto" in answer.content.decode()


def test_an_address_that_nobody_has_confirmed_is_not_enough(nordland, manager):
    user = UserFactory(email=ADDRESS)
    user.emailaddress_set.update(verified=False)
    ask(nordland, manager)

    with pytest.raises(InvitationOfAnother):
        accept(invitation=Invitation.objects.get(), user=user, at=timezone.now())


def test_sent_again_it_holds_anew_and_the_earlier_link_is_dead(nordland, manager):
    ask(nordland, manager, at=timezone.now() - datetime.timedelta(days=20))
    assert Invitation.objects.get().state == InvitationState.EXPIRED

    send_again(invitation=Invitation.objects.get(), by=manager, at=timezone.now())

    assert Invitation.objects.get().state == InvitationState.OPEN
    assert find_invitation(token(0)) is None
    assert find_invitation(token(1)) == Invitation.objects.get()


def test_an_expired_one_is_renewed_by_inviting_again(nordland, manager):
    ask(nordland, manager, at=timezone.now() - datetime.timedelta(days=20))

    assert len(ask(nordland, manager).invitations) == 1
    assert Invitation.objects.get().state == InvitationState.OPEN


def test_an_accepted_one_is_neither_withdrawn_nor_sent(nordland, manager):
    ask(nordland, manager)
    accept(invitation=Invitation.objects.get(), user=UserFactory(email=ADDRESS), at=timezone.now())

    for act in (withdraw, send_again):
        with pytest.raises(InvitationNotOpen):
            act(invitation=Invitation.objects.get(), by=manager, at=timezone.now())


def test_the_database_keeps_one_open_invitation(nordland, manager):
    ask(nordland, manager)
    row = Invitation.objects.get()

    row.pk, row.digest = None, "0" * 64
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_an_address_longer_than_the_column_is_no_address(nordland):
    asked = {"emails": f"{'a' * 260}@demo.example", "role": "editor", "language": "nb"}

    assert "emails" in InviteForm(asked, node=nordland).errors, "PostgreSQL has no room for it"
