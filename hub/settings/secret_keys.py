"""The keys that secrets in the database are encrypted with: the first encrypts, all are tried to read."""

import base64
import binascii
from collections.abc import Iterable

DEMO_ENCRYPTION_KEY = base64.urlsafe_b64encode(b"demonstration-only-not-a-secret!").decode()


def split_keys(value) -> list[str]:
    listed = value.split(",") if isinstance(value, str) else value
    return [key.strip() for key in listed if key.strip()]


def is_key(text: str) -> bool:
    try:
        return len(base64.urlsafe_b64decode(text.encode())) == 32
    except (binascii.Error, UnicodeEncodeError):
        return False


def wrong_with_keys(keys: Iterable[str], *, is_production: bool) -> list[str]:
    if is_production and (not keys or DEMO_ENCRYPTION_KEY in keys):
        return ["HUB_ENCRYPTION_KEYS must be set, with a key of your own"]
    if not keys or not all(is_key(key) for key in keys):
        return ["HUB_ENCRYPTION_KEYS must be keys of 32 bytes in base64, newest first, with commas between"]
    return []
