"""Hours of the week: what may run at once in which of them, and how a person writes that down.

A window is written as up to three words, ``mon-fri 09:00-18:00 1``: the days, the hours, and what
is allowed then. Without days it holds every day, without hours the whole day. Allowed is a number
of renders at once, ``none``, a multiple of the usual number such as ``x1.5``, or ``idle``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY: Final = frozenset(range(7))
DAY_MIN: Final = 24 * 60
MOST_SLOTS: Final = 64
LEAST_PERCENT: Final = 10
MOST_PERCENT: Final = 800
MOST_WINDOWS: Final = 50

_NONE: Final = "none"
_IDLE: Final = "idle"
_EXAMPLE: Final = "Write it like “mon-fri 09:00-18:00 1”."
_CLOCK: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_NUMBER: Final = re.compile(r"[0-9]{1,2}")
_MULTIPLE: Final = re.compile(r"x([0-9])(?:\.([0-9]{1,2}))?")


@dataclass(frozen=True, slots=True)
class Fixed:
    """So many renders at once.

    Attributes:
        slots: The number, 0 to 64; 0 starts nothing.
    """

    slots: int


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple of the usual number of renders at once, be that set or found by trying.

    Attributes:
        percent: How much of the usual number, 10 to 800.
    """

    percent: int


@dataclass(frozen=True, slots=True)
class OnlyIdle:
    """As many as usual, but none is started while somebody works at this computer."""


Rule = Fixed | Multiple | OnlyIdle

USUAL: Final = Multiple(100)
"""What holds where no window does."""
NOTHING: Final = Fixed(0)


@dataclass(frozen=True, slots=True)
class Window:
    """Some hours on some days of the week.

    Attributes:
        days: On which it begins; 0 is Monday.
        start: Minutes of the day, 0 to 1439.
        end: Minutes of the day, 1 to 1440; not after the start, it is that of the next day.
        rule: What is allowed meanwhile.
    """

    days: frozenset[int]
    start: int
    end: int
    rule: Rule

    @property
    def is_whole_day(self) -> bool:
        """Whether it lasts from midnight to midnight."""
        return (self.start, self.end) == (0, DAY_MIN)

    def covers(self, day: int, minute: int) -> bool:
        """Whether it holds in this minute of a day, by the clock on the wall."""
        if self.start < self.end:
            return day in self.days and self.start <= minute < self.end
        if minute >= self.start:
            return day in self.days
        return minute < self.end and (day - 1) % 7 in self.days


def read_windows(texts: Iterable[str]) -> tuple[Window, ...]:
    """The windows that were written down; of several that hold at once the last one counts.

    Raises:
        BadInput: One of them says nothing, with all that is wrong.
    """
    windows: list[Window] = []
    problems: list[Problem] = []
    for text in texts:
        try:
            windows.append(read_window(text))
        except BadInput as error:
            problems += error.problems
    if len(windows) > MOST_WINDOWS:
        problems.append(_problem(f"There may be {MOST_WINDOWS} windows of the week at most."))
    if problems:
        raise BadInput(problems)
    return tuple(windows)


def read_window(text: str) -> Window:
    """The window that was written down.

    Raises:
        BadInput: It says nothing.
    """
    words = text.lower().split()
    if not words:
        raise BadInput([_problem("A window of the week must say what is allowed.", _EXAMPLE)])
    *when, allowed = words
    days, hours = EVERY_DAY, (0, DAY_MIN)
    if when and when[-1][0].isdigit():
        hours = _read_hours(when.pop())
    if when:
        days = _read_days(when.pop())
    if when:
        message = f"“{text.strip()}” is more than days, hours, and what is allowed then."
        raise BadInput([_problem(message, _EXAMPLE)])
    return Window(days, *hours, _read_rule(allowed))


def written(window: Window) -> str:
    """The window as a person writes it."""
    days = "" if window.days == EVERY_DAY else written_days(window.days)
    hours = "" if window.is_whole_day else f"{clock(window.start)}-{clock(window.end)}"
    return " ".join(word for word in (days, hours, written_rule(window.rule)) if word)


def written_days(days: Iterable[int]) -> str:
    """Days as a person writes them: ``mon-fri,sun``."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(_run(run) for run in runs)


def written_rule(rule: Rule) -> str:
    """What is allowed, in one word."""
    if isinstance(rule, OnlyIdle):
        return _IDLE
    if isinstance(rule, Multiple):
        return f"x{rule.percent / 100:g}"
    return str(rule.slots) if rule.slots else _NONE


def clock(minute: int) -> str:
    """A minute of the day as ``09:05``."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _run(days: Sequence[int]) -> str:
    names = [DAYS[day] for day in days]
    return f"{names[0]}-{names[-1]}" if len(names) > 2 else ",".join(names)


def _read_days(word: str) -> frozenset[int]:
    found: set[int] = set()
    for piece in word.split(","):
        first, dash, last = piece.partition("-")
        start = _read_day(first)
        end = _read_day(last) if dash else start
        found.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    return frozenset(found)


def _read_day(word: str) -> int:
    if word not in DAYS:
        message = f"“{word}” is no day of the week."
        raise BadInput([_problem(message, f"Known: {', '.join(DAYS)}.")])
    return DAYS.index(word)


def _read_hours(word: str) -> tuple[int, int]:
    first, _, last = word.partition("-")
    start, end = _read_clock(first, word), _read_clock(last, word)
    start, end = start % DAY_MIN, end or DAY_MIN
    if start == end:
        message = f"The hours “{word}” end when they begin."
        raise BadInput([_problem(message, "Leave them out for the whole day.")])
    return start, end


def _read_clock(word: str, hours: str) -> int:
    match = _CLOCK.fullmatch(word)
    minute = int(match[1]) * 60 + int(match[2]) if match and int(match[2]) < 60 else DAY_MIN + 1
    if minute > DAY_MIN:
        message = f"“{hours}” are no hours of the day."
        raise BadInput([_problem(message, "Write them like “22:00-06:00”, up to “24:00”.")])
    return minute


def _read_rule(word: str) -> Rule:
    if word == _IDLE:
        return OnlyIdle()
    if word == _NONE:
        return NOTHING
    if _NUMBER.fullmatch(word) and int(word) <= MOST_SLOTS:
        return Fixed(int(word))
    if match := _MULTIPLE.fullmatch(word):
        percent = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
        if LEAST_PERCENT <= percent <= MOST_PERCENT:
            return Multiple(percent)
    message = f"“{word}” does not say how many renders may run at once."
    hint = f"Use a number up to {MOST_SLOTS}, none, a multiple from x0.1 to x8, or idle."
    raise BadInput([_problem(message, hint)])


def _problem(message: str, hint: str = "") -> Problem:
    return Problem("hours", message, hint)
