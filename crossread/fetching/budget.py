"""The time a page may take."""

from __future__ import annotations

import time

from crossread.errors import InputError


class Budget:
    """The seconds for one page. They run down only inside `with budget:`, not while waiting on purpose."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._spent = 0.0
        self._since: float | None = None

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self._spent = self.seconds - self.left()
        self._since = None

    def left(self) -> float:
        """Seconds left; negative once they are over."""
        running = 0.0 if self._since is None else time.monotonic() - self._since
        return self.seconds - self._spent - running

    def check(self) -> float:
        """Seconds left. Raises InputError when there are none."""
        if (left := self.left()) <= 0:
            raise InputError(
                f"the server did not deliver the page within {self.seconds:g} seconds; "
                "try again later, or raise timeout under fetch"
            )
        return left
