"""Keeps a copy of the migrated, empty SQLite test database: only the first run after a change migrates."""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from django.conf import settings

PROJECT = Path(__file__).resolve().parents[1]


def test_database() -> Path | None:
    database = settings.DATABASES["default"]
    return Path(database["TEST"]["NAME"]) if database["ENGINE"].endswith("sqlite3") else None


@pytest.fixture(scope="session")
def ready_copy() -> Path:
    """Its name tells what it was made from: every migration, and the packages that have some."""
    digest = hashlib.sha256()
    for path in [PROJECT / "requirements" / "runtime.txt", *sorted(PROJECT.glob("*/migrations/*.py"))]:
        digest.update(path.name.encode() + path.read_bytes())
    return PROJECT / "var" / "test" / f"{digest.hexdigest()[:16]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, ready_copy):
    if (database := test_database()) and ready_copy.exists():
        shutil.copy(ready_copy, database)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, ready_copy) -> bool:
    return django_db_keepdb or (test_database() is not None and ready_copy.exists())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, ready_copy):
    if (database := test_database()) and not ready_copy.exists():
        keep(database, ready_copy)


def keep(database: Path, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    unfinished = copy.with_suffix(f".{os.getpid()}")
    source, target = sqlite3.connect(database), sqlite3.connect(unfinished)
    with source, target:
        source.backup(target)
    source.close()
    target.close()
    unfinished.replace(copy)
