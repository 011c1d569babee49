"""The demonstration as a newcomer starts it, on a port and in a folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.look import assert_without_faults

PROJECT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 300
# The journey is the demonstration's: with its embedded parts, whatever servers the other tests use.
OTHER_SETTINGS = {"DJANGO_SETTINGS_MODULE", "PYTEST_XDIST_WORKER"}


@dataclass(frozen=True)
class Demonstration:
    port: int
    var_dir: Path

    def url(self, path: str = "/", *, node: str = "") -> str:
        host = f"{node}.hub.localhost" if node else "hub.localhost"
        return f"http://{host}:{self.port}{path}"

    def manage(self, *words: str) -> None:
        """Runs a command of manage.py on the demonstration's own data, for what a journey can't wait for."""
        command = [sys.executable, "manage.py", *words]
        environment = {**own_environment(), "HUB_VAR_DIR": str(self.var_dir), "HUB_PORT": str(self.port)}
        subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)


def own_environment() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("HUB_") and name not in OTHER_SETTINGS
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    if running := os.environ.get("HUB_TEST_DEMONSTRATION_PORT"):  # to write a journey against one that stands
        yield Demonstration(int(running), Path(os.environ["HUB_VAR_DIR"]))
        return
    var_dir = tmp_path_factory.mktemp("demonstration")
    port = free_port()
    log = var_dir / "demo.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            ["bin/run-step", "demo"],
            cwd=PROJECT,
            env={**own_environment(), "HUB_VAR_DIR": str(var_dir), "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(port, process, log)
        yield Demonstration(port, var_dir)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def wait_for(port: int, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"the demonstration did not start:\n{log.read_text()[-3000:]}", pytrace=False)


@pytest.fixture
def without_faults(page):
    """Asserts that axe finds nothing on the page as it is now, and that nothing hangs out at the side."""
    return lambda: assert_without_faults(page)
