"""A node's manager looks after the node's people in the node's own pages, and nobody else does."""

import pytest
from django.urls import reverse
from wagtail.models import GroupPagePermission

from hub.enums import InvitationState, Role
from hub.models import AuditEntry, Invitation, OutgoingMail
from hub.services.memberships import set_roles
from tests.factories.hub import make_member

MEMBERS, INVITE = "/medlemmer/", "/medlemmer/inviter/"


@pytest.fixture
def manager(nordland):
    return make_member(nordland, Role.NODE_MANAGER, name="Daglig leder")


@pytest.fixture
def editor(nordland):
    return make_member(nordland, Role.EDITOR, name="Redaktør i nord")


@pytest.fixture
def browser(client_on, nordland, manager):
    return client_on(nordland, manager)


def address(user, *, on="hub:member"):
    return reverse(on, args=[user.public_id])


def roles_of(user):
    return set(user.memberships.values_list("role", flat=True))


def test_the_list_shows_the_nodes_people_and_no_others(browser, vestland, editor):
    make_member(vestland, Role.EDITOR, name="Redaktør i vest")
    page = browser.get(MEMBERS).content.decode()

    assert "Redaktør i nord" in page
    assert editor.email in page
    assert "Redaktør i vest" not in page


def test_the_list_leads_its_manager_to_the_log(browser):
    assert f'href="{reverse("hub:log")}"' in browser.get(MEMBERS).content.decode()


def test_the_list_is_narrowed_by_name_and_role_and_shows_each_persons_every_role(browser, nordland, editor):
    make_member(nordland, Role.ADVISER, Role.EDITOR, name="Rådgiver")

    found = browser.get(MEMBERS, {"role": "adviser"}).content.decode()
    assert "Rådgiver</th>" in found
    assert "Redaktør, Rådgiver" in found
    assert "Redaktør i nord" not in found
    assert "Redaktør i nord" in browser.get(MEMBERS, {"q": "i nord"}).content.decode()


def test_who_would_remove_themselves_is_led_to_leaving(browser, manager, nordland):
    answer = browser.get(f"{MEMBERS}{manager.public_id}/fjern/")

    assert answer["Location"] == "http://hub.localhost:8000/konto/forlat/nordland/"


def test_there_is_no_button_to_remove_the_last_manager(client_on, national, nordland, manager):
    administrator = client_on(nordland, make_member(national, Role.NETWORK_ADMINISTRATOR))
    there = f"{MEMBERS}{manager.public_id}/fjern/"
    assert "ville ikke hatt noen igjen" in administrator.get(there).content.decode()
    assert "Fjern</button>" not in administrator.get(there).content.decode()

    make_member(nordland, Role.NODE_MANAGER)

    assert "Fjern</button>" in administrator.get(there).content.decode()


@pytest.mark.parametrize("query", [{"q": "\x00"}, {"q": "x" * 5000}, {"role": "auditor"}, {"page": "x"}])
def test_what_can_not_be_understood_in_the_address_narrows_nothing(browser, editor, query):
    answer = browser.get(MEMBERS, query)

    assert answer.status_code == 200
    assert "Redaktør i nord" in answer.content.decode()


def test_a_pasted_list_is_invited_in_one_go(browser, nordland):
    pasted = "en@demo.example\nTo Etternavn <to@demo.example>; tre@demo.example\n\n EN@demo.example\n"
    answer = browser.post(INVITE, {"emails": pasted, "role": "editor", "language": "nb"}, follow=True)

    told = answer.content.decode()
    assert "3 invitasjoner er sendt." in told
    assert "Venter på svar" in told
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {
        "en@demo.example",
        "to@demo.example",
        "tre@demo.example",
    }


def test_every_wrong_line_is_told_and_nothing_is_sent_or_lost(browser, nordland):
    pasted = "en@demo.example\nikke en adresse\ntre@demo\n<script>@x"
    answer = browser.post(INVITE, {"emails": pasted, "role": "editor", "language": "nb"})
    told = answer.content.decode()

    assert answer.status_code == 422
    assert "Linje 2 er ikke en e-postadresse: ikke en adresse</a>" in told
    assert "Linje 3 er ikke en e-postadresse: tre@demo" in told
    assert "Linje 4 er ikke en e-postadresse: &lt;script&gt;" in told
    assert "en@demo.example\nikke en adresse" in told
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"emails": ""}, "Skriv minst én e-postadresse"),
        ({"emails": " ,;\n"}, "Skriv minst én e-postadresse"),
        ({"role": ""}, "Velg hvilken rolle"),
        ({"role": "network_administrator"}, 'role="alert"'),
        ({"emails": "\n".join(f"person{n}@demo.example" for n in range(201))}, "Inviter høyst 200"),
        ({"emails": "a\x00b@demo.example"}, 'role="alert"'),
    ],
)
def test_what_is_wrong_in_the_form_is_told(browser, nordland, fields, told):
    answer = browser.post(INVITE, {"emails": "en@demo.example", "role": "editor", "language": "nb", **fields})

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Invitation.objects.exists()


def test_members_and_those_already_asked_are_told_and_left(browser, nordland, editor):
    form = {"emails": f"en@demo.example {editor.email}", "role": "editor", "language": "nb"}
    browser.post(INVITE, form)
    told = browser.post(INVITE, form, follow=True).content.decode()

    assert f"Har rollen fra før, og blir ikke invitert: {editor.email}" in told
    assert "Har allerede en åpen invitasjon: en@demo.example" in told
    assert Invitation.objects.count() == 1


