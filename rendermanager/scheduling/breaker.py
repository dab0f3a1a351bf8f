"""Stops starting jobs for what is broken, and tries one from time to time.

A breaker is closed while all is well. After a few failures in a row it opens: nothing starts. When
its pause is over it is half open: one job may start, and its end decides. Each pause is longer
than the last one, until something succeeds or a person acts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from rendermanager.core.circuit import Circuit

FAILURES: Final = 3
"""Failures in a row that open a breaker."""
FIRST_PAUSE_S: Final = 30.0
LONGEST_PAUSE_S: Final = 900.0
_FACTOR: Final = 2


class BreakerState(StrEnum):
    """Where a breaker stands."""

    CLOSED = "closed"
    """Jobs start."""
    OPEN = "open"
    """Nothing starts until its pause is over."""
    HALF_OPEN = "half_open"
    """One job may start."""
    PROBING = "probing"
    """That one runs; its end decides."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """What is remembered of one engine or folder.

    Attributes:
        failures: In a row, while it is closed.
        pauses: How often it has opened since something succeeded.
        next_try: When its pause is over; None while it is closed.
        probing: Whether the one job runs.
        message: Why the last job failed.
    """

    failures: int = 0
    pauses: int = 0
    next_try: datetime | None = None
    probing: bool = False
    message: str = ""

    def state(self, now: datetime) -> BreakerState:
        """Where it stands at this moment."""
        if self.next_try is None:
            return BreakerState.CLOSED
        if self.probing:
            return BreakerState.PROBING
        return BreakerState.OPEN if now < self.next_try else BreakerState.HALF_OPEN

    def failed(self, message: str, now: datetime) -> "Breaker":
        """After one more failure; those of jobs that ran already when it opened change nothing."""
        state = self.state(now)
        if state is BreakerState.OPEN:
            return self
        if state is BreakerState.CLOSED and self.failures + 1 < FAILURES:
            return replace(self, failures=self.failures + 1, message=message)
        pause = min(FIRST_PAUSE_S * _FACTOR ** min(self.pauses, 32), LONGEST_PAUSE_S)
        return Breaker(0, self.pauses + 1, now + timedelta(seconds=pause), message=message)

    def healed(self, now: datetime) -> "Breaker":
        """After what was broken seems to be well: its pause is over."""
        return replace(self, next_try=now) if self.state(now) is BreakerState.OPEN else self

    def started(self, now: datetime) -> "Breaker":
        """After a job was started."""
        if self.state(now) is BreakerState.HALF_OPEN:
            return replace(self, probing=True)
        return self

    def released(self) -> "Breaker":
        """After a job has ended in a way that says nothing: another one may try."""
        return replace(self, probing=False)


CLOSED: Final = Breaker()
"""All is well."""


def stopped(breakers: Mapping[Circuit, Breaker], now: datetime) -> dict[Circuit, str]:
    """What nothing may start for, with the reason in words.

    Args:
        breakers: What is remembered.
        now: Aware UTC; the time of the next try is told by the clock on the wall.
    """
    found = {}
    for circuit, breaker in breakers.items():
        state = breaker.state(now)
        if state is BreakerState.PROBING:
            found[circuit] = f"{circuit.words} is being tried with one job: {breaker.message}"
        elif state is BreakerState.OPEN and breaker.next_try is not None:
            at = f"{breaker.next_try.astimezone():%H:%M:%S}"
            found[circuit] = f"{circuit.words} is stopped until {at}: {breaker.message}"
    return found


def probes(breakers: Mapping[Circuit, Breaker], now: datetime) -> frozenset[Circuit]:
    """What one job may be started for, to see whether it works again."""
    half = BreakerState.HALF_OPEN
    return frozenset(each for each, breaker in breakers.items() if breaker.state(now) is half)


def next_moment(breakers: Mapping[Circuit, Breaker], now: datetime) -> datetime | None:
    """When the next pause is over, or None."""
    times = [each.next_try for each in breakers.values() if each.next_try is not None]
    return min((each for each in times if each > now), default=None)
