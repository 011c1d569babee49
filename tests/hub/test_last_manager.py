"""A node is never left without anybody who looks after its people, not even when two remove each other."""

import pytest

from hub.enums import Role
from hub.models import AuditEntry, Membership
from hub.services.memberships import LastManager, revoke_membership, set_roles
from hub.services.nodes import close_node
from tests.factories.hub import TODAY, make_member

MANAGER = Role.NODE_MANAGER


def managers(node):
    return Membership.objects.filter(node=node, role=MANAGER)


@pytest.mark.django_db
def test_the_last_manager_is_neither_removed_nor_made_something_less(nordland):
    manager = make_member(nordland, MANAGER)

    for roles in ((), {Role.EDITOR}):
        with pytest.raises(LastManager):
            set_roles(user=manager, node=nordland, roles=roles, by=manager)

    assert list(manager.memberships.values_list("role", flat=True)) == [MANAGER]
    assert manager.groups.exists(), "Wagtail's rights are taken back too"
    assert not AuditEntry.objects.filter(action="membership.revoked").exists()


@pytest.mark.django_db
def test_a_manager_who_may_not_sign_in_is_no_manager(nordland):
    make_member(nordland, MANAGER, is_active=False)
    manager = make_member(nordland, MANAGER)

    with pytest.raises(LastManager):
        revoke_membership(user=manager, node=nordland, role=MANAGER, by=manager)


@pytest.mark.django_db
def test_with_a_second_manager_the_first_may_go(nordland):
    first, second = make_member(nordland, MANAGER), make_member(nordland, MANAGER)

    set_roles(user=first, node=nordland, roles=(), by=second)

    assert [held.user for held in managers(nordland)] == [second]


@pytest.mark.django_db
def test_at_the_national_level_it_is_the_last_network_administrator(national):
    administrator = make_member(national, Role.NETWORK_ADMINISTRATOR)

    with pytest.raises(LastManager):
        revoke_membership(
            user=administrator, node=national, role=Role.NETWORK_ADMINISTRATOR, by=administrator
        )


@pytest.mark.django_db
def test_a_closed_node_may_be_left_by_all(nordland):
    manager = make_member(nordland, MANAGER)
    close_node(nordland, by=None, on=TODAY)
    nordland.refresh_from_db()

    revoke_membership(user=manager, node=nordland, role=MANAGER, by=manager)

    assert not managers(nordland).exists()
