"""Whether a session has shown a second factor. Kept in the session, so that a page asks no database."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.db import transaction

from hub.models import User
from hub.services import audit

SHOWN = "hub_second_factor"
WAY = "hub_after_second_factor"


class SecondFactorFirst(Exception):
    """They may, once the session has shown a second factor. `SecondFactorMiddleware` leads there."""


def demand_second_factor(request) -> None:
    if not settings.HUB.asks_second_factor:
        return
    if not has_shown(request):
        raise SecondFactorFirst
    forget_way(request)


def mark_shown(request, user) -> None:
    request.session[SHOWN] = str(user.pk)


def forget_shown(request) -> None:
    request.session.pop(SHOWN, None)


def has_shown(request) -> bool:
    return request.session.get(SHOWN) == str(request.user.pk)


def has_second_factor(user) -> bool:
    return is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])


def page_that_asks(user) -> str:
    """The name of the page where the person shows a second factor, or sets up the first."""
    if is_mfa_enabled(user, [Authenticator.Type.WEBAUTHN]):
        return "mfa_reauthenticate_webauthn"
    return "mfa_reauthenticate" if has_second_factor(user) else "set_up_second_factor"


def remember_way(request, url: str) -> None:
    """Where the person was going when asked to set up a second factor."""
    request.session[WAY] = url


def forget_way(request) -> None:
    if WAY in request.session:
        del request.session[WAY]


def way_on(request) -> str:
    """The address to go on to, once a second factor has been shown."""
    return request.session.get(WAY, "") if has_shown(request) else ""


@transaction.atomic
def remove_second_factor(*, user: User, by) -> int:
    """For a person who has lost all of them, once somebody has made sure that it is they who ask."""
    count, _rows = Authenticator.objects.filter(user=user).delete()
    if count:
        audit.record(action="second_factor.removed", by=by, about=user)
    return count