def test_an_invitation_is_sent_again_and_withdrawn(browser, nordland):
    browser.post(INVITE, {"emails": "en@demo.example", "role": "editor", "language": "nb"})
    row = Invitation.objects.get()

    sent = browser.post(reverse("hub:send_invitation_again", args=[row.pk]), follow=True)
    assert "er sendt på nytt" in sent.content.decode()
    withdrawn = browser.post(reverse("hub:withdraw_invitation", args=[row.pk]), follow=True)
    assert "Trukket tilbake" in withdrawn.content.decode()
    refused = browser.post(reverse("hub:send_invitation_again", args=[row.pk]), follow=True)
    assert "ikke lenger åpen" in refused.content.decode()
    assert OutgoingMail.objects.count() == 2


def test_open_invitations_of_a_manager_who_is_removed_are_seen_and_withdrawn_by_the_others(
    browser, client_on, nordland
):
    leaving = make_member(nordland, Role.NODE_MANAGER)
    asked = {"emails": "venn@demo.example", "role": "node_manager", "language": "nb"}
    client_on(nordland, leaving).post(INVITE, asked)
    for batch in ("a", "b"):
        many = "\n".join(f"{batch}{number}@demo.example" for number in range(100))
        browser.post(INVITE, {"emails": many, "role": "editor", "language": "nb"})
    browser.post(address(leaving, on="hub:remove_member"))
    row = Invitation.objects.get(email="venn@demo.example")

    assert "venn@demo.example" in browser.get(MEMBERS).content.decode()
    browser.post(reverse("hub:withdraw_invitation", args=[row.pk]))

    row.refresh_from_db()
    assert row.state == InvitationState.REVOKED


def test_another_nodes_invitation_and_people_are_not_there(browser, vestland, nordland):
    other = make_member(vestland, Role.NODE_MANAGER)
    for name in ("hub:member", "hub:remove_member"):
        assert browser.get(address(other, on=name)).status_code == 404
        assert browser.post(address(other, on=name), {"roles": ["editor"]}).status_code == 404
    assert roles_of(other) == {Role.NODE_MANAGER}


def test_roles_are_changed_and_the_change_is_logged(browser, nordland, editor, manager):
    browser.post(address(editor), {"roles": ["adviser", "course_organiser"]})

    assert roles_of(editor) == {Role.ADVISER, Role.COURSE_ORGANISER}
    logged = AuditEntry.objects.filter(actor_public_id=manager.public_id).values_list("action", flat=True)
    assert sorted(logged) == ["membership.granted", "membership.granted", "membership.revoked"]


@pytest.mark.parametrize("roles", [[], ["auditor"], ["buyer"], ["network_administrator", "editor"]])
def test_a_role_that_a_node_does_not_have_is_not_given(browser, nordland, editor, roles):
    answer = browser.post(address(editor), {"roles": roles})

    assert answer.status_code == 422
    assert roles_of(editor) == {Role.EDITOR}


def test_the_last_manager_is_told_why_the_role_stays(browser, manager):
    for on, data in (("hub:member", {"roles": ["editor"]}), ("hub:remove_member", {})):
        answer = browser.post(address(manager, on=on), data, follow=True)
        assert "ville ikke hatt noen igjen med ansvar for medlemmene" in answer.content.decode()
    assert roles_of(manager) == {Role.NODE_MANAGER}


def test_a_removal_takes_effect_on_the_persons_next_request(client_on, national, nordland, editor, browser):
    admin, node = client_on(national, editor), client_on(nordland, editor)
    home = reverse("wagtailadmin_explore", args=[nordland.site.root_page.pk])
    assert admin.get(home).status_code == 200

    browser.post(address(editor, on="hub:remove_member"))

    assert admin.get(home).status_code == 403
    assert node.get(MEMBERS).status_code == 403
    editor = type(editor).objects.get(pk=editor.pk)
    assert not GroupPagePermission.objects.filter(group__user=editor).exists()
    assert not editor.has_perm("wagtailadmin.access_admin")


def test_a_manager_who_is_removed_can_no_longer_remove(client_on, nordland, manager, editor):
    second = make_member(nordland, Role.NODE_MANAGER)
    browser = client_on(nordland, second)
    assert browser.get(MEMBERS).status_code == 200

    set_roles(user=second, node=nordland, roles=(), by=manager)

    assert browser.post(address(editor, on="hub:remove_member")).status_code == 403
    assert roles_of(editor) == {Role.EDITOR}


def test_a_network_administrator_looks_after_every_nodes_people(client_on, national, nordland, editor):
    browser = client_on(nordland, make_member(national, Role.NETWORK_ADMINISTRATOR))

    assert editor.email in browser.get(MEMBERS).content.decode()
    browser.post(address(editor), {"roles": ["adviser"]})
    assert roles_of(editor) == {Role.ADVISER}


def test_the_list_costs_the_same_with_one_and_with_many(browser, nordland, django_assert_num_queries):
    def listing():
        with django_assert_num_queries(10):
            browser.get(MEMBERS)

    make_member(nordland, Role.EDITOR)
    browser.post(INVITE, {"emails": "en@demo.example", "role": "editor", "language": "nb"})
    listing()
    for _number in range(3):
        make_member(nordland, Role.EDITOR, Role.ADVISER)
    browser.post(INVITE, {"emails": "to@demo.example tre@demo.example", "role": "editor", "language": "nb"})
    listing()
