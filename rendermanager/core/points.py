"""How what was measured is kept, coarser with age: points that stand for spans of time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final


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
