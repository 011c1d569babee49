"""How long a newcomer waits for the demonstration, once everything is installed."""

import io
import time
from collections.abc import Iterator

from django.core.management import call_command

from tests.benchmarks.rows import Row


def measure() -> Iterator[Row]:
    for name, command in [
        ("migrate", "migrate"),
        ("load", "load_demonstration"),
        ("static", "collectstatic"),
    ]:
        options = {"interactive": False} if command != "load_demonstration" else {}
        started = time.perf_counter()
        call_command(command, verbosity=0, stdout=io.StringIO(), **options)
        yield Row(f"demonstration.{name}", round(time.perf_counter() - started, 1), "seconds")
