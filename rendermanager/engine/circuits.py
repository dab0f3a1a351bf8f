"""Remembers which engines and folders are broken; a thin holder of `scheduling.breaker`."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from rendermanager.core.circuit import Circuit, Part, circuits_of
from rendermanager.core.failure import Failure
from rendermanager.core.job import JobSpec
from rendermanager.scheduling import breaker
from rendermanager.scheduling.breaker import CLOSED, Breaker, BreakerState

_log = logging.getLogger(__name__)


class Circuits:
    """The breakers of one queue. Only for the main thread.

    Attributes:
        changed: Called when something was opened or closed.
    """

    def __init__(self) -> None:
        """All is well."""
        self._breakers: dict[Circuit, Breaker] = {}
        self._closed: set[Circuit] = set()
        self.changed: Callable[[], None] = _nobody

    def stopped(self, now: datetime) -> Mapping[Circuit, str]:
        """What nothing may start for, with the reason."""
        return breaker.stopped(self._breakers, now)

    def probes(self, now: datetime) -> frozenset[Circuit]:
        """What one job may be started for."""
        return breaker.probes(self._breakers, now)

    def next_moment(self, now: datetime) -> datetime | None:
        """When something may be tried again."""
        return breaker.next_moment(self._breakers, now)

    def open_folders(self, now: datetime) -> tuple[Circuit, ...]:
        """Folders for which nothing may start until their pause is over."""
        return tuple(
            each
            for each, breaker in self._breakers.items()
            if each.part is Part.FOLDER and breaker.state(now) is BreakerState.OPEN
        )

    def take_closed(self) -> frozenset[Circuit]:
        """What was broken and has worked since; each is told once."""
        closed, self._closed = frozenset(self._closed), set()
        return closed

    def healed(self, circuit: Circuit, now: datetime) -> None:
        """A folder seems to be well: one job may be tried at once."""
        before = self._breakers.get(circuit, CLOSED)
        after = before.healed(now)
        if after != before:
            self._breakers[circuit] = after
            self.changed()

    def started(self, circuits: tuple[Circuit, ...], now: datetime) -> None:
        """A job was chosen to start."""
        for each in circuits:
            if each in self._breakers:
                self._breakers[each] = self._breakers[each].started(now)

    def succeeded(self, spec: JobSpec) -> None:
        """A job has put its result in place."""
        self._close(*shared_by(spec))

    def failed(self, spec: JobSpec, failure: Failure, now: datetime) -> None:
        """A job has failed: opens what it blames, closes what has done its part."""
        for each in shared_by(spec):
            if each.is_broken_by(failure.cause):
                before = self._breakers.get(each, CLOSED)
                after = self._breakers[each] = before.failed(failure.message, now)
                if after.next_try is not None and after != before:
                    _log.info("%s is stopped: %s", each.words, failure.message)
                    self.changed()
            elif each.says_nothing(failure.cause):
                self._release(each)
            else:
                self._close(each)

    def released(self, circuits: tuple[Circuit, ...]) -> None:
        """A job ended by somebody's wish, or never ran: that says nothing."""
        for each in circuits:
            self._release(each)

    def close_all(self) -> None:
        """A person has acted: everything may be tried."""
        self._close(*self._breakers)

    def _release(self, circuit: Circuit) -> None:
        if circuit in self._breakers:
            before = self._breakers[circuit]
            self._breakers[circuit] = before.released()
            if before.probing:
                self.changed()

    def _close(self, *circuits: Circuit) -> None:
        gone = {each: self._breakers.pop(each) for each in circuits if each in self._breakers}
        mended = [each for each, breaker in gone.items() if breaker.next_try is not None]
        if mended:
            self._closed.update(mended)
            self.changed()


def shared_by(spec: JobSpec) -> tuple[Circuit, ...]:
    """What a job shares with others."""
    return circuits_of(spec.engine, spec.argv[0] if spec.argv else "", spec.output)


def _nobody() -> None:
    """Until somebody listens."""
