"""Sessions as calendar files (RFC 5545): one to keep, or a list that calendars fetch again."""

import datetime
from collections.abc import Iterable

from icalendar import Calendar, Event

from courses.enums import Form
from courses.models import Session
from hub.addresses import without_prefix

FETCHED_AGAIN = datetime.timedelta(hours=12)


def calendar_file(session: Session, *, at: datetime.datetime) -> str:
    return calendar_of([session], at=at).to_ical().decode()


def subscription(sessions: Iterable[Session], *, name: str, at: datetime.datetime) -> str:
    """With the name that a calendar shows, and how often it may ask."""
    calendar = calendar_of(sessions, at=at)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", FETCHED_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", FETCHED_AGAIN)
    return calendar.to_ical().decode()


def calendar_of(sessions: Iterable[Session], *, at: datetime.datetime) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//hub//courses//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for session in sessions:
        calendar.add_component(event_of(session, at=at))
    return calendar


def event_of(session: Session, *, at: datetime.datetime) -> Event:
    event = Event()
    event.add("uid", f"session-{session.pk}@{session.node.host}")
    event.add("dtstamp", at.astimezone(datetime.UTC))
    event.add("dtstart", session.starts_at.astimezone(datetime.UTC))
    event.add("dtend", session.ends_at.astimezone(datetime.UTC))
    event.add("summary", session.course.title)
    event.add("location", session.place or str(Form(session.form).label))
    event.add("description", session.course.summary)
    event.add("url", session.node.url(without_prefix(session.get_absolute_url())))
    event.add("status", "CANCELLED" if session.is_cancelled else "CONFIRMED")
    return event
