"""What it costs to ask what a person may do: pages for somebody with one membership, and with fifty.

Queries must not grow with the memberships. The person has the same role in the node that is
asked; the forty-nine others are spread over all nodes and roles.
"""

from collections.abc import Iterator
from itertools import islice, product

from django.test import Client

from hub.enums import Role
from hub.models import Membership, Node, User
from hub.permissions import roles_to_give
from hub.services.memberships import grant_membership
from tests.benchmarks.pages import HUB, NODE, Measured, client_for, measured
from tests.benchmarks.rows import Row, against

MANY = 50
PAGES = {
    "my_page": (HUB, "/konto/"),
    "members": (NODE, "/medlemmer/"),
    "log": (NODE, "/logg/"),
    "steering_group_members": (NODE, "/styringsgruppe/medlem/"),
    "criterion_list": (NODE, "/kriterier/?alle"),
    "front": (NODE, "/"),
}


def measure() -> Iterator[Row]:
    node = Node.objects.get(slug="nordland")
    one, many = (person(f"medlem-{number}@demo.example", node, number) for number in (1, MANY))
    for name, (host, path) in PAGES.items():
        less, more = measured_as(one, host, path), measured_as(many, host, path)
        yield against(
            f"memberships.{name}.queries", more.queries, "queries", less.queries, "with one membership"
        )
        yield against(
            f"memberships.{name}.time", more.milliseconds, "ms", less.milliseconds, "with one membership"
        )


def person(email: str, node: Node, count: int) -> User:
    user = User.objects.create_user(email, name="Benk")
    grant_membership(user=user, node=node, role=Role.NODE_MANAGER, by=None)
    others = (
        (other, role)
        for other, role in product(Node.objects.exclude(pk=node.pk), list(Role))
        if role in roles_to_give(other) and role != Role.NODE_MANAGER
    )
    for other, role in islice(others, count - 1):
        grant_membership(user=user, node=other, role=role, by=None)
    if Membership.objects.filter(user=user).count() != count:
        raise AssertionError(f"there are too few nodes for {count} memberships")
    return user


def measured_as(user: User, host: str, path: str) -> Measured:
    client: Client = client_for(host)
    client.force_login(user)
    return measured(host, path, client=client)
