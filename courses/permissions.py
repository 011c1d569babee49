"""Signed addresses: who holds one may see a receipt, or give the place back."""

from django.core import signing

RECEIPT = "courses.receipt"
SIGN_OFF = "courses.sign_off"


def receipt_token(sign_up) -> str:
    """For the one who sent the form. Shows the outcome, and gives no power over the place:
    whoever types another's address gets one too."""
    return signing.dumps(sign_up.pk, salt=RECEIPT)


def sign_off_token(sign_up) -> str:
    """Sent to the address that signed up, and nowhere else."""
    return signing.dumps(sign_up.pk, salt=SIGN_OFF)


def sign_up_pk(token: str, *, salt: str) -> int | None:
    try:
        return signing.loads(token, salt=salt)
    except signing.BadSignature:
        return None
