"""What the person at the terminal sees: a line a step, and one clear line when it can't go on."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("HUB_VAR_DIR") or PROJECT / "var")
UNREACHABLE = re.compile(
    r"NewConnectionError|ConnectTimeout|Max retries|ProxyError|name resolution|getaddrinfo"
    r"|ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|network request to"
)


class Failure(Exception):
    """Told as one line, without a traceback."""


def say(line: str) -> None:
    print(line, flush=True)


def run_logged(
    command: Sequence[str | Path],
    *,
    name: str,
    cwd: Path = PROJECT,
    environment: Mapping[str, str] | None = None,
    counted: str = "",
    total: int = 0,
) -> None:
    """Runs a command into var/log/NAME.log; lines that start with `counted` move a counter on a terminal."""
    log = VAR / "log" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        copy_counting(process.stdout or [], file, counted=counted, total=total)
    if process.wait():
        raise Failure(why_it_failed(name, log))


def copy_counting(lines: Iterable[str], file, *, counted: str, total: int) -> None:
    seen = 0
    for line in lines:
        file.write(line)
        if counted and line.startswith(counted) and sys.stdout.isatty():
            seen += 1
            print(f"\r  {min(seen, total)} of {total}", end="", flush=True)
    if seen:
        print("\r" + " " * 20, end="\r", flush=True)


def why_it_failed(name: str, log: Path) -> str:
    text = log.read_text(encoding="utf-8", errors="replace")
    shown = log.relative_to(PROJECT) if log.is_relative_to(PROJECT) else log
    if UNREACHABLE.search(text):
        return f"No connection to the package index: check the network, then run the same again. ({shown})"
    last = next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "no output")
    return f"The step '{name}' failed: {last} ({shown})"
