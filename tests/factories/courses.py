import datetime

import factory
from django.utils import timezone

from courses.enums import Form, SignUpStatus
from courses.models import Course, Session, SignUp
from hub.enums import Language

DAY = datetime.timedelta(days=1)


def at_nine(days: int) -> datetime.datetime:
    """A moment that many days from now, at nine."""
    return timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0) + days * DAY


class CourseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Course

    title = factory.Sequence(lambda n: f"Miljøkrav i praksis {n}")
    summary = "Du lærer å velge få krav som betyr noe."
    language = Language.BOKMAL


class SessionFactory(factory.django.DjangoModelFactory):
    """`SessionFactory(node=…)`, or with a course of its own choice."""

    class Meta:
        model = Session

    class Params:
        node = None
        title = None
        days = 14

    course = factory.LazyAttribute(
        lambda made: CourseFactory(node=made.node, **({"title": made.title} if made.title else {}))
    )
    starts_at = factory.LazyAttribute(lambda made: at_nine(made.days))
    ends_at = factory.LazyAttribute(lambda made: made.starts_at + datetime.timedelta(hours=6))
    form = Form.IN_PERSON
    place = "Bodø, fylkeshuset"
    capacity = 10


class SignUpFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SignUp

    session = factory.SubFactory(SessionFactory)
    name = factory.Sequence(lambda n: f"Deltaker {n}")
    email = factory.Sequence(lambda n: f"deltaker{n}@demo.example")
    status = SignUpStatus.CONFIRMED
    signed_up_at = factory.LazyFunction(timezone.now)


def fill(session, *, confirmed=0, waiting=0):
    """Takes seats and places in the queue, in that order."""
    SignUpFactory.create_batch(confirmed, session=session)
    SignUpFactory.create_batch(waiting, session=session, status=SignUpStatus.WAITING)
    return session
