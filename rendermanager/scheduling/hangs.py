"""Whether a render hangs: so still, for so long, that it cannot be at work any more.

A render lives while it prints, computes, reads or writes, lets its output grow, or starts and ends
processes. One of these is enough: a busy renderer that says nothing is never ended.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

LEAST_S: Final = 60.0
"""No render is still for too long before this many seconds."""
MOST_S: Final = 3_600.0
"""What its own pace makes of the limit ends here, in seconds."""
LAUNCH_S: Final = 300.0
"""The limit while nothing was printed yet: projects load, licences are asked for."""
GAPS: Final = 20.0
"""A render that printed every few seconds may be still for so many times that long."""
PROMISE: Final = 2.0
"""However far apart its lines are, it may be still for this many times as long."""
WARN_SHARE: Final = 0.5
"""Share of the limit after which people are told."""
IDLE_SHARE: Final = 0.01
"""A tree that computes less than this share of one core does nothing."""
IDLE_CPU_S: Final = 0.02
"""Seconds of processor time that mean nothing: the system counts in hundredths."""
LOOK_SHARE: Final = 1 / 12
"""How much of the limit lies between two looks."""
LOOK_MOST_S: Final = 5.0
LOOK_LEAST_S: Final = 0.25
LATE_S: Final = 5.0
"""A look that comes so many seconds late follows a freeze of the app."""
JUMP_S: Final = 5.0
"""Clocks that disagree by so many seconds mean that the machine slept, or the clock was set."""

OFF: Final = -1.0
AUTOMATIC: Final = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a render shows of itself at one moment.

    Attributes:
        heard: Rises with every piece of output.
        cpu_s: Seconds of processor time that its processes have used.
        io_bytes: What they have read and written, to whatever it was.
        members: Its processes.
        busy: Somebody of them computes, waits for a disk, or cannot be looked into.
        output: Stands for what lies in its output; None while nobody has looked.
    """

    heard: int = 0
    cpu_s: float = 0.0
    io_bytes: int = 0
    members: frozenset[tuple[int, int]] = frozenset()
    busy: bool = False
    output: object = None


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was seen.

    Attributes:
        monotonic_s: By the clock that only goes forward.
        clock_s: By the time of day.
    """

    monotonic_s: float
    clock_s: float


@dataclass(frozen=True, slots=True)
class Stillness:
    """How long a render has been still.

    Attributes:
        signs: As last seen.
        at: When that was.
        since_s: When it last showed a sign of life, by the monotonic clock.
        cpu_then_s: What it had computed by then, in seconds.
        spoke: Whether it has printed anything.
    """

    signs: Signs
    at: Moment
    since_s: float
    cpu_then_s: float
    spoke: bool = False

    @property
    def still_s(self) -> float:
        """Seconds without a sign of life, up to the last look."""
        return self.at.monotonic_s - self.since_s


class Verdict(Enum):
    """What to make of it."""

    ALIVE = auto()
    """It works, or has not been still for long."""
    QUIET = auto()
    """It may hang: worth a word."""
    HUNG = auto()
    """It hangs: to be ended."""


def first_look(signs: Signs, now: Moment) -> Stillness:
    """What is known after the first look: nothing speaks against it."""
    return Stillness(signs, now, now.monotonic_s, signs.cpu_s, spoke=signs.heard > 0)


def look(before: Stillness, signs: Signs, now: Moment, due_s: float) -> Stillness:
    """What is known after one more look.

    Args:
        before: What was known.
        signs: What is seen now.
        now: When that is.
        due_s: Seconds after which this look should have come.
    """
    spoke = before.spoke or signs.heard > 0
    if _slept(before.at, now, due_s) or _lives(before, signs, now):
        return Stillness(signs, now, now.monotonic_s, signs.cpu_s, spoke)
    seen = signs if signs.output is not None else replace(signs, output=before.signs.output)
    return replace(before, signs=seen, at=now, spoke=spoke)


def limit_for(wish_s: float, least_s: float, *, spoke: bool, gap_s: float) -> float | None:
    """Seconds that a render may be still; None for ever.

    Args:
        wish_s: `OFF`, `AUTOMATIC`, or a number of seconds that counts as it is.
        least_s: The least that its engine asks for.
        spoke: Whether it has printed anything.
        gap_s: The longest time between two pieces of its output so far.
    """
    if wish_s < 0:
        return None
    if wish_s > 0:
        return wish_s
    usual = min(MOST_S, max(LEAST_S, GAPS * gap_s)) if spoke else LAUNCH_S
    return max(usual, PROMISE * gap_s, least_s)


def judge(known: Stillness, limit_s: float | None) -> Verdict:
    """What to make of a render that may be still for so long."""
    if limit_s is None or known.still_s < WARN_SHARE * limit_s:
        return Verdict.ALIVE
    return Verdict.QUIET if known.still_s < limit_s else Verdict.HUNG


def next_look_s(known: Stillness | None, limit_s: float) -> float:
    """Seconds until the next look: seldom while all is well, and exactly when the limit is up."""
    usual = min(LOOK_MOST_S, max(LOOK_LEAST_S, limit_s * LOOK_SHARE))
    if known is None:
        return usual
    left = limit_s - known.still_s
    return min(usual, max(left, LOOK_LEAST_S))


def _slept(before: Moment, now: Moment, due_s: float) -> bool:
    """Whether the app or the machine stood still in between, or the clock was set."""
    passed = now.monotonic_s - before.monotonic_s
    return passed > due_s + LATE_S or abs(now.clock_s - before.clock_s - passed) > JUMP_S


def _lives(before: Stillness, signs: Signs, now: Moment) -> bool:
    old = before.signs
    passed = now.monotonic_s - before.at.monotonic_s
    return (
        signs.busy
        or signs.heard != old.heard
        or signs.members != old.members
        or signs.io_bytes != old.io_bytes
        or _computes(signs.cpu_s - old.cpu_s, passed)
        # Too little for one look may be enough over several.
        or _computes(signs.cpu_s - before.cpu_then_s, now.monotonic_s - before.since_s)
        or (None not in (signs.output, old.output) and signs.output != old.output)
    )


def _computes(cpu_s: float, passed_s: float) -> bool:
    return cpu_s > max(IDLE_CPU_S, IDLE_SHARE * passed_s)
