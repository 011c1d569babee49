"""What a benchmark yields: a figure, and what it is to be held against."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    bench: str
    value: float
    unit: str
    # What the ratio is to, in words; empty where the figure stands alone.
    against: str = ""
    ratio: float | None = None


def against(bench: str, value: float, unit: str, base: float, what: str) -> Row:
    return Row(bench, value, unit, what, round(value / base, 2) if base else None)


def write(rows: Iterable[Row], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n")


def print_table(title: str, rows: list[Row]) -> None:
    print(f"\n{title}")
    widest = max(len(row.bench) for row in rows)
    for row in rows:
        ratio = f"{row.ratio:>9.2f} × {row.against}" if row.ratio is not None else ""
        print(f"  {row.bench:<{widest}} {row.value:>10g} {row.unit:<8}{ratio}")
