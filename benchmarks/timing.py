"""Timing one call by its CPU time, and two commands in turn, so that a busy machine slows both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

Job = Callable[[], object]


def cpu(job: Job) -> float:
    """CPU seconds of this process for one call."""
    start = time.process_time()
    job()
    return time.process_time() - start


def wall(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Seconds from starting a process to its end; CalledProcessError when it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def processes_in_turn(
    one: Sequence[str], other: Sequence[str], rounds: int, dictionary: str = ""
) -> tuple[float, float]:
    """Median seconds of two commands run alternately, after one unmeasured run of each.

    NLTK looks for its data in the folder `dictionary` first. Both may keep their compiled files, as they
    do after an ordinary install: else one whose files pip compiled would stand against one compiled anew.
    """
    environment = {**os.environ, "NLTK_DATA": dictionary}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times = [(wall(one, environment), wall(other, environment)) for _ in range(rounds + 1)][1:]
    return statistics.median(time[0] for time in times), statistics.median(time[1] for time in times)
