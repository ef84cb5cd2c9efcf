"""Timing, in the way of glissade-bench's stopwatch."""

import gc
import math
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

REPETITIONS = 5


@dataclass(frozen=True)
class Work:
    """A workload that is ready to run."""

    repeat: Callable[[int], None]
    """Runs it so many times, and waits for the last to end."""
    amount: float
    """What one run counts: GFLOP, GB, steps, or for times the elements."""
    unit: str

    def value(self, seconds: float) -> float:
        """A run of so many seconds in the workload's unit."""
        return seconds * 1e9 / self.amount if self.unit == "ns/element" else self.amount / seconds


def looped(call: Callable[[], object], amount: float, unit: str) -> Work:
    """Work that is done when a call returns."""

    def repeat(count: int) -> None:
        for _ in range(count):
            call()

    return Work(repeat, amount, unit)


def duration(work: Work, count: int) -> float:
    start = time.perf_counter()
    work.repeat(count)
    return time.perf_counter() - start


def seconds_per_run(work: Work, seconds: float, repetitions: int = REPETITIONS) -> list[float]:
    """Seconds for one run, once for each repetition, after warming up."""
    work.repeat(1)
    first = duration(work, 1)
    if first < seconds:
        work.repeat(4)  # Compilers may take another look at the second and third run.
    count = 1
    while (elapsed := duration(work, count)) < seconds / 4:
        count *= 2
    count = max(1, math.ceil(count * seconds / elapsed * 1.02))
    gc.collect()
    gc.disable()
    try:
        return [duration(work, count) / count for _ in range(repetitions)]
    finally:
        gc.enable()


def fastest(candidates: dict[str, Callable[[], Work]]) -> Work:
    """The fastest of several ways to do the same, as a user who cares would choose; ways that fail are left out."""
    best: tuple[float, Work] | None = None
    problem: Exception | None = None
    for name, make in candidates.items():
        try:
            work = make()
            elapsed = min(seconds_per_run(work, 0.1, 3))
        except Exception as error:
            problem = error
            print(f"peers: {name} is left out: {summary(error)}", file=sys.stderr)
            continue
        if best is None or elapsed < best[0]:
            best = (elapsed, work)
    if best is None:
        raise problem or ValueError("There is no candidate.")
    return best[1]


def summary(error: Exception) -> str:
    """An error in one line."""
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0] if lines else ''}"


def result(work: Work, seconds: float) -> dict[str, float | str]:
    """The members of a result's line that tell what was measured."""
    values = [work.value(elapsed) for elapsed in seconds_per_run(work, seconds)]
    median = statistics.median(values)
    best = min(values) if work.unit == "ns/element" else max(values)
    return {"value": best, "unit": work.unit, "median": median, "spread": (max(values) - min(values)) / median}
