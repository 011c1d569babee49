"""What the rooms below keep. Each has a loader of its own; here it gets its records."""

import datetime

from courses.services import loading as courses
from criteria_library.services import loading as criteria
from criteria_library.services import loading_feedback as feedback
from criteria_library.services.loading_hearings import load_life
from good_examples.services import loading as examples
from network.services.demonstration.files import read, read_all
from network.services.demonstration.people import person
from search.services import misses

APPROVER = "kriteriegodkjenner@demo.example"
EDITOR = "kriterieredaktor@demo.example"
SECRETARY = "horing@demo.example"


def load_criteria(today: datetime.date) -> int:
    return criteria.load_criteria(read_all("criteria_*.toml", "criteria"), today=today, by=person(APPROVER))


def load_notes(today: datetime.date) -> int:
    return criteria.load_notes(read_all("criteria_*.toml", "notes"), today=today, by=person(APPROVER))


def load_feedback(today: datetime.date) -> int:
    return feedback.load_feedback(read_all("criteria_*.toml", "feedback"), today=today, by=person(EDITOR))


def load_hearings(today: datetime.date) -> int:
    acting = {"editor": EDITOR, "approver": APPROVER, "secretary": SECRETARY}

    def acts_as(name: str):
        return person(acting.get(name, name))

    return load_life(read("hearings.toml"), today=today, person=acts_as)


def load_courses(today: datetime.date) -> int:
    return courses.load_courses(read_all("courses*.toml", "course"), today=today)


def load_misses(today: datetime.date) -> int:
    return misses.load_misses(read_all("misses.toml", "miss"), today=today)


def load_examples(today: datetime.date) -> int:
    return examples.load_examples(read_all("examples*.toml", "example"), today=today)
