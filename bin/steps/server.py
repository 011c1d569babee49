"""The web server and the job worker as children that end with this process."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.request

from bin.steps import database, environment
from bin.steps.console import PROJECT, VAR, Failure, say

STARTING_SECONDS = 60
STOPPING_SECONDS = 10
PR_SET_PDEATHSIG = 1
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def serve(port: int, hosts: list[str]) -> None:
    log = VAR / "log" / "server.log"
    with log.open("a", encoding="utf-8") as output:
        children = [start(command, output) for command in (web(port, hosts), database.manage("db_worker"))]
        try:
            wait_until_answering(port, children)
            say_addresses()
            wait_for_the_end(children)
        finally:
            stop(children)


def web(port: int, hosts: list[str]) -> list[str]:
    listening = [f"--bind={host}:{port}" for host in hosts]
    # Loaded once, before the processes part: they start warm, and share what they only read.
    sizes = ["--workers=2", "--threads=4", "--worker-class=gthread", "--preload"]
    return [str(environment.PYTHON), "-m", "gunicorn", "hub.wsgi", *listening, *sizes, "--log-level=warning"]


def start(command: list[str], output) -> subprocess.Popen:
    # A session of its own: Ctrl-C reaches only this process, which then ends the children in order.
    return subprocess.Popen(
        command,
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=end_with_parent if sys.platform == "linux" else None,
    )


def end_with_parent() -> None:
    """Even where this process is killed without a chance to stop its children."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def wait_until_answering(port: int, children: list[subprocess.Popen]) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz", headers={"Host": "hub.localhost"})
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < deadline:
        check_alive(children)
        try:
            direct.open(request, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise Failure("The hub did not answer in time: see var/log/server.log.")


def say_addresses() -> None:
    subprocess.run(database.manage("show_demonstration"), cwd=PROJECT, stdin=subprocess.DEVNULL)
    say("Ctrl-C stops it. The data stays in var/ (make demo-reset starts over).")


def wait_for_the_end(children: list[subprocess.Popen]) -> None:
    ended = False

    def end(*_):
        nonlocal ended
        ended = True

    for number in ENDING:
        signal.signal(number, end)
    while not ended:
        check_alive(children)
        time.sleep(0.3)
    say("\nStopping …")


def check_alive(children: list[subprocess.Popen]) -> None:
    if any(child.poll() is not None for child in children):
        raise Failure("A part of the hub ended by itself: see var/log/server.log.")


def stop(children: list[subprocess.Popen]) -> None:
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        signal_group(child, signal.SIGTERM)
    for child in children:
        try:
            child.wait(STOPPING_SECONDS)
        except subprocess.TimeoutExpired:
            signal_group(child, signal.SIGKILL)
            child.wait()


def signal_group(child: subprocess.Popen, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, number)
