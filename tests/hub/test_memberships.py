"""Memberships are written in one place, which logs them and carries them to Wagtail's groups."""

import pytest
from django.db import IntegrityError, transaction

from hub.enums import Role
from hub.models import AuditEntry, Membership, User
from hub.services.memberships import grant_membership, revoke_membership
from tests.factories.hub import UserFactory, make_member


def test_a_grant_is_logged_once_with_who_whom_and_where(nordland):
    manager, user = UserFactory(), UserFactory()
    for _once_more in range(2):
        grant_membership(user=user, node=nordland, role=Role.EDITOR, by=manager)

    entry = AuditEntry.objects.get(action="membership.granted")
    assert (entry.node, entry.actor_public_id) == (nordland, manager.public_id)
    assert (entry.object_label, entry.detail) == (str(user.public_id), {"role": "editor"})


def test_the_log_names_people_by_an_opaque_id_alone(nordland):
    make_member(nordland, Role.EDITOR, name="Redaktør i nord", email="redaktor@demo.example")

    told = " ".join(str(row) for row in AuditEntry.objects.values_list())

    assert "Redaktør i nord" not in told
    assert "redaktor@demo.example" not in told


def test_a_role_opens_the_admin_and_its_removal_closes_it(client_on, national, nordland):
    user = make_member(nordland, Role.EDITOR)
    assert client_on(national, user).get("/admin/").status_code == 200

    revoke_membership(user=user, node=nordland, role=Role.EDITOR, by=None)

    assert not user.groups.exists()
    assert client_on(national, User.objects.get(pk=user.pk)).get("/admin/").status_code == 403


def test_a_role_in_one_node_stays_when_the_same_role_in_another_goes(nordland, vestland):
    user = make_member(nordland, Role.EDITOR)
    grant_membership(user=user, node=vestland, role=Role.EDITOR, by=None)

    revoke_membership(user=user, node=nordland, role=Role.EDITOR, by=None)

    assert [group.node_group.node for group in user.groups.select_related("node_group__node")] == [vestland]


def test_taking_away_what_nobody_has_is_not_logged(nordland):
    revoke_membership(user=UserFactory(), node=nordland, role=Role.EDITOR, by=None)

    assert not AuditEntry.objects.filter(action="membership.revoked").exists()


def test_the_database_keeps_a_role_single(nordland):
    user = make_member(nordland, Role.EDITOR)

    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=user, node=nordland, role=Role.EDITOR)
