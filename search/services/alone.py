"""Locks that a killed process gives back by itself, so that no clock is needed to take them over."""

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection


@contextmanager
def alone(name: str, *, wait: bool = False) -> Iterator[bool]:
    """Whether this process alone does `name` now: on every machine of the database, or on this one."""
    held = on_database if connection.vendor == "postgresql" else on_machine
    with held(name, wait) as is_alone:
        yield is_alone


@contextmanager
def on_database(name: str, wait: bool) -> Iterator[bool]:
    number = zlib.crc32(f"search.{name}".encode())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_{'' if wait else 'try_'}advisory_lock(%s)", [number])
        got = wait or cursor.fetchone()[0]
    try:
        yield got
    finally:
        if got:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


@contextmanager
def on_machine(name: str, wait: bool) -> Iterator[bool]:
    directory = settings.HUB.var_dir / "search"
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True
