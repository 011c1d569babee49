"""A place at a session, or in its queue: taken, given back, and passed on to the next in turn."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from courses.enums import SessionStatus, SignUpStatus
from courses.models import Session, SignUp
from courses.services.mail import tell


class SignUpRefused(Exception):
    """The session takes nobody; the subclass says why."""


class SessionCancelled(SignUpRefused):
    pass


class SignUpClosed(SignUpRefused):
    pass


class NodeClosed(SignUpRefused):
    pass


@dataclass(frozen=True, kw_only=True)
class Participant:
    name: str
    email: str
    organisation: str = ""
    language: str


@transaction.atomic
def sign_up(*, session: Session, by: Participant, at: datetime.datetime) -> SignUp:
    """Takes a seat, or a place in the queue when there is none. Asking again changes nothing."""
    session = lock(session.pk)
    refuse_unless_open(session, at)
    email = by.email.strip().lower()
    earlier = SignUp.objects.filter(session=session, email=email).first()
    if earlier and not earlier.is_cancelled:
        return earlier
    place = earlier or SignUp(session=session, email=email)
    place.name, place.organisation, place.language = by.name, by.organisation, by.language
    place.status = SignUpStatus.CONFIRMED if has_free_seat(session) else SignUpStatus.WAITING
    place.signed_up_at, place.cancelled_at = at, None
    place.save()
    tell(place, "waiting" if place.is_waiting else "signed_up")
    return place


@transaction.atomic
def sign_off(*, sign_up: SignUp, at: datetime.datetime) -> SignUp:
    """Gives the place back; the first in the queue gets it, unless the session is over or off."""
    session = lock(sign_up.session_id)
    place = SignUp.objects.get(pk=sign_up.pk)
    if place.is_cancelled:
        return place
    place.status, place.cancelled_at = SignUpStatus.CANCELLED, at
    place.save()
    tell(place, "signed_off")
    if at < session.starts_at and not session.is_cancelled:
        fill_seats(session)
    return place


@transaction.atomic
def settle_after_change(*, session: Session, at: datetime.datetime) -> None:
    """After an organiser's change: more seats go to the queue, and a cancellation is told to all in it."""
    session = lock(session.pk)
    if at >= session.starts_at:
        return
    if session.is_cancelled:
        cancel_all(session, at)
    else:
        fill_seats(session)


def cancel_all(session: Session, at: datetime.datetime) -> None:
    for place in session.sign_ups.standing():
        place.status, place.cancelled_at = SignUpStatus.CANCELLED, at
        place.save()
        tell(place, "cancelled")


def fill_seats(session: Session) -> list[SignUp]:
    """Moves the queue up into free seats. The caller holds the lock."""
    free = session.capacity - session.sign_ups.filter(status=SignUpStatus.CONFIRMED).count()
    moved = list(session.sign_ups.filter(status=SignUpStatus.WAITING).in_turn()[: max(0, free)])
    for place in moved:
        place.status = SignUpStatus.CONFIRMED
        place.save()
        tell(place, "moved_up")
    return moved


def lock(session_pk: int) -> Session:
    """One at a time for each session: by the row on PostgreSQL, by the immediate transaction on SQLite."""
    return Session.objects.select_for_update(of=("self",)).select_related("node", "course").get(pk=session_pk)


def refuse_unless_open(session: Session, at: datetime.datetime) -> None:
    if session.is_cancelled:
        raise SessionCancelled
    if session.node.is_read_only:
        raise NodeClosed
    if session.status != SessionStatus.ANNOUNCED or at >= session.closes_at:
        raise SignUpClosed


def has_free_seat(session: Session) -> bool:
    """Whoever waits comes before whoever asks now."""
    if session.sign_ups.filter(status=SignUpStatus.WAITING).exists():
        return False
    return session.sign_ups.filter(status=SignUpStatus.CONFIRMED).count() < session.capacity
