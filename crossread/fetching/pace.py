"""One request at a time to a host, with a pause between two, across all threads."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from crossread.errors import InputError

LONGEST_HOLD = 60.0  # seconds; a server that asks for more is left alone
LONGEST_CRAWL_DELAY = 30.0


class _Host:
    def __init__(self, delay: float) -> None:
        self.turn = Lock()
        self.delay = delay
        self.free_at = 0.0
        self.held_until = 0.0


class Pace:
    """The turns of all hosts. `pause` waits for some seconds; times are those of the monotonic clock."""

    def __init__(self, delay: float, pause: Callable[[float], None]) -> None:
        self._pause = pause
        self._lock = Lock()
        self._hosts: defaultdict[str, _Host] = defaultdict(lambda: _Host(delay))

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """The time in which a host may be asked; the delay counts from the end of the turn before.

        Raises InputError when the server asked to be left alone for longer than crossread waits.
        """
        state = self._state(host)
        with state.turn:
            now = time.monotonic()
            held = state.held_until - now
            if held > LONGEST_HOLD:
                raise InputError(
                    f"the server asks to be left alone for {held:,.0f} seconds, more than the "
                    f"{LONGEST_HOLD:.0f} crossread waits; try again after that"
                )
            if (wait := max(held, state.free_at - now)) > 0:
                self._pause(wait)
            try:
                yield
            finally:
                state.free_at = time.monotonic() + state.delay

    def hold(self, host: str, seconds: float) -> None:
        """Ask a host nothing for so long."""
        state = self._state(host)
        state.held_until = max(state.held_until, time.monotonic() + seconds)

    def slow_down(self, host: str, delay: float) -> None:
        """A longer pause between two requests, as a robots.txt asks for it, up to a bound."""
        state = self._state(host)
        state.delay = max(state.delay, min(delay, LONGEST_CRAWL_DELAY))

    def _state(self, host: str) -> _Host:
        with self._lock:
            return self._hosts[host]
