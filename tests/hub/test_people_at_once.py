"""Two people at the same moment: nothing is done twice or by halves, and a node keeps a manager."""

import pytest
from django.utils import timezone

from hub.enums import Role
from hub.models import AuditEntry, Invitation, Membership, OutgoingMail
from hub.services.accounts import HasDuties, delete_account
from hub.services.invitations import InvitationNotOpen, accept, invite
from hub.services.memberships import LastManager, grant_membership, set_roles
from tests.at_once import at_once
from tests.factories.hub import UserFactory, make_member

MANAGER = Role.NODE_MANAGER
ADDRESS = "ny.redaktor@demo.example"

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def managers(node):
    return Membership.objects.filter(node=node, role=MANAGER)


def ask(node, by):
    invite(emails=[ADDRESS], role=Role.EDITOR, node=node, language="nb", by=by, at=timezone.now())


def removing(user, node, by, refused):
    def act():
        try:
            set_roles(user=user, node=node, roles=(), by=by)
        except LastManager:
            refused.append(by)

    return act


@pytest.mark.parametrize("_time", range(3))
def test_of_two_managers_who_remove_each_other_at_once_one_stays(nordland, _time):
    first, second = make_member(nordland, MANAGER, Role.EDITOR), make_member(nordland, MANAGER, Role.EDITOR)
    refused = []

    at_once(removing(second, nordland, first, refused), removing(first, nordland, second, refused))

    assert managers(nordland).count() == 1
    assert len(refused) == 1
    kept = managers(nordland).get().user
    assert set(kept.memberships.values_list("role", flat=True)) == {MANAGER, Role.EDITOR}, "nothing half done"


def test_of_many_managers_who_all_leave_at_once_one_stays(nordland):
    people = [make_member(nordland, MANAGER) for _number in range(6)]
    refused = []

    at_once(*(removing(person, nordland, person, refused) for person in people))

    assert managers(nordland).count() == len(refused) == 1


def test_of_two_managers_who_delete_their_accounts_at_once_one_stays(nordland):
    refused = []

    def deleting(user):
        def act():
            try:
                delete_account(user=user, by=user, at=timezone.now())
            except HasDuties:
                refused.append(user)

        return act

    at_once(*(deleting(make_member(nordland, MANAGER)) for _number in range(2)))

    assert managers(nordland).count() == len(refused) == 1


def test_a_role_given_twice_at_once_is_given_once(nordland):
    user = make_member(nordland)

    at_once(*[lambda: grant_membership(user=user, node=nordland, role=Role.EDITOR, by=None)] * 4)

    assert user.memberships.count() == 1
    assert AuditEntry.objects.filter(action="membership.granted").count() == 1


def test_one_link_used_twice_at_once_gives_the_role_once(nordland):
    manager, user = make_member(nordland, MANAGER), UserFactory(email=ADDRESS)
    ask(nordland, manager)
    refused = []

    def answer():
        try:
            accept(invitation=Invitation.objects.get(), user=user, at=timezone.now())
        except InvitationNotOpen:
            refused.append(1)

    at_once(*[answer] * 4)

    assert user.memberships.count() == 1
    assert len(refused) == 3


def test_two_who_invite_the_same_address_at_once_send_one_invitation(nordland):
    managers = [make_member(nordland, MANAGER) for _number in range(2)]

    at_once(*[lambda by=manager: ask(nordland, by) for manager in managers])

    assert Invitation.objects.count() == OutgoingMail.objects.count() == 1
