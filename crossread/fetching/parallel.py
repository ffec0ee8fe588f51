"""Work in threads that an interruption ends: groups at the same time, a group one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")

_THREADS = 16  # they wait far more than they work
_FAREWELL = 1.0  # seconds; a thread that looks a name up just then cannot be woken, and does no harm


class Crew(Generic[T]):
    """Threads that do `work` with the names of each group, until `stopped`.

    They are daemons rather than an executor's, for which Python waits at its end.
    """

    def __init__(self, groups: Sequence[Sequence[str]], work: Callable[[str], T], stopped: Event) -> None:
        self._groups = groups
        self._work = work
        self._stopped = stopped
        self._waiting: SimpleQueue[Sequence[str] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[str, T] | BaseException] = SimpleQueue()
        self._threads: list[Thread] = []

    def run(self, take: Callable[[str, T], None]) -> None:
        """Call `take`, in this thread, with each name and what `work` returned, as they are done.

        Raises what `work` or `take` raises; the threads then go on until they are stopped.
        """
        for group in self._groups:
            self._waiting.put(group)
        for _ in self._groups[:_THREADS]:
            self._waiting.put(None)
            thread = Thread(target=self._run, name="crossread-fetch", daemon=True)
            thread.start()
            self._threads.append(thread)
        for _ in range(sum(map(len, self._groups))):
            outcome = self._done.get()
            if isinstance(outcome, BaseException):
                raise outcome
            take(*outcome)

    def leave(self) -> None:
        """Wait a moment for the threads, which were told to stop."""
        latest = time.monotonic() + _FAREWELL
        for thread in self._threads:
            thread.join(max(0.0, latest - time.monotonic()))

    def _run(self) -> None:
        while group := self._waiting.get():
            for name in group:
                if self._stopped.is_set():
                    return
                try:
                    self._done.put((name, self._work(name)))
                except BaseException as error:
                    self._done.put(error)
