"""Reads network/demonstration. Days in the files are counted from the day of loading."""

import datetime
import tomllib
from pathlib import Path

from django.utils import timezone

FILES = Path(__file__).resolve().parents[2] / "demonstration"


def read(name: str) -> dict:
    with (FILES / name).open("rb") as file:
        return tomllib.load(file)


def read_all(pattern: str, key: str) -> list[dict]:
    """The records of every file whose name fits, in the order of the names."""
    return [record for path in sorted(FILES.glob(pattern)) for record in read(path.name).get(key, [])]


def day(today: datetime.date, offset: int | None) -> datetime.date | None:
    return None if offset is None else today + datetime.timedelta(days=offset)


def moment(today: datetime.date, offset: int, clock: str = "12:00") -> datetime.datetime:
    on = datetime.datetime.combine(
        today + datetime.timedelta(days=offset), datetime.time.fromisoformat(clock)
    )
    return timezone.make_aware(on)
