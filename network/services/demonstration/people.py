"""Sign-ins for the demonstration: a role each, and one password for all."""

import datetime
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from hub.enums import Language, Role
from hub.models import Node, User
from hub.services.memberships import grant_membership
from network.services.demonstration.files import read

# For all to read: the demonstration's people exist nowhere else, and production refuses to load them.
PASSWORD = "knutepunkt-demo"  # noqa: S105


@dataclass(frozen=True)
class SignIn:
    role: str
    place: str
    email: str


@transaction.atomic
def load_people(today: datetime.date) -> int:
    nodes = {node.slug: node for node in Node.objects.all()}
    known = set(User.objects.values_list("email", flat=True))
    # Hashing is slow on purpose; once is enough where the password is no secret.
    password = make_password(PASSWORD)
    fresh = [record for record in read("people.toml")["people"] if record["email"] not in known]
    for record in fresh:
        load_person(record, nodes, password)
    return len(fresh)


def load_person(record: dict, nodes: dict[str, Node], password: str) -> None:
    user = User.objects.create(
        email=record["email"],
        name=record["name"],
        language=record.get("language", Language.BOKMAL),
        password=password,
    )
    # Nobody reads mail at a .example address, so it is taken as confirmed.
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for slug, role in record["roles"]:
        grant_membership(user=user, node=nodes[slug], role=Role(role), by=None)


def sign_ins() -> list[SignIn]:
    """One for each role, with Nordland's people for the roles that a county has."""
    found: dict[tuple[str, str], SignIn] = {}
    for record in read("people.toml")["people"]:
        for slug, role in record["roles"] or [("", Role.BUYER)]:
            if slug in {"", "hub", "nordland"}:
                found.setdefault((role, slug), SignIn(str(Role(role).label), slug, record["email"]))
    return list(found.values())


def person(email: str) -> User | None:
    return User.objects.filter(email=email).first()
