"""`python -m tests.benchmarks [NAME…]`: measures, prints tables and writes var/bench/NAME.json.

Each module named here has `measure()`, which yields rows. They run in this order, in one
process, on a database of their own: first as the demonstration fills it, then with ten
times the content.
"""

import importlib
import os
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
NAMES = ["demonstration", "weight", "memberships", "pages", "criteria", "search"]


def main(chosen: list[str]) -> None:
    if unknown := set(chosen) - set(NAMES):
        sys.exit(f"No benchmark is called {', '.join(sorted(unknown))}: there are {', '.join(NAMES)}.")
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        os.environ.update(DJANGO_SETTINGS_MODULE="hub.settings", HUB_MODE="demo", HUB_VAR_DIR=folder)
        import django

        django.setup()
        for name in NAMES:
            # Loading the demonstration is both a benchmark and what the others stand on.
            if not chosen or name in chosen or name == "demonstration":
                run(name)


def run(name: str) -> None:
    from tests.benchmarks import rows

    measured = list(importlib.import_module(f"tests.benchmarks.{name}").measure())
    rows.print_table(name, measured)
    rows.write(measured, PROJECT / "var" / "bench" / f"{name}.json")


if __name__ == "__main__":
    main(sys.argv[1:])
