"""What a benchmark says: our time, the rival's in the same run, and the limit between them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from statistics import median
from time import perf_counter

_MS = 1000.0
Measured = Callable[[], float]


class Limit(Enum):
    """How a figure is judged."""

    RATIO = "at most × the rival"
    SPEED = "at least of the rival's speed"
    TIME = "at most ms"
    SIZE = "at most MB"
    NONE = "not judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; times in seconds, a limit of time in milliseconds, sizes in megabytes."""

    name: str
    ours: float
    rival: float | None = None
    rival_name: str = ""
    limit: float | None = None
    judged: Limit = Limit.NONE

    @property
    def ratio(self) -> float | None:
        """Return our time over the rival's; for a limit of speed the other way round."""
        if not self.rival or not self.ours:
            return None
        return self.rival / self.ours if self.judged is Limit.SPEED else self.ours / self.rival

    @property
    def is_kept(self) -> bool:
        """Tell whether the limit is kept; a figure without one always keeps it."""
        if self.limit is None or self.judged is Limit.NONE:
            return True
        if self.judged is Limit.TIME:
            return self.ours * _MS <= self.limit
        if self.judged is Limit.SIZE:
            return self.ours <= self.limit
        if self.ratio is None:
            return False
        return self.ratio >= self.limit if self.judged is Limit.SPEED else self.ratio <= self.limit


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    begun = perf_counter()
    action()
    return perf_counter() - begun


class Stopwatch:
    """Adds up the time of the blocks it is put around."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of the block."""
        begun = perf_counter()
        try:
            yield
        finally:
            self.seconds += perf_counter() - begun


def alternating(ours: Measured, rival: Measured, rounds: int) -> tuple[float, float]:
    """Measure both in turn, after one round that warms up, and return the medians."""
    ours(), rival()
    pairs = [(ours(), rival()) for _ in range(rounds)]
    mine, theirs = zip(*pairs, strict=True)
    return median(mine), median(theirs)


def percentile(times: Sequence[float], part: float) -> float:
    """Return the value that ``part`` of the times do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
