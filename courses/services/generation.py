"""As many sessions as asked, for benchmarks and load: plausible, the same for the same seed."""

import datetime
from collections.abc import Sequence
from random import Random

from django.db import transaction
from django.utils import timezone

from courses.enums import Form, SignUpStatus
from courses.models import Course, Session, SignUp
from hub.models import Node

SESSIONS_OF_A_COURSE = 4
KINDS = ["Kurs", "Fagdag", "Dialogkonferanse", "Frokostmøte", "Verksted", "Nettkurs"]
SUBJECTS = [
    "miljøkrav i rammeavtaler", "utslippsfri transport", "arbeidstøy og vask", "ombrukte møbler",
    "mindre matsvinn", "lønns- og arbeidsvilkår", "livssykluskostnader", "miljødeklarasjoner",
    "IKT-utstyr som varer", "kontraktsoppfølging",
]  # fmt: skip
SLANTS = [
    "for nye innkjøpere",
    "i små kommuner",
    "fra krav til oppfølging",
    "med eksempler",
    "i praksis",
    "for ledere",
]
PLACES = ["rådhuset", "fylkeshuset", "biblioteket", "kulturhuset"]


@transaction.atomic
def generate_sessions(
    count: int, *, seed: int, nodes: Sequence[Node], today: datetime.date | None = None
) -> int:
    """Spread over the nodes, from half a year back to a year ahead. Answers how many were made."""
    random = Random(seed)  # noqa: S311  (content, not secrets)
    first = today or timezone.localdate()
    courses = Course.objects.bulk_create(
        new_course(random, random.choice(nodes)) for _ in range(-(-count // SESSIONS_OF_A_COURSE))
    )
    sessions = Session.objects.bulk_create(
        new_session(random, courses[number // SESSIONS_OF_A_COURSE], first) for number in range(count)
    )
    SignUp.objects.bulk_create(
        (place for session in sessions for place in new_sign_ups(random, session)), batch_size=1000
    )
    return len(sessions)


def new_course(random: Random, node: Node) -> Course:
    subject, slant = random.choice(SUBJECTS), random.choice(SLANTS)
    return Course(
        node=node,
        title=f"{random.choice(KINDS)}: {subject} {slant}",
        summary=f"Du lærer om {subject} {slant}, og går hjem med noe du kan bruke i morgen.",
        language=node.main_language,
        for_whom="For innkjøpere i kommune, fylke og stat.",
        what_you_learn=f"finne krav om {random.choice(SUBJECTS)}\nfølge opp {subject}",
        held_by="Innkjøpsrådgiver ved knutepunktet.",
        is_demonstration=True,
    )


def new_session(random: Random, course: Course, first: datetime.date) -> Session:
    on = first + datetime.timedelta(days=random.randint(-180, 365))
    starts_at = timezone.make_aware(datetime.datetime.combine(on, datetime.time(random.choice([9, 10, 12]))))
    form = random.choice(Form.values)
    return Session(
        node=course.node,
        course=course,
        starts_at=starts_at,
        ends_at=starts_at + datetime.timedelta(hours=random.randint(2, 6)),
        form=form,
        place="" if form == Form.ONLINE else f"Byen {random.randint(1, 60)}, {random.choice(PLACES)}",
        capacity=random.choice([12, 20, 30, 60]),
    )


def new_sign_ups(random: Random, session: Session):
    for number in range(random.randint(0, session.capacity)):
        yield SignUp(
            session=session,
            name=f"Demodeltaker {number}",
            email=f"deltaker{number}@demo.example",
            organisation="Demovirksomhet",
            status=SignUpStatus.CONFIRMED,
            signed_up_at=session.starts_at - datetime.timedelta(days=random.randint(1, 60)),
        )
