"""The demonstration's database, files and index under var/."""

import os
import shutil
import subprocess

from bin.steps import environment, stamps
from bin.steps.console import PROJECT, VAR, Failure, run_logged, say

LOADED = VAR / "demonstration-loaded"
MIGRATED = VAR / "migrated"
COLLECTED = VAR / "static-collected"
# What the demonstration wrote; logs and measurements stay.
KEPT = {"log", "bench", "services", "static", "static-collected", "test"}


def manage(*arguments: str) -> list[str]:
    return [str(environment.PYTHON), "manage.py", *arguments]


def migrate() -> None:
    sources = [*PROJECT.glob("*/migrations/*.py"), *PROJECT.glob("requirements/runtime.txt")]
    digest = stamps.digest_of(sources)
    if stamps.is_fresh(MIGRATED, digest) and any(VAR.glob("*.sqlite3")):
        return
    say("Making the database …")
    try:
        run_logged(manage("migrate", "--no-input"), name="migrate")
    except Failure as failure:
        raise Failure(f"{failure} If the data is of no use any more: make demo-reset.") from None
    stamps.write(MIGRATED, digest)


def collect_static() -> None:
    """Copies style sheets, scripts and pictures under names with their digest, packed for sending."""
    sources = [path for path in PROJECT.glob("*/static/**/*") if path.is_file()]
    digest = stamps.digest_of([*sources, PROJECT / "requirements" / "runtime.txt"])
    if stamps.is_fresh(COLLECTED, digest) and (VAR / "static").exists():
        return
    say("Collecting static files …")
    run_logged(manage("collectstatic", "--no-input", "--clear"), name="collectstatic")
    stamps.write(COLLECTED, digest)


def load_demonstration() -> None:
    if LOADED.exists() and any(VAR.glob("*.sqlite3")):
        return
    say("Loading the demonstration …")
    if subprocess.run(
        manage("load_demonstration", "--brief"), cwd=PROJECT, stdin=subprocess.DEVNULL
    ).returncode:
        raise Failure("The demonstration could not be loaded: see above, then run make demo-reset.")
    stamps.write(LOADED, "")


def forget() -> None:
    for path in VAR.glob("*"):
        if path.name in KEPT:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            os.unlink(path)
    say("The demonstration's data is gone; make demo makes it anew.")
