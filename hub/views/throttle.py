"""Keeps one sender from filling in a form for the whole country, and a crowd from writing to one person."""

from allauth.core.internal import ratelimit

# Generous, since a whole municipality may come from one network address.
BY_SENDER = "20/10m/ip"
# The e-mail address that the form has something sent to, whoever and wherever they are that ask.
BY_ADDRESS = "20/h/key"


def is_throttled(request, form: str, *, email: str = "") -> bool:
    """Counts this try. `email`: whom the form would write to; counted alike whether we know it or not."""
    rates = f"{BY_SENDER},{BY_ADDRESS}" if email else BY_SENDER
    counted = ratelimit.consume(
        request, app="hub", action=form, config={form: rates}, key=email.strip().lower()
    )
    return counted is None
