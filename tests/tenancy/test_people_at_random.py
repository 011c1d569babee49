"""Random lives of ten people in three nodes: invited, accepting, changed, removed, deleted.

After each act everything is asked for as everybody, through the policies that the views ask, and
some of it through real requests. What they see is what `Model.sees` says, in ten lines.
"""

import itertools

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from hub.enums import Permission, Role
from hub.isolation import reach
from hub.models import HubDocument, Invitation, Membership, User
from hub.permissions import ROLES, has_permission, nodes_with_permission
from hub.services.accounts import HasDuties, delete_account
from hub.services.invitations import InvitationNotOpen, InvitationOfAnother, accept, invite, withdraw
from hub.services.memberships import LastManager, set_roles
from tests.factories.hub import UserFactory, make_member, make_national_node, make_node

PEOPLE = 10
GIVEN = [Role.PARTICIPANT, Role.STEERING_GROUP_MEMBER, Role.EDITOR, Role.COURSE_ORGANISER, Role.NODE_MANAGER]
people = st.integers(0, PEOPLE - 1)
nodes = st.integers(0, 2)
roles = st.sampled_from(GIVEN)
counter = itertools.count()


class Model:
    """What ought to hold: a set of (person, node, role), and who is invited to what."""

    def __init__(self):
        self.held, self.invited, self.gone = set(), set(), set()

    def sees(self, person, node, permission) -> bool:
        return any(
            permission in ROLES[role].permissions
            for who, where, role in self.held
            if (who, where) == (person, node)
        )

    def is_last_manager(self, person, node) -> bool:
        managers = {who for who, where, role in self.held if (where, role) == (node, Role.NODE_MANAGER)}
        return managers == {person}


class Lives(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.model = Model()
        self.nodes, self.files = NODES, FILES
        self.people = [UserFactory(email=f"tilfeldig{next(counter)}@demo.example") for _n in range(PEOPLE)]
        for node in range(3):
            self.grant(node, node, {Role.NODE_MANAGER})

    def teardown(self):
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)

    def grant(self, person, node, wanted):
        set_roles(user=self.people[person], node=self.nodes[node], roles=wanted, by=None)
        self.model.held -= {held for held in self.model.held if held[:2] == (person, node)}
        self.model.held |= {(person, node, role) for role in wanted}

    @rule(person=people, node=nodes, role=roles)
    def invite(self, person, node, role):
        if person in self.model.gone:
            return
        asked = {"role": role, "node": self.nodes[node], "language": "nb", "by": None, "at": timezone.now()}
        invite(emails=[self.people[person].email], **asked)
        if (person, node, role) not in self.model.held:
            self.model.invited.add((person, node, role))

    @rule(person=people, by=people, node=nodes, role=roles)
    def accept(self, person, by, node, role):
        """Perhaps with somebody else's link."""
        if {person, by} & self.model.gone or (person, node, role) not in self.model.invited:
            return
        try:
            accept(invitation=self.open(person, node, role), user=self.people[by], at=timezone.now())
        except InvitationOfAnother:
            assert by != person
            return
        assert by == person
        self.model.invited.discard((person, node, role))
        self.model.held.add((person, node, role))

    @rule(person=people, node=nodes, role=roles)
    def withdraw(self, person, node, role):
        if (person, node, role) not in self.model.invited:
            return
        invitation = withdraw(invitation=self.open(person, node, role), by=None, at=timezone.now())
        self.model.invited.discard((person, node, role))
        with pytest.raises(InvitationNotOpen):
            accept(invitation=invitation, user=self.people[person], at=timezone.now())

    def open(self, person, node, role):
        waiting = Invitation.objects.filter(accepted_at=None, revoked_at=None)
        return waiting.get(email=self.people[person].email, node=self.nodes[node], role=role)

    @rule(person=people, node=nodes, wanted=st.sets(roles, max_size=2))
    def change_or_remove(self, person, node, wanted):
        if person in self.model.gone:
            return
        stays = Role.NODE_MANAGER in wanted
        if self.model.is_last_manager(person, node) and not stays:
            with pytest.raises(LastManager):
                self.grant(person, node, wanted)
            return
        self.grant(person, node, wanted)

    @rule(person=people)
    def delete(self, person):
        if person in self.model.gone:
            return
        user = self.people[person]
        if any(self.model.is_last_manager(person, node) for node in range(3)):
            with pytest.raises(HasDuties):
                delete_account(user=user, by=user, at=timezone.now())
            return
        delete_account(user=user, by=user, at=timezone.now())
        self.model.gone.add(person)
        self.model.held = {held for held in self.model.held if held[0] != person}
        self.model.invited = {asked for asked in self.model.invited if asked[0] != person}

    @invariant()
    def everybody_sees_what_the_model_says(self):
        if not hasattr(self, "model"):
            return
        for person in set(range(PEOPLE)) - self.model.gone:
            user = User.objects.get(pk=self.people[person].pk)
            for node in range(3):
                self.ask_policies(person, user, node)
                self.ask_pages(person, user, node)
            self.ask_choosers(person, user)

    def ask_policies(self, person, user, node):
        for permission in Permission:
            expected = self.model.sees(person, node, permission)
            assert has_permission(user, permission, node=self.nodes[node]) == expected

    def ask_choosers(self, person, user):
        own = {node for node in range(3) if self.model.sees(person, node, Permission.USE_ADMIN)}
        assert set(reach.own_documents(user)) == {self.files[node] for node in own}
        managed = {n for n in range(3) if self.model.sees(person, n, Permission.MANAGE_MEMBERS)}
        assert set(nodes_with_permission(user, Permission.MANAGE_MEMBERS)) == {self.nodes[n] for n in managed}
        groups = Membership.objects.filter(user=user, role__in=[Role.EDITOR, Role.NODE_MANAGER])
        with_group = user.groups.filter(node_group__role__in=[Role.EDITOR, Role.NODE_MANAGER])
        assert with_group.count() == groups.count()

    def ask_pages(self, person, user, node):
        """A real request for one page in the round, so that all are asked in the long run."""
        if (person + node + len(self.model.held)) % 20:
            return
        client = Client(SERVER_NAME=self.nodes[node].host, SERVER_PORT="8000")
        client.force_login(user)
        for address, permission, refused in self.addresses(node):
            expected = 200 if self.model.sees(person, node, permission) else refused
            answer = client.get(address)
            list(answer) if answer.streaming else None
            assert answer.status_code == expected, (address, person, node)

    def addresses(self, node):
        yield reverse("hub:members"), Permission.MANAGE_MEMBERS, 403
        yield reverse("hub:log"), Permission.READ_NODE_LOG, 403
        yield reverse("network:member_page"), Permission.SEE_MEMBER_PAGES, 403
        yield self.files[node].url, Permission.USE_ADMIN, 404


NODES: list = []
FILES: list = []


@pytest.mark.django_db
def test_what_people_see_is_what_their_roles_say_whatever_has_happened():
    from django.core.files.base import ContentFile

    make_national_node()
    NODES[:] = [make_node(slug) for slug in ("nordland", "vestland", "troms")]
    FILES[:] = [
        HubDocument.objects.create(
            title=node.slug, file=ContentFile(b"%PDF-1.7", "a.pdf"), collection=node.document_collection
        )
        for node in NODES
    ]
    make_member(NODES[0])
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=5,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
