"""Backup and restore on the embedded database; tests/services/test_deployment.py has PostgreSQL."""

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

BIN = Path(__file__).resolve().parents[2] / "bin"


@pytest.fixture
def hub(tmp_path):
    var = tmp_path / "hub"
    (var / "media").mkdir(parents=True)
    (var / "media" / "minutes.txt").write_text("minutes")
    with sqlite3.connect(var / "hub.sqlite3") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE note (text TEXT)")
        database.execute("INSERT INTO note VALUES ('kept')")
    return var


def run(script, var, *arguments):
    environment = {"PATH": os.environ["PATH"], "HUB_MODE": "demo", "HUB_VAR_DIR": str(var)}
    command = [BIN / script, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def notes(var):
    with sqlite3.connect(var / "hub.sqlite3") as database:
        return [text for (text,) in database.execute("SELECT text FROM note")]


def test_a_backup_restores_rows_and_files_in_another_place(hub, tmp_path):
    archive, copy = tmp_path / "hub.tar", tmp_path / "copy"

    with sqlite3.connect(hub / "hub.sqlite3") as open_meanwhile:
        open_meanwhile.execute("INSERT INTO note VALUES ('just written')")
        open_meanwhile.commit()
        backed_up = run("backup", hub, archive)
    restored = run("restore", copy, archive)

    assert (backed_up.returncode, backed_up.stderr) == (0, "")
    assert (restored.returncode, restored.stderr) == (0, "")
    assert notes(copy) == ["kept", "just written"]
    assert (copy / "media" / "minutes.txt").read_text() == "minutes"


def test_a_restore_replaces_only_when_told_and_keeps_the_files_that_were_there(hub, tmp_path):
    archive = tmp_path / "hub.tar"
    run("backup", hub, archive)
    (hub / "media" / "minutes.txt").write_text("newer minutes")

    refused = run("restore", hub, archive)
    replaced = run("restore", hub, archive, "--replace")

    assert refused.returncode == 1
    assert "not empty" in refused.stderr
    assert replaced.returncode == 0, replaced.stderr
    assert (hub / "media" / "minutes.txt").read_text() == "minutes"
    (aside,) = hub.glob("media-before-restore-*")
    assert (aside / "minutes.txt").read_text() == "newer minutes"


def test_nothing_to_back_up_is_told_in_one_line(tmp_path):
    failed = run("backup", tmp_path / "empty", tmp_path / "hub.tar")

    assert failed.returncode == 1
    assert len(failed.stderr.splitlines()) == 1
    assert not (tmp_path / "hub.tar").exists()
