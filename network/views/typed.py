"""What a person had typed when the sign-in ran out, kept in the session until it is saved."""

import time

from network.forms.reports import as_typed

KEY = "typed_in_report"
SECONDS_KEPT = 24 * 60 * 60
# Twice a part with every answer at its longest. Anybody can send more, and each sending would be a row.
MOST_CHARACTERS = 200_000


def keep_typed(request) -> None:
    """For the page that was posted to. One page at a time, so that a session stays small."""
    data = as_typed(request.POST)
    if sum(len(name) + len(value) for name, value in data.items()) <= MOST_CHARACTERS:
        request.session[KEY] = {"path": request.path_info, "at": time.time(), "data": data}


def typed_before(request) -> dict[str, str] | None:
    kept = request.session.get(KEY, {})
    is_here = kept.get("path") == request.path_info and kept["at"] > time.time() - SECONDS_KEPT
    return kept["data"] if is_here else None


def forget_typed(request) -> None:
    request.session.pop(KEY, None)
