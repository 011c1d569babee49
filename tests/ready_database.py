"""Keeps a copy of the migrated, empty test database: only the first run after a change migrates.

In SQLite it is a file, in PostgreSQL a database that others are made after.
"""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

PROJECT = Path(__file__).resolve().parents[1]
PREFIX = "ready_"
LOCK = 4242  # any number, the same for all processes


def test_database() -> Path | None:
    database = settings.DATABASES["default"]
    return Path(database["TEST"]["NAME"]) if database["ENGINE"].endswith("sqlite3") else None


@pytest.fixture(scope="session")
def ready_name() -> str:
    """It tells what the copy was made from: every migration, and the packages that have some."""
    digest = hashlib.sha256()
    for path in [PROJECT / "requirements" / "runtime.txt", *sorted(PROJECT.glob("*/migrations/*.py"))]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(scope="session")
def ready_copy(ready_name) -> Path:
    return PROJECT / "var" / "test" / f"{ready_name}.sqlite3"


@pytest.fixture(scope="session")
def postgresql_server():
    """None with SQLite."""
    if test_database():
        yield None
        return
    own = settings.DATABASES["default"]
    with psycopg.connect(
        host=own["HOST"],
        port=own["PORT"],
        user=own["USER"],
        password=own["PASSWORD"],
        dbname="postgres",
        autocommit=True,
    ) as server:
        yield server


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, ready_name, ready_copy, postgresql_server):
    if postgresql_server:
        # Of two processes that begin together one migrates, and the other waits for what it made.
        postgresql_server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        if PREFIX + ready_name in ready_databases(postgresql_server):
            settings.DATABASES["default"]["TEST"]["TEMPLATE"] = PREFIX + ready_name
    elif ready_copy.exists():
        shutil.copy(ready_copy, test_database())


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, ready_copy) -> bool:
    return django_db_keepdb or (test_database() is not None and ready_copy.exists())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, ready_name, ready_copy, postgresql_server):
    if postgresql_server:
        keep_in_postgresql(postgresql_server, PREFIX + ready_name)
        postgresql_server.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    elif not ready_copy.exists():
        keep(test_database(), ready_copy)


def ready_databases(server: psycopg.Connection) -> set[str]:
    rows = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
    return {name for (name,) in rows}


def keep_in_postgresql(server: psycopg.Connection, name: str) -> None:
    found = ready_databases(server)
    if name in found:
        return
    connection.close()  # nobody may be connected to what is copied
    for old in found:
        server.execute(f'DROP DATABASE "{old}"')
    server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{connection.settings_dict["NAME"]}"')


def keep(database: Path, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    unfinished = copy.with_suffix(f".{os.getpid()}")
    source, target = sqlite3.connect(database), sqlite3.connect(unfinished)
    with source, target:
        source.backup(target)
    source.close()
    target.close()
    unfinished.replace(copy)
