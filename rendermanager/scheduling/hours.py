"""What the hours of the week allow at a moment, until when, and how that is said.

Windows go by the clock on the wall. Where that jumps, a window holds for as long as the clock shows
its hours: not at all where they are left out, twice as long where an hour comes twice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from rendermanager.core.hours import DAY_MIN, NOTHING, USUAL, Rule, Window

Wall = Callable[[datetime], datetime]
"""The clock on the wall at an aware moment: an aware local one."""

HORIZON: Final = timedelta(days=16)
"""A window of one hour a week that a jump of the clock leaves out comes after two weeks."""
_STEP: Final = timedelta(hours=6)
"""Clocks do not jump there and back within so short a time."""
_FINEST: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the hours of the week allow.

    Attributes:
        rule: What holds.
        until: The aware moment at which something else will; None when that never changes.
    """

    rule: Rule
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a day in which one thing is allowed.

    Attributes:
        start: Minutes of the day.
        end: Minutes of the day, up to 1440.
        rule: What is allowed.
    """

    start: int
    end: int
    rule: Rule


def rule_at(windows: Sequence[Window], wall: datetime) -> Rule:
    """What holds while the clock on the wall shows this."""
    return rule_in(windows, wall.weekday(), wall.hour * 60 + wall.minute)


def rule_in(windows: Sequence[Window], day: int, minute: int) -> Rule:
    """What holds in a minute of a day of the week; the last window that holds counts."""
    for window in reversed(windows):
        if window.covers(day, minute):
            return window.rule
    return USUAL


def spans_of(windows: Sequence[Window], day: int) -> tuple[Span, ...]:
    """A day of the week from midnight to midnight, cut where something else is allowed."""
    starts = _marks(windows)
    rules = [rule_in(windows, day, start) for start in starts]
    cuts = [at for at, rule in enumerate(rules) if at == 0 or rule != rules[at - 1]]
    ends = [*(starts[at] for at in cuts[1:]), DAY_MIN]
    return tuple(Span(starts[at], end, rules[at]) for at, end in zip(cuts, ends, strict=True))


def allowed_at(windows: Sequence[Window], now: datetime, wall: Wall) -> Allowed:
    """What holds at this aware moment, and until when."""
    if not windows:
        return Allowed(USUAL)
    now = now.astimezone(UTC)
    rule = rule_at(windows, wall(now))
    for moment in _edges(windows, now, wall):
        if moment > now and rule_at(windows, wall(moment)) != rule:
            return Allowed(rule, moment)
    return Allowed(rule)


def multiplied(slots: int, percent: int, most: int) -> int:
    """A share of so many renders at once, rounded: at least 1, and at most `most`."""
    return max(1, min(most, (slots * percent + 50) // 100))


def why_nothing(allowed: Allowed, now: datetime, wall: Wall) -> str:
    """Why nothing starts at this moment, and when it goes on; empty where something may."""
    if allowed.rule != NOTHING:
        return ""
    if allowed.until is None:
        return "Quiet hours: nothing starts at any hour of the week"
    until = wall(allowed.until)
    clock, days = f"{until:%H:%M}", (until.date() - wall(now).date()).days
    if days == 0:
        return f"Quiet hours: goes on at {clock}"
    if days == 1:
        return f"Quiet hours: goes on tomorrow at {clock}"
    names = (
        *(f"Monday at {clock}", f"Tuesday at {clock}", f"Wednesday at {clock}"),
        *(f"Thursday at {clock}", f"Friday at {clock}"),
        *(f"Saturday at {clock}", f"Sunday at {clock}"),
    )
    return f"Quiet hours: goes on {names[until.weekday()]}"


def _edges(windows: Sequence[Window], now: datetime, wall: Wall) -> Iterator[datetime]:
    """Every moment at which something else may hold, in order."""
    marks = _marks(windows)
    for start, end in _stretches(now, wall):
        yield start
        local = wall(start)
        offset = local.utcoffset()
        # From here on the clock on the wall is at this distance from ours, however it is called.
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        for day in range((end - start).days + 2):
            for mark in marks:
                shown = midnight + timedelta(days=day, minutes=mark)
                moment = (shown - (offset or timedelta())).replace(tzinfo=UTC)
                if start < moment < end:
                    yield moment


def _marks(windows: Sequence[Window]) -> list[int]:
    """The minutes of a day in which something else may begin to hold."""
    return sorted({0, *(edge % DAY_MIN for each in windows for edge in (each.start, each.end))})


def _stretches(now: datetime, wall: Wall) -> Iterator[tuple[datetime, datetime]]:
    """The time from now on, cut where the clock on the wall jumps."""
    start = before = now
    while before < now + HORIZON:
        after = before + _STEP
        if wall(before).utcoffset() != wall(after).utcoffset():
            jump = _jump(before, after, wall)
            yield start, jump
            start = jump
        before = after
    yield start, before


def _jump(before: datetime, after: datetime, wall: Wall) -> datetime:
    """When the clock on the wall jumps between two moments, to the second."""
    offset = wall(before).utcoffset()
    while after - before > _FINEST:
        middle = before + (after - before) / 2
        if wall(middle).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
