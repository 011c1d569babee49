"""A hub with one thing of each kind in the node asked about, made once for all rows of the matrix."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.test import Client

from hub.enums import NATIONAL_ROLES, Role
from hub.models import Node
from tests.factories.hub import make_member, make_national_node, make_node
from tests.tenancy import things_of_rooms  # noqa: F401  (its builders)
from tests.tenancy.people import Who, make_people, role_with, role_without
from tests.tenancy.things import BUILDERS, SECRET


@dataclass
class World:
    national: Node
    own: Node
    other: Node
    things: dict[str, Any] = field(default_factory=dict)
    people: dict[Who, Any] = field(default_factory=dict)
    members: dict[tuple[Node, Role], Any] = field(default_factory=dict)
    sessions: dict[int, str] = field(default_factory=dict)

    @classmethod
    def make(cls):
        world = cls(
            make_national_node(),
            make_node("nordland", other_languages=["en"]),
            make_node("vestland", "Knutepunkt Vestland", main_language="nn"),
        )
        world.people = make_people(world)
        for role in Role:
            node = world.national if role in NATIONAL_ROLES else world.own
            world.members[node, role] = make_member(node, role, name=SECRET if node == world.own else "")
        for name, build in BUILDERS.items():
            world.things[name] = build(world)
        world.sign_everybody_in()
        return world

    def person(self, who: Who, permission, at: Node):
        if who in self.people:
            return self.people[who]
        role = role_with(permission, at) if who == Who.HOLDER else role_without(permission, at)
        return self.members[at, role]

    def client(self, node: Node, user) -> Client:
        """A browser on the node's host, signed in once for all that is asked."""
        client = Client(SERVER_NAME=node.host, SERVER_PORT="8000")
        if user.is_authenticated:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[user.pk]
        return client

    def sign_everybody_in(self) -> None:
        for user in [*self.people.values(), *self.members.values()]:
            if user.is_authenticated:
                client = Client()
                client.force_login(user)
                self.sessions[user.pk] = client.session.session_key
