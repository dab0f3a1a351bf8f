"""Keeps the time left of a running render steady: it is guessed often and changed seldom."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from rendermanager.core.progress import Progress

REFRESH_S: Final = 2.0
"""The shown number is not touched more often than this."""
NOTABLE_CHANGE: Final = 0.10
"""A guess that moved by more than this share is shown."""
STALE_S: Final = 60.0
"""After this many seconds the newest guess is shown, however little it moved."""
SAMPLES: Final = 24
FEWEST_SAMPLES: Final = 5
SILENCE_S: Final = 60.0
"""A render that has not moved for this long may be stuck, unless its frames take longer."""
SLOW_FRAMES: Final = 6.0
"""It may be silent for this many of its usual frames."""


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long a render still takes, as far as can be said.

    Attributes:
        seconds: The best guess.
        low_s: Nine times in ten it takes longer than this.
        high_s: Nine times in ten it takes less than this.
        ends: When it is done by the best guess.
    """

    seconds: float
    low_s: float
    high_s: float
    ends: datetime


class Pace:
    """Follows one attempt; asked again and again, it gives the same answer until that is wrong.

    All times named `clock_s` come from one monotonic clock.
    """

    def __init__(self, attempt_id: int, clock_s: float) -> None:
        """Follow an attempt from now on."""
        self.attempt_id = attempt_id
        self._mark: tuple[object, ...] = ()
        self._moved_at = clock_s
        self._paused_at: float | None = None
        self._totals: deque[float] = deque(maxlen=SAMPLES)
        self._sampled_at = 0.0
        self._shown: TimeLeft | None = None
        self._shown_at = 0.0

    def see(self, progress: Progress, clock_s: float) -> None:
        """Note where it stands."""
        if progress.paused:
            self._paused_at = self._paused_at if self._paused_at is not None else clock_s
            return
        if self._paused_at is not None:
            # Suspended time is nobody's silence.
            self._moved_at += clock_s - self._paused_at
            self._paused_at = None
        mark = (progress.stage, progress.fraction, progress.frame, progress.step)
        if mark != self._mark:
            self._mark, self._moved_at = mark, clock_s

    def silent_s(self, clock_s: float) -> float:
        """Seconds since anything moved; 0 while it is suspended."""
        return 0.0 if self._paused_at is not None else clock_s - self._moved_at

    def is_stuck(self, progress: Progress, clock_s: float) -> bool:
        """Whether it has been silent for longer than its frames explain."""
        frame_s = progress.active_s / progress.frame if progress.frame else 0.0
        return self.silent_s(clock_s) >= max(SILENCE_S, SLOW_FRAMES * frame_s)

    def time_left(self, progress: Progress, clock_s: float, now: datetime) -> TimeLeft | None:
        """The time left to show, or None while nothing honest can be said.

        Args:
            progress: Where it stands.
            clock_s: The monotonic clock.
            now: The time of day.
        """
        left = progress.time_left_s
        if left is None:
            return self._shown
        if self._shown is not None and clock_s - self._shown_at < REFRESH_S:
            return self._shown
        self._sample(progress.active_s + left, clock_s)
        if self._shown is None or self._is_wrong(left, clock_s):
            self._shown = self._guess(left, progress.active_s, now)
            self._shown_at = clock_s
        return self._shown

    def _sample(self, total_s: float, clock_s: float) -> None:
        if not self._totals or clock_s - self._sampled_at >= REFRESH_S:
            self._totals.append(total_s)
            self._sampled_at = clock_s

    def _is_wrong(self, left_s: float, clock_s: float) -> bool:
        shown = self._shown
        if shown is None or clock_s - self._shown_at >= STALE_S:
            return True
        return abs(left_s - shown.seconds) > NOTABLE_CHANGE * shown.seconds

    def _guess(self, left_s: float, active_s: float, now: datetime) -> TimeLeft:
        low = high = left_s
        if len(self._totals) >= FEWEST_SAMPLES:
            totals = sorted(self._totals)
            tenth = len(totals) // 10
            low = min(left_s, max(0.0, totals[tenth] - active_s))
            high = max(left_s, totals[-1 - tenth] - active_s)
        return TimeLeft(left_s, low, high, now + timedelta(seconds=left_s))
