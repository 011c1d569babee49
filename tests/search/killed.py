"""Other processes, real ones, that do something and are killed at a moment of one's choosing."""

import os
import signal
from collections.abc import Callable
from typing import Any

from django.db import connection


def in_another_process(work: Callable[[], Any]) -> int:
    """Its process id. It has a connection to the database of its own."""
    connection.close()
    process_id = os.fork()
    if process_id:
        return process_id
    try:
        work()
        os._exit(0)
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(1)


def ended_well(process_id: int) -> bool:
    return os.waitpid(process_id, 0)[1] == 0


def kill_at(owner: Any, name: str, work: Callable[[], Any]) -> None:
    """Has another process do it, and SIGKILL itself where it comes to `owner.name`."""

    def killed() -> None:
        setattr(owner, name, lambda *args, **kwargs: os.kill(os.getpid(), signal.SIGKILL))
        work()

    _, status = os.waitpid(in_another_process(killed), 0)
    assert os.WIFSIGNALED(status), f"it never came to {name}"
    assert os.WTERMSIG(status) == signal.SIGKILL
