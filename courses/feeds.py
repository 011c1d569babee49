"""A session as a calendar file (RFC 5545)."""

import datetime

from icalendar import Calendar, Event

from courses.enums import Form
from courses.models import Session


def calendar_file(session: Session, *, url: str, at: datetime.datetime) -> str:
    event = Event()
    event.add("uid", f"session-{session.pk}@{session.node.host}")
    event.add("dtstamp", at.astimezone(datetime.UTC))
    event.add("dtstart", session.starts_at.astimezone(datetime.UTC))
    event.add("dtend", session.ends_at.astimezone(datetime.UTC))
    event.add("summary", session.course.title)
    event.add("location", session.place or str(Form(session.form).label))
    event.add("description", session.course.summary)
    event.add("url", url)
    event.add("status", "CANCELLED" if session.is_cancelled else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//hub//courses//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return calendar.to_ical().decode()
