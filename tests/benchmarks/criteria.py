"""The criteria library among 10,000: its pages, a workbook in and out, the difference of two long versions.

The pages are held against the same pages with a tenth of the criteria; the import against openpyxl alone
reading the same file; the difference against difflib on the same words without our pieces.
HUB_BENCH_CRITERIA says how many criteria (10,000).
"""

import difflib
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from openpyxl import load_workbook

from criteria_library.models import Criterion
from criteria_library.queries.differences import WORD, word_differences
from criteria_library.services.spreadsheets.writing import write_workbook
from tests.benchmarks.pages import HUB, Measured, measured
from tests.benchmarks.rows import Row, against

COUNT = int(os.environ.get("HUB_BENCH_CRITERIA", "10000"))
WORDS = 5000
PAGES = {
    "list": "/kriterier/?alle",
    "group": "/kriterier/grupper/textiles/",
    "detail": "/kriterier/TEX-004/",
    "counties": "/kriterier/TEX-004/fylker/",
    "compare": "/kriterier/sammenlign/?krav=TEX-004&krav=TEX-009",
}
# Reads and writes in a process of its own, so that the peak of memory is the import's.
IMPORT = """
import re, sys, time
from pathlib import Path

import django

django.setup()
from django.core.management import call_command


def peak():  # of this program alone; getrusage would begin with its parent's
    return int(re.search(r"VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())[1])


before = peak()
started = time.perf_counter()
call_command("import_criteria", sys.argv[1], write=True, stdout=sys.stderr)
print(time.perf_counter() - started, before, peak())
"""


def measure() -> Iterator[Row]:
    yield from pages()
    yield from workbook()
    yield from differences()


def pages() -> Iterator[Row]:
    generate(COUNT // 10)
    few = {name: measured(HUB, path) for name, path in PAGES.items()}
    generate(COUNT)
    for name, path in PAGES.items():
        yield from page_rows(name, few[name], measured(HUB, path))


def generate(count: int) -> None:
    missing = count - Criterion.objects.count()
    if missing > 0:
        call_command("generate", seed=1, criteria=missing, verbosity=0)
        call_command("search_rebuild", verbosity=0, stdout=StringIO())


def page_rows(name: str, less: Measured, more: Measured) -> Iterator[Row]:
    what = f"with {COUNT // 10} criteria"
    yield against(f"criteria.{name}.queries", more.queries, "queries", less.queries, what)
    yield against(f"criteria.{name}.time", more.milliseconds, "ms", less.milliseconds, what)


def workbook() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kriterier.xlsx"
        started = time.perf_counter()
        with file.open("wb") as out:
            write_workbook(Criterion.objects.all(), out)
        seconds = time.perf_counter() - started
        count = Criterion.objects.count()
        yield Row("criteria.export.per_second", round(count / seconds), "criteria")
        rename_all(file)
        alone = openpyxl_alone(file)
        yield from imported(file, count, alone)


def rename_all(file: Path) -> None:
    """New identifiers, so that every criterion is written and none is known."""
    book = load_workbook(file)
    for sheet in book.worksheets:
        for (cell,) in sheet.iter_rows(min_row=2, max_col=1):
            cell.value = f"X{cell.value[-8:]}" if cell.value.startswith("GEN") else f"NY{cell.value[1:]}"
    headings = [cell.value for cell in book["Kriterier"][1]]
    for name in ("inkluderer", "erstatter", "passer med"):
        for row in book["Kriterier"].iter_rows(min_row=2):
            row[headings.index(name)].value = None
    book.save(file)


def openpyxl_alone(file: Path) -> float:
    started = time.perf_counter()
    book = load_workbook(file, read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                _ = cell.value
    return time.perf_counter() - started


def imported(file: Path, count: int, alone: float) -> Iterator[Row]:
    answer = subprocess.run(
        [sys.executable, "-c", IMPORT, str(file)], capture_output=True, text=True, check=True
    ).stdout.split()
    seconds, before, peak = float(answer[0]), int(answer[1]), int(answer[2])
    yield Row("criteria.import.per_second", round(count / seconds), "criteria")
    yield against(
        "criteria.import.time", round(seconds, 1), "seconds", alone, "openpyxl alone reading the file"
    )
    yield against(
        "criteria.import.peak_memory", round(peak / 1024), "MB", before / 1024, "the process at rest"
    )


def differences() -> Iterator[Row]:
    chance = random.Random(1)
    vocabulary = [f"ord{number}" for number in range(800)]
    old = [chance.choice(vocabulary) for _ in range(WORDS)]
    new = [chance.choice(vocabulary) if chance.random() < 0.05 else word for word in old]
    before, after = text_of(old), text_of(new)
    ours = shortest(lambda: word_differences(before, after))
    plain = shortest(
        lambda: difflib.SequenceMatcher(None, WORD.findall(before), WORD.findall(after)).get_opcodes()
    )
    yield against(
        "criteria.difference.5000_words", round(ours * 1000, 1), "ms", plain * 1000, "difflib alone"
    )


def text_of(words: list[str]) -> str:
    return re.sub(r"((?:\S+ ){12})", r"\1\n", " ".join(words))


def shortest(call, times: int = 3) -> float:
    taken = []
    for _ in range(times):
        started = time.process_time()
        call()
        taken.append(time.process_time() - started)
    return min(taken)
