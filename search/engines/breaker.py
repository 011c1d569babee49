"""Stops asking an engine that gave no answer, so that no page waits for it in vain."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from search.engines.interface import EngineUnavailable

FAILURES = 3
PAUSE_SECONDS = 5.0


class CircuitBreaker:
    """Opens after some failures in a row; after a pause one question is let through to try."""

    # Monotonic: a clock that is set forward or back changes nothing.
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.failures = 0
        self.closed_again_at = 0.0
        self.lock = threading.Lock()

    @contextmanager
    def guarding(self, *errors: type[Exception]) -> Iterator[None]:
        self._ask_leave()
        try:
            yield
        except errors as error:
            self.failures += 1
            self.closed_again_at = self.clock() + PAUSE_SECONDS
            raise EngineUnavailable(f"{type(error).__name__}: {error}"[:300]) from error
        self.failures = 0

    def _ask_leave(self) -> None:
        with self.lock:
            if self.failures < FAILURES:
                return
            if self.clock() < self.closed_again_at:
                raise EngineUnavailable("It gave no answer a moment ago, and is left alone for some seconds.")
            # The others wait for what becomes of this one.
            self.closed_again_at = self.clock() + PAUSE_SECONDS
