"""The demonstration. What it holds is in network/demonstration, in which order it is laid down is here."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hub.services.reference import load_reference
from network.services.demonstration.content import (
    load_courses,
    load_criteria,
    load_examples,
    load_feedback,
    load_hearings,
    load_misses,
    load_notes,
)
from network.services.demonstration.nodes import load_nodes
from network.services.demonstration.pages import load_notices, load_pages
from network.services.demonstration.people import load_people
from network.services.demonstration.steering import load_report_forms, load_steering_groups


@dataclass
class Step:
    """`run(today)` answers how many rows are new. A second run answers 0."""

    name: str
    run: Callable[[datetime.date], int]


def load_base(today: datetime.date) -> int:
    return sum(outcome.created + outcome.changed for outcome in load_reference())


STEPS = [
    Step("reference data", load_base),
    Step("nodes", load_nodes),
    Step("people", load_people),
    Step("pages and news", load_pages),
    Step("notices", load_notices),
    Step("criteria", load_criteria),
    Step("local notes", load_notes),
    Step("feedback on criteria", load_feedback),
    Step("proposals and hearings", load_hearings),
    Step("courses", load_courses),
    Step("good examples", load_examples),
    Step("what was looked for in vain", load_misses),
    Step("report forms", load_report_forms),
    Step("steering groups", load_steering_groups),
]


def load_demonstration(*, today: datetime.date) -> Iterator[tuple[Step, int]]:
    """Step by step, so that the caller can show how far it has come."""
    for step in STEPS:
        yield step, step.run(today)
