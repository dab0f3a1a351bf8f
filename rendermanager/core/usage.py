"""What is measured of the machine and its renders, and how coarse it becomes with age."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeLoad:
    """What all processes of one render do.

    Attributes:
        cores: Processors that were busy since the look before; 1.5 is one and a half, None in the
            first look.
        memory: Bytes held now; pages that processes share count once for each.
        read: Bytes fetched from storage by those that live.
        written: Bytes sent to storage by those that live.
        processes: How many live.
    """

    cores: float | None
    memory: int
    read: int
    written: int
    processes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The machine at one moment.

    Attributes:
        at: When, aware, in UTC.
        cpu: Share of all processors that worked since the sample before, 0 to 1; None in the first.
        cores: The same for each processor; empty in the first.
        memory_used: Bytes that programs hold.
        memory_total: Bytes.
        renders: What each running attempt does, by its number.
    """

    at: datetime
    cpu: float | None
    cores: tuple[float, ...]
    memory_used: int
    memory_total: int
    renders: Mapping[int, TreeLoad] = field(default_factory=dict)

    def series(self) -> dict[str, float]:
        """The numbers that are kept of it, by the names that they are asked for with."""
        found = {f"{CORE}{at}": share for at, share in enumerate(self.cores)}
        if self.cpu is not None:
            found[CPU] = self.cpu
        found[MEMORY] = float(self.memory_used)
        return found


CPU: Final = "cpu"
MEMORY: Final = "memory"
CORE: Final = "core/"
"""The series of one processor is this with its number."""


@dataclass(frozen=True, slots=True)
class Fineness:
    """One way in which the past is kept.

    Attributes:
        span_s: How many seconds one point stands for.
        keep_s: For how many seconds points are kept.
    """

    span_s: int
    keep_s: int


LEVELS: Final = (Fineness(1, 600), Fineness(10, 86_400), Fineness(60, 90 * 86_400))
"""From fine to coarse: a second for ten minutes, ten for a day, a minute for ninety days."""


@dataclass(frozen=True, slots=True)
class Point:
    """What one series did in one span.

    Attributes:
        at_s: When the span began, in whole seconds of Unix time.
        mean: Of the values in it.
        most: The greatest of them.
        count: How many there were.
    """

    at_s: int
    mean: float
    most: float
    count: int


def fold(point: Point | None, at: datetime, value: float, span_s: int) -> Point:
    """The point of the span that `at` lies in, with one more value.

    Args:
        point: What is known of some span; counts only if it is this one.
        at: When the value was measured, aware.
        value: What was measured.
        span_s: How long spans are, in seconds.
    """
    begin = int(at.timestamp()) // span_s * span_s
    if point is None or point.at_s != begin:
        return Point(begin, value, value, 1)
    count = point.count + 1
    mean = point.mean + (value - point.mean) / count
    return Point(begin, mean, max(point.most, value), count)


def level_for(length: timedelta) -> Fineness:
    """The finest way of keeping that reaches so far back; else the one that reaches furthest."""
    return next((each for each in LEVELS if each.keep_s >= length.total_seconds()), LEVELS[-1])


def kept_from(level: Fineness, now: datetime) -> int:
    """Points that began before this second of Unix time are to go."""
    return int(now.timestamp()) - level.keep_s
