"""Nobody learns from an answer, or from the work behind it, whether an address has an account."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import reverse

from hub.models import OutgoingMail
from tests.factories.hub import UserFactory

KNOWN, UNKNOWN = "kjent.person@demo.example", "ukjent.person@demo.example"
DETAILS = {"name": "Innkjøper", "language": "nb", "password1": "blåbær på fjellet i august"}
ASKED = {
    "sign in": ("account_login", lambda email: {"login": email, "password": "feil passord her"}),
    "code": ("account_request_login_code", lambda email: {"email": email}),
    "forgotten password": ("account_reset_password", lambda email: {"email": email}),
    "sign up": ("account_signup", lambda email: {"email": email, **DETAILS}),
}


class CountingHasher(MD5PasswordHasher):
    algorithm = "counting"
    hashed = 0

    def encode(self, password, salt):
        CountingHasher.hashed += 1
        return super().encode(password, salt)


@pytest.fixture(autouse=True)
def _counting_hasher(settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]


@pytest.fixture(params=["with a password", "by provider alone", "closed", "not confirmed"])
def known(request, national):
    user = UserFactory(email=KNOWN, name="Innkjøper")
    if request.param == "by provider alone":
        user.set_unusable_password()
    user.is_active = request.param != "closed"
    user.save()
    if request.param == "not confirmed":
        user.emailaddress_set.update(verified=False)
    return user


def asked(client, way, email):
    """What can be seen from outside, and what it cost."""
    name, fields = ASKED[way]
    before, mails = CountingHasher.hashed, OutgoingMail.objects.count()
    answer = client.post(reverse(name), fields(email))
    follow = client.get(answer["Location"]) if answer.status_code == 302 else answer
    seen = re.sub(r'value="[A-Za-z0-9]{64}"', "", follow.content.decode()).replace(email, "…")
    return {
        "status": answer.status_code,
        "leads to": answer.get("Location"),
        "cookies": sorted(answer.cookies),
        "page": seen,
        "passwords hashed": CountingHasher.hashed - before,
        "mails": OutgoingMail.objects.count() - mails,
    }


@pytest.mark.parametrize("way", ASKED)
def test_an_address_with_an_account_is_answered_as_one_without(client_on, national, known, way):
    of_known = asked(client_on(national), way, KNOWN)
    of_unknown = asked(client_on(national), way, UNKNOWN)

    assert of_known == of_unknown


def test_the_work_is_there_to_be_seen(client_on, national):
    UserFactory(email=KNOWN)
    hashed = {way: asked(client_on(national), way, KNOWN)["passwords hashed"] for way in ASKED}

    assert hashed["sign in"] == hashed["sign up"] == 1


@pytest.mark.parametrize("way", ["code", "forgotten password"])
def test_a_mail_to_an_address_without_account_says_so_there_alone(client_on, national, way):
    asked(client_on(national), way, UNKNOWN)

    mail = OutgoingMail.objects.get()
    assert mail.to == UNKNOWN
    assert "Det finnes ingen konto" in mail.text
