"""Courses and sessions from records, as the demonstration has them. A second load changes nothing."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from courses.enums import Form, SessionStatus, SignUpStatus
from courses.models import Course, CourseDocument, Session, SignUp
from courses.services.together import ask_nodes
from hub.enums import Language
from hub.models import Audience, Node, ProductGroup
from hub.services.writing_files import write_document

TEXTS = ("title", "summary", "language", "for_whom", "held_by", "practical")


@transaction.atomic
def load_courses(records: Iterable[Mapping[str, Any]], *, today: datetime.date, by=None) -> int:
    """Days in the records are counted from `today`. Answers how many sessions were new."""
    nodes = {
        ("national" if node.is_national else node.slug): node for node in Node.objects.select_related("site")
    }
    count = 0
    for record in records:
        if node := nodes.get(record["node"]):
            course = load_course(record, node)
            known = set(course.sessions.values_list("origin", flat=True))
            for dates in record["session"]:
                if dates["key"] not in known:
                    load_session(course, dates, nodes, today=today)
                    count += 1
    return count


def load_course(record: Mapping[str, Any], node: Node) -> Course:
    course = Course.objects.filter(node=node, origin=record["key"]).first()
    if course:
        return course
    course = Course.objects.create(
        node=node,
        origin=record["key"],
        is_demonstration=True,
        what_you_learn="\n".join(record["what_you_learn"]),
        **{name: record[name] for name in TEXTS},
    )
    course.audiences.set(Audience.objects.filter(code__in=record["audiences"]))
    course.product_groups.set(ProductGroup.objects.filter(code__in=record["product_groups"]))
    course.save()
    for row in record.get("document", ()):
        document = write_document(row, collection=node.document_collection, language=course.language)
        CourseDocument.objects.create(course=course, document=document, label=row["label"])
    return course


def load_session(course: Course, record: Mapping[str, Any], nodes: Mapping[str, Node], *, today) -> Session:
    on = working_day(today + datetime.timedelta(days=record["day"]), past=record["day"] < 0)
    starts_at, ends_at = moment(on, record["starts"]), moment(on, record["ends"])
    session = Session.objects.create(
        course=course,
        origin=record["key"],
        status=record.get("status", SessionStatus.ANNOUNCED),
        starts_at=starts_at,
        ends_at=ends_at,
        form=Form(record["form"]),
        place=record["place"],
        capacity=record["capacity"],
        sign_up_closes_at=closing(on, record["deadline"]),
    )
    session.co_organisers.set([nodes[slug] for slug in record.get("with", []) if slug in nodes])
    asked = [nodes[slug] for slug in record.get("asks", []) if slug in nodes]
    ask_nodes(session=session, nodes=[*session.co_organisers.all(), *asked], by=None, at=timezone.now())
    fill(session, record, language=Language(course.language), today=today)
    return session


def fill(session: Session, record: Mapping[str, Any], *, language: Language, today: datetime.date) -> None:
    """Takes seats for participants who are numbers, since the demonstration invents no people."""
    taken = [SignUpStatus.CONFIRMED] * record["signed"] + [SignUpStatus.WAITING] * record.get("waiting", 0)
    before = min(timezone.localdate(session.starts_at), today) - datetime.timedelta(days=20)
    first = moment(before, "08:00")
    SignUp.objects.bulk_create(
        SignUp(
            session=session,
            name=f"Demodeltaker {number}",
            email=f"deltaker{number}@demo.example",
            organisation="Demovirksomhet",
            language=language,
            status=status,
            signed_up_at=first + datetime.timedelta(hours=number),
        )
        for number, status in enumerate(taken, start=1)
    )


def working_day(on: datetime.date, *, past=False) -> datetime.date:
    """The day itself or the nearest one, away from today, on which courses are held."""
    step = datetime.timedelta(days=-1 if past else 1)
    while on.weekday() >= 5 or (on.month, on.day) >= (12, 23) or (on.month, on.day) <= (1, 2):
        on += step
    return on


def closing(on: datetime.date, days_before: int) -> datetime.datetime | None:
    return moment(on - datetime.timedelta(days=days_before), "12:00") if days_before else None


def moment(on: datetime.date, clock: str) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(on, datetime.time.fromisoformat(clock)))
