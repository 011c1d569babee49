"""Compiles each room's translations, without a gettext program."""

from bin.steps import environment
from bin.steps.console import PROJECT, run_logged

COMPILE = """
import sys
from pathlib import Path
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

for name in sys.argv[1:]:
    source = Path(name)
    with source.open("rb") as po:
        catalogue = read_po(po)
    with source.with_suffix(".mo").open("wb") as mo:
        write_mo(mo, catalogue)
"""


def compile_all() -> None:
    sources = PROJECT.glob("*/locale/*/LC_MESSAGES/*.po")
    stale = [source for source in sources if is_stale(source)]
    if stale:
        run_logged([environment.PYTHON, "-c", COMPILE, *stale], name="messages")


def is_stale(source) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
