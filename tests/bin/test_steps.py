"""What a newcomer's machine may lack gets one clear line."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
NOBODY_LISTENS = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_FIND_LINKS": "", "PIP_NO_INDEX": "0"}


@pytest.fixture
def clone(tmp_path):
    """The project as a fresh clone has it, with a single small package to install."""
    folder = tmp_path / "clone"
    shutil.copytree(PROJECT / "bin", folder / "bin")
    lock = folder / "requirements" / "runtime.txt"
    lock.parent.mkdir()
    lock.write_text("laces==0.1.2 \\\n    --hash=sha256:" + "0" * 64 + "\n")
    return folder


@pytest.fixture
def step(clone):
    def run(*arguments, **variables):
        environment = {"PATH": os.environ["PATH"], "PYTHON": sys.executable, **variables}
        command = [str(clone / "bin" / "run-step"), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    return run


def assert_one_line(result, *words):
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert all(word in result.stderr for word in words), result.stderr


def write_program(path, text):
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def test_an_old_python_is_told_by_its_version(step, tmp_path):
    old = write_program(tmp_path / "python3", "#!/bin/sh\necho 3.9\n")

    assert_one_line(step("demo", PYTHON=old), "3.11 or later", "is 3.9")


def test_a_newer_python_beside_an_old_one_is_found(clone, tmp_path):
    write_program(tmp_path / "python3", "#!/bin/sh\necho 3.9\n")
    write_program(tmp_path / "python3.12", "#!/bin/sh\necho 3.12\n")

    answer = subprocess.run(
        [clone / "bin" / "find-python"], env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )

    assert answer.stdout == "python3.12\n"


def test_no_python_at_all_is_told(step, tmp_path):
    assert_one_line(step("demo", PYTHON=str(tmp_path / "nothing")), "3.11 or later", "is not there")


def test_a_missing_venv_module_is_told_with_the_package_to_install(step, tmp_path):
    (tmp_path / "ensurepip.py").write_text("raise ImportError")

    assert_one_line(step("environment", PYTHONPATH=str(tmp_path)), "venv module is missing", "python3-venv")


def test_no_network_is_told_and_a_half_made_environment_is_made_anew(step, clone):
    half_made = clone / ".venv" / "bin"
    half_made.mkdir(parents=True)
    (half_made / "python").symlink_to("/nowhere/python3")

    result = step("environment", **NOBODY_LISTENS)

    assert_one_line(result, "No connection", "check the network")
    assert "The .venv was half made: making it anew." in result.stdout.splitlines()


def test_an_environment_that_is_whole_is_left_as_it_is(step, clone):
    (clone / "requirements" / "runtime.txt").write_text("# nothing yet\n")
    first = step("environment", **NOBODY_LISTENS)
    started = time.monotonic()

    second = step("environment", **NOBODY_LISTENS)

    assert first.returncode == 0, first.stderr
    assert (second.returncode, second.stdout) == (0, "")
    assert time.monotonic() - started < 5


def test_a_port_in_use_is_told_before_anything_is_installed(step, clone):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert_one_line(step("demo", PORT=str(port)), f"Port {port} is in use", f"PORT={port + 1}")
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("port", ["eight thousand", "0", "70000"])
def test_a_port_that_is_none_is_told(step, port):
    assert_one_line(step("demo", PORT=port), "is not a port")


def test_a_failed_build_is_told_with_its_last_line_and_its_log(clone, step):
    node = write_program(clone / "node", "#!/bin/sh\necho v24.0.0\n")
    write_program(clone / "npm", "#!/bin/sh\necho one; echo the reason; exit 3\n")
    (clone / "frontend").mkdir()
    (clone / "frontend" / "package-lock.json").write_text("{}")

    result = step("frontend", PATH=f"{Path(node).parent}:{os.environ['PATH']}")

    assert_one_line(result, "npm-ci", "the reason", "var/log/npm-ci.log")
