"""Secrets of second factors lie encrypted in the database: who has a copy of it alone can't make codes."""

from dataclasses import dataclass

import structlog
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import transaction

logger = structlog.get_logger(__name__)

# What every token of Fernet's begins with. The secrets themselves are base32 or hexadecimal, and never do.
MARK = "gAAAA"
FIELDS = ("secret", "seed")


class SecretUnreadable(Exception):
    """None of HUB_ENCRYPTION_KEYS opens it."""


@dataclass
class Renewal:
    kept: int = 0
    renewed: int = 0
    unreadable: int = 0


def encrypt(secret: str) -> str:
    return every_key().encrypt(secret.encode()).decode()


def decrypt(stored: str) -> str:
    if not stored.startswith(MARK):
        return stored  # from before there were keys; the next night encrypts it
    try:
        return every_key().decrypt(stored.encode()).decode()
    except InvalidToken:
        logger.error("secret_unreadable")
        raise SecretUnreadable from None


def every_key() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.HUB.encryption_keys])


def renew_secrets() -> Renewal:
    """Encrypts with the first key what lies under an older one or under none."""
    renewal = Renewal()
    for pk in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).values_list("pk", flat=True):
        renew_secret(pk, renewal)
    return renewal


@transaction.atomic
def renew_secret(pk: int, renewal: Renewal) -> None:
    # Locked, since a recovery code that is used meanwhile is crossed off in the same row.
    factor = Authenticator.objects.select_for_update().filter(pk=pk).first()
    if factor is None:
        return
    try:
        renewed = {name: renew(factor.data[name]) for name in FIELDS if name in factor.data}
    except SecretUnreadable:
        renewal.unreadable += 1
        return
    if renewed.items() <= factor.data.items():
        renewal.kept += 1
        return
    factor.data |= renewed
    factor.save(update_fields=["data"])
    renewal.renewed += 1


def renew(stored: str) -> str:
    return stored if is_under_first_key(stored) else encrypt(decrypt(stored))


def is_under_first_key(stored: str) -> bool:
    try:
        Fernet(settings.HUB.encryption_keys[0]).decrypt(stored)
    except InvalidToken:
        return False
    return True
