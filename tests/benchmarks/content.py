"""Makes the content so many times as much, as `manage.py generate` would."""

import io

from django.apps import apps
from django.core.management import call_command

# An option of `generate`, and the rows that it makes.
KINDS = {
    "nodes": "hub.Node",
    "criteria": "criteria_library.Criterion",
    "sessions": "courses.Session",
    "examples": "good_examples.Example",
    "pages": "hub.ArticlePage",
}


def multiply(times: int) -> None:
    wanted = {option: apps.get_model(label).objects.count() * (times - 1) for option, label in KINDS.items()}
    call_command("generate", seed=1, verbosity=0, **wanted)
    call_command("search_rebuild", verbosity=0, stdout=io.StringIO())
