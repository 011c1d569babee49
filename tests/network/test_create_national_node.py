"""A new installation gets its national site and somebody who may do all else."""

import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hub.enums import NodeKind, Role
from hub.models import Node, User
from hub.services.mail import deliver_due_mail

OPTIONS = {"contact_role": "Nettverksansvarlig", "contact_email": "post@hub.example"}


def run(administrator="Ansvarlig@hub.example"):
    call_command("create_national_node", administrator=administrator, verbosity=0, **OPTIONS)


@pytest.mark.django_db
def test_twice_makes_one_site_and_one_administrator():
    run()
    run("ansvarlig@hub.example")

    (node,) = Node.objects.filter(kind=NodeKind.NATIONAL)
    (user,) = User.objects.all()
    assert list(user.memberships.values_list("node", "role")) == [(node.pk, Role.NETWORK_ADMINISTRATOR)]
    assert Client(SERVER_NAME="hub.localhost").get("/").status_code == 200


@pytest.mark.django_db
def test_the_administrator_gets_a_password_by_mail():
    run()

    Client(headers={"host": "hub.localhost:8000"}).post(
        reverse("account_reset_password"), {"email": "ansvarlig@hub.example"}
    )
    deliver_due_mail(now=timezone.now())

    (message,) = mail.outbox
    assert message.to == ["ansvarlig@hub.example"]
    assert re.search(r"http://hub\.localhost:8000/konto/passord/nytt/\S+", message.body)


@pytest.mark.django_db
def test_an_address_that_is_none_is_refused():
    with pytest.raises(CommandError, match="is no e-mail address"):
        run("ansvarlig")

    assert not Node.objects.exists()
