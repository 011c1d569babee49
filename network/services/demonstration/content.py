"""What the rooms below keep. Each has a loader of its own; here it gets its records."""

import datetime

from courses.services import loading as courses
from criteria_library.services import loading as criteria
from good_examples.services import loading as examples
from network.services.demonstration.files import read_all
from network.services.demonstration.people import person

APPROVER = "kriteriegodkjenner@demo.example"


def load_criteria(today: datetime.date) -> int:
    return criteria.load_criteria(read_all("criteria_*.toml", "criteria"), today=today, by=person(APPROVER))


def load_notes(today: datetime.date) -> int:
    return criteria.load_notes(read_all("criteria_*.toml", "notes"), today=today, by=person(APPROVER))


def load_courses(today: datetime.date) -> int:
    return courses.load_courses(read_all("courses*.toml", "course"), today=today)


def load_examples(today: datetime.date) -> int:
    return examples.load_examples(read_all("examples*.toml", "example"), today=today)
