"""Backs up and restores what can't be made again: the database and the uploaded files, in one tar file."""

import argparse
import datetime
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from hub.settings.environment import Environment, read_environment  # noqa: E402

DUMP, MEDIA = "database", "media"


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/backup, bin/restore")
    parser.add_argument("command", choices=["backup", "restore"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--replace", action="store_true", help="throw away what is in the database now")
    options = parser.parse_args()
    hub = read_environment()
    try:
        with tempfile.TemporaryDirectory() as folder:
            if options.command == "backup":
                back_up(hub, options.file, Path(folder))
            else:
                restore(hub, options.file, Path(folder), replace=options.replace)
    except (OSError, tarfile.TarError, sqlite3.Error) as error:
        sys.exit(f"{options.command} failed: {error}")
    except subprocess.CalledProcessError as error:
        sys.exit(f"{options.command} failed: {Path(error.cmd[0]).name} ended with {error.returncode}")


def back_up(hub: Environment, file: Path, folder: Path) -> None:
    dump = folder / DUMP
    # The database first: a file that is uploaded meanwhile is then one too many, not one too few.
    if hub.database_url:
        run_postgresql("pg_dump", "--format=custom", "--no-owner", f"--file={dump}", hub.database_url)
    else:
        copy_sqlite(database_file(hub), dump)
    unfinished = file.with_name(file.name + ".part")
    with tarfile.open(unfinished, "w") as archive:
        archive.add(dump, DUMP)
        if (hub.var_dir / MEDIA).exists():
            archive.add(hub.var_dir / MEDIA, MEDIA)
    # Whatever has the wanted name is whole.
    unfinished.replace(file)
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


def restore(hub: Environment, file: Path, folder: Path, *, replace: bool) -> None:
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
    dump = folder / DUMP
    if has_content(hub) and not replace:
        sys.exit("The database is not empty: restore into a new one, or say --replace.")
    if hub.database_url:
        psql(hub, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        command = ["--no-owner", "--single-transaction", "--exit-on-error", f"--dbname={hub.database_url}"]
        run_postgresql("pg_restore", *command, str(dump))
    else:
        replace_sqlite(dump, database_file(hub))
    restore_media(folder / MEDIA, hub.var_dir / MEDIA)
    forget_cache()
    print("Restored. Now: bin/release, then `manage.py search_rebuild`, for the index knows other rows.")


def restore_media(source: Path, target: Path) -> None:
    if target.exists():
        moment = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S")
        target.rename(target.with_name(f"{MEDIA}-before-restore-{moment}"))
    if source.exists():
        shutil.copytree(source, target)


def has_content(hub: Environment) -> bool:
    if hub.database_url:
        return psql(hub, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") != "0"
    return database_file(hub).exists()


def database_file(hub: Environment) -> Path:
    return hub.var_dir / "hub.sqlite3"


def copy_sqlite(source: Path, target: Path) -> None:
    """A whole copy even while others write, unlike a copy of the file."""
    if not source.exists():
        raise FileNotFoundError(f"{source} is not there")
    origin, copy = sqlite3.connect(source), sqlite3.connect(target)
    with origin, copy:
        origin.backup(copy)
    origin.close()
    copy.close()


def replace_sqlite(dump: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    for path in target.parent.glob(f"{target.name}*"):
        path.unlink()
    shutil.copy(dump, target)


def psql(hub: Environment, statement: str) -> str:
    options = ["--no-psqlrc", "--tuples-only", "--no-align", "--quiet", "-v", "ON_ERROR_STOP=1"]
    return run_postgresql("psql", *options, "-c", statement, hub.database_url).strip()


def run_postgresql(program: str, *arguments: str) -> str:
    """POSTGRESQL_BIN names the folder of PostgreSQL's programs where they are not on the PATH."""
    path = Path(os.environ.get("POSTGRESQL_BIN", "")) / program
    quiet = {**os.environ, "PGOPTIONS": "-c client_min_messages=warning"}
    done = subprocess.run([str(path), *arguments], check=True, stdout=subprocess.PIPE, text=True, env=quiet)
    return done.stdout


def forget_cache() -> None:
    """The cache holds the addresses of the sites that were there before."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    django.setup()
    from django.core.cache import cache

    cache.clear()


if __name__ == "__main__":
    main()
