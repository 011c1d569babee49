"""May they, and in which nodes: decided by memberships alone."""

import pytest
from django.contrib.auth.models import AnonymousUser

from hub.enums import NATIONAL_ROLES, Permission, Role
from hub.models import Node, User
from hub.permissions import READING, ROLES, has_permission, nodes_with_permission, roles_for
from hub.services.memberships import grant_membership, revoke_membership
from hub.services.nodes import close_node
from tests.factories.hub import TODAY, UserFactory, make_member


def fresh(user):
    """As the next request reads the person."""
    return User.objects.get(pk=user.pk)


def test_every_role_has_a_sentence_and_a_place():
    assert set(ROLES) == set(Role)
    assert all(str(ROLES[role].sentence).endswith(".") for role in Role)


@pytest.mark.parametrize("role", sorted(set(Role) - NATIONAL_ROLES))
def test_a_role_holds_in_its_own_node_and_nowhere_else(nordland, vestland, role):
    user = make_member(nordland, role)

    held = {permission for permission in Permission if has_permission(user, permission, node=nordland)}

    assert held == ROLES[role].permissions
    assert not any(has_permission(user, permission, node=vestland) for permission in Permission)


@pytest.mark.parametrize("permission", sorted(Permission))
def test_lists_of_nodes_agree_with_the_answer_for_each(national, nordland, vestland, permission):
    close_node(vestland, by=None, on=TODAY)
    user = make_member(nordland, Role.NODE_MANAGER)
    grant_membership(user=user, node=Node.objects.get(pk=vestland.pk), role=Role.EDITOR, by=None)
    grant_membership(user=user, node=national, role=Role.AUDITOR, by=None)

    listed = set(nodes_with_permission(user, permission))

    assert listed == {node for node in Node.objects.all() if has_permission(user, permission, node=node)}


def test_nothing_is_written_in_a_closed_node_and_reading_goes_on(nordland):
    user = make_member(nordland, Role.NODE_MANAGER)
    close_node(nordland, by=None, on=TODAY)

    held = {permission for permission in Permission if has_permission(user, permission, node=nordland)}

    assert held == ROLES[Role.NODE_MANAGER].permissions & READING


def test_national_reading_reaches_every_node_and_writing_does_not(national, nordland):
    auditor = make_member(national, Role.AUDITOR)
    administrator = make_member(national, Role.NETWORK_ADMINISTRATOR)

    assert has_permission(auditor, Permission.SEE_MEMBER_PAGES, node=nordland)
    assert not has_permission(auditor, Permission.WRITE_REPORT, node=nordland)
    assert has_permission(administrator, Permission.MANAGE_MEMBERS, node=nordland)
    assert not has_permission(administrator, Permission.EDIT_PAGES, node=nordland)


def test_those_without_an_account_or_with_a_closed_one_may_nothing(nordland):
    user = make_member(nordland, Role.NODE_MANAGER)
    user.is_active = False

    for stranger in (AnonymousUser(), user):
        assert not any(has_permission(stranger, permission, node=nordland) for permission in Permission)
        assert not nodes_with_permission(stranger, Permission.USE_ADMIN).exists()


def test_a_removal_takes_effect_on_the_next_request(client_on, nordland):
    user = make_member(nordland, Role.STEERING_GROUP_MEMBER)
    browser = client_on(nordland, user)
    assert browser.get("/styringsgruppe/medlem/").status_code == 200

    revoke_membership(user=user, node=nordland, role=Role.STEERING_GROUP_MEMBER, by=None)

    assert browser.get("/styringsgruppe/medlem/").status_code == 403


def test_fifty_memberships_cost_as_many_queries_as_one(national, nordland, django_assert_num_queries):
    one, many = make_member(nordland, Role.EDITOR), UserFactory()
    for role in roles_for(nordland):
        grant_membership(user=many, node=nordland, role=role, by=None)

    for user in (one, many):
        asked = fresh(user)
        with django_assert_num_queries(1):
            for permission in Permission:
                has_permission(asked, permission, node=nordland)
