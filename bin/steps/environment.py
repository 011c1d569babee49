"""The project's own Python environment, .venv, from the lock files."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

from bin.steps import stamps
from bin.steps.console import PROJECT, Failure, run_logged, say

VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = PROJECT / "requirements"
# What else is there when a lock has been installed.
INCLUDES = {"runtime": ["runtime"], "development": ["development", "runtime"]}


def install(name: str = "runtime") -> None:
    lock = LOCKS / f"{name}.txt"
    digest = stamps.digest_of([lock], sys.version)
    if is_whole() and stamps.is_fresh(stamp_of(name), digest):
        return
    make_venv()
    total = sum(" \\" in line and "==" in line for line in lock.read_text().splitlines())
    what = f"{total} packages ({name})" if total > 1 else name
    say(f"Installing {what}, a minute or two the first time …")
    run_logged(pip_install(lock), name=f"install-{name}", counted="Collecting ", total=total)
    for included in INCLUDES.get(name, [name]):
        own_digest = stamps.digest_of([LOCKS / f"{included}.txt"], sys.version)
        stamps.write(stamp_of(included), own_digest)


def stamp_of(name: str) -> Path:
    return VENV / f"installed-{name}"


def pip_install(lock: Path) -> list[str | Path]:
    options = ["--disable-pip-version-check", "--no-input", "--retries", "3", "--require-hashes"]
    return [PYTHON, "-m", "pip", "install", *options, "-r", lock]


def make_venv() -> None:
    if is_whole():
        return
    if VENV.exists():
        say("The .venv was half made: making it anew.")
        shutil.rmtree(VENV)
    if not can_import("venv", "ensurepip"):
        raise Failure(
            f"Python's venv module is missing for {sys.executable}: install it"
            " (on Debian and Ubuntu: apt install python3-venv), then run the same again."
        )
    say("Making .venv …")
    run_logged([sys.executable, "-m", "venv", VENV], name="venv")


def can_import(*modules: str) -> bool:
    try:
        for module in modules:
            importlib.import_module(module)
    except ImportError:
        return False
    return True


def is_whole() -> bool:
    """An interrupted venv has no pip yet, and one whose Python was upgraded away doesn't run."""
    if not PYTHON.exists():
        return False
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", check], capture_output=True).returncode == 0
