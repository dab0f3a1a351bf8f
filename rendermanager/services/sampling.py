"""Measures the machine on a thread of its own: every second while somebody cares, else seldom."""

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rendermanager.core.usage import Sample, TreeLoad

BUSY_INTERVAL_S: Final = 1.0
IDLE_INTERVAL_S: Final = 5.0
FIRST_LOOK_S: Final = 2.0
"""How long after the start the first look is taken, where nobody wants to see it sooner."""
JOIN_LIMIT_S: Final = 5.0
"""How long the end waits for a look that is under way."""

if TYPE_CHECKING:
    from rendermanager.machine.meter import Meter
    from rendermanager.store.samples import SampleHistory

_log = logging.getLogger(__name__)


class Sampling:
    """The thread that measures, and the newest that it saw.

    It looks once a second while something renders or is shown, else every five seconds.
    """

    def __init__(
        self,
        path: Path,
        trees: Callable[[], Mapping[int, int]],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Measure nothing yet.

        Args:
            path: Where the history is kept.
            trees: The supervisors of what renders, by attempt; called on the thread.
            now: The time, aware, in UTC.
        """
        self.path = path
        self._trees = trees
        self._now = now
        self._newest: Sample | None = None
        self._watched = False
        self._closing = False
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sampler", daemon=True)

    @property
    def newest(self) -> Sample | None:
        """The last sample; None before the first. May be read on any thread."""
        return self._newest

    @property
    def renders(self) -> Mapping[int, TreeLoad]:
        """What each running attempt did when it was last looked at."""
        return self._newest.renders if self._newest else {}

    def start(self) -> None:
        """Begin to measure."""
        self._thread.start()

    def watch(self, *, watched: bool) -> None:
        """Tell whether the numbers are being looked at."""
        if watched != self._watched:
            self._watched = watched
            self._wake.set()

    def close(self) -> None:
        """End the thread; blocks for a look that is under way."""
        self._closing = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(JOIN_LIMIT_S)

    def _run(self) -> None:
        # What is loaded for the first look must not hold up the first render, nor the window.
        self._wake.wait(FIRST_LOOK_S)
        from rendermanager.machine.meter import Meter  # noqa: PLC0415
        from rendermanager.store.samples import SampleHistory  # noqa: PLC0415

        meter, history = Meter(), SampleHistory(self.path)
        try:
            while not self._closing:
                self._wake.clear()
                busy = self._look(meter, history)
                if not self._closing:
                    self._wake.wait(BUSY_INTERVAL_S if busy else IDLE_INTERVAL_S)
        finally:
            history.close()

    def _look(self, meter: "Meter", history: "SampleHistory") -> bool:
        """Measure once; tells whether to do it again soon."""
        trees = self._trees()
        try:
            sample = meter.sample(self._now(), trees)
        except Exception as error:  # noqa: BLE001 - a system that hides its state stops nothing else
            _log.info("the machine could not be measured: %s", error)
        else:
            self._newest = sample
            history.add(sample)
        return self._watched or bool(trees)
