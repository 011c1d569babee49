"""`make demo` itself: it answers on each node's host, ends whole, and comes back quickly with its data."""

import contextlib
import os
import signal
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
READY = "Ctrl-C"


class Demo:
    """A terminal in which somebody types `make demo`."""

    def __init__(self, var: Path, port: int):
        self.port, self.lines, self.ready = port, [], threading.Event()
        others = ("HUB_", "MAKE", "DJANGO_", "PYTEST_")
        hub = {name: value for name, value in os.environ.items() if not name.startswith(others)}
        self.process = subprocess.Popen(
            ["make", "demo"],
            cwd=PROJECT,
            env={**hub, "HUB_VAR_DIR": str(var), "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        with self.process.stdout as output:
            for line in output:
                self.lines.append(line)
                if READY in line:
                    self.ready.set()
        self.ready.set()

    @property
    def output(self):
        return "".join(self.lines)

    def wait_until_ready(self, seconds):
        assert self.ready.wait(seconds), self.output
        assert READY in self.output, self.output

    def press_ctrl_c(self):
        """A terminal sends the signal to each process of its group."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(60)
        self.reader.join(30)

    def end(self):
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                self.press_ctrl_c()

    def get(self, host, path="/"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers={"Host": f"{host}:{self.port}"}
        )
        try:
            with urllib.request.build_opener(StayHere).open(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read().decode()


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


@pytest.fixture(scope="module")
def port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


@pytest.fixture
def demo(var, port):
    started = Demo(var, port)
    yield started
    started.end()


def listening(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_the_first_call_loads_the_demonstration_and_answers(demo, port):
    demo.wait_until_ready(300)

    assert f"http://hub.localhost:{port}" in demo.output
    assert f"http://nordland.hub.localhost:{port}" in demo.output
    assert demo.get("hub.localhost")[0] == 200
    assert demo.get("nordland.hub.localhost", "/kurs/")[0] == 200
    assert demo.get("nowhere.hub.localhost")[0] == 404
    status, headers, _ = demo.get("localhost")
    assert (status, headers["Location"]) == (301, f"http://hub.localhost:{port}/")
    assert '"ready": true' in demo.get("127.0.0.1", "/readyz")[2]

    processes = children_of(demo.process.pid)
    demo.press_ctrl_c()
    assert not listening(port)
    assert len(processes) >= 4  # the step, the web server's two kinds of process, the worker
    assert [pid for pid in processes if Path(f"/proc/{pid}").exists()] == []
    assert "Traceback" not in demo.output


def children_of(pid):
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    own = [child for child, parent in pairs if parent == pid]
    return own + [further for child in own for further in children_of(child)]


def test_the_second_call_does_no_step_again_and_keeps_the_data(demo, var, port):
    loaded_at = (var / "demonstration-loaded").stat().st_mtime_ns

    demo.wait_until_ready(120)

    # It is quick since no step is done again: each would say so before the list of addresses.
    assert demo.output.strip().startswith("The hub")
    assert (var / "demonstration-loaded").stat().st_mtime_ns == loaded_at
    assert demo.get("nordland.hub.localhost", "/kriterier/")[0] == 200
    assert (
        "is in use"
        in subprocess.run(
            [PROJECT / "bin" / "run-step", "demo"],
            env={**os.environ, "PORT": str(port)},
            capture_output=True,
            text=True,
            timeout=30,
        ).stderr
    )
    demo.press_ctrl_c()
    assert not listening(port)
