"""Which room stands above which, for tests of what import-linter can't see."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOOR = {"hub": 0, "search": 1, "criteria_library": 2, "courses": 3, "good_examples": 3, "network": 4}
ROOMS = list(FLOOR)


def reaches_only_down(source: str, target: str) -> bool:
    return source == target or FLOOR[target] < FLOOR[source]


def templates_of(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("templates/**/*.html"))


def modules_of(room: str) -> list[Path]:
    return sorted(path for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)


def told(path: Path) -> str:
    return str(path.relative_to(ROOT))
