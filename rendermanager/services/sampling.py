"""Measures the machine on a thread of its own: every second while somebody cares, else seldom."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rendermanager.core.consumption import Usage
from rendermanager.core.points import LEVELS
from rendermanager.core.usage import Sample, TreeLoad

BUSY_INTERVAL_S: Final = 1.0
IDLE_INTERVAL_S: Final = 5.0
FIRST_LOOK_S: Final = 2.0
"""How long after the start the first look is taken, where nobody wants to see it sooner."""
JOIN_LIMIT_S: Final = 5.0
"""How long the end waits for a look that is under way."""
MEASURE_S: Final = 0.5
"""Between two looks where nobody measures all the time."""
LONGEST_S: Final = 2 * IDLE_INTERVAL_S
"""More than this between two looks was no look at all: the machine slept, or hung."""

if TYPE_CHECKING:
    from rendermanager.machine.meter import Meter
    from rendermanager.store.samples import SampleHistory

_log = logging.getLogger(__name__)


def measure_now(folders: Callable[[], Sequence[Path]]) -> Sample:
    """The machine now, without its renders; takes half a second.

    Args:
        folders: Where results go, the next one's first.
    """
    from rendermanager.machine.meter import Meter  # noqa: PLC0415 - slow to import

    meter = Meter(folders)
    try:
        for _ in range(2):
            # The second look knows the volumes, which answer in their own time.
            meter.sample(datetime.now(UTC), {})
            time.sleep(MEASURE_S / 2)
        return meter.sample(datetime.now(UTC), {})
    finally:
        meter.close()


class Sampling:
    """The thread that measures, and what it saw lately; all others ask it instead of looking.

    It looks once a second while something renders or is shown, else every five seconds.
    """

    def __init__(
        self,
        path: Path,
        trees: Callable[[], Mapping[int, int]],
        folders: Callable[[], Sequence[Path]] = tuple,
        keep: Callable[[int, Usage], None] = lambda *_: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Measure nothing yet. What is given is called on the thread.

        Args:
            path: Where the history is kept.
            trees: The supervisors of what renders, by attempt.
            folders: Where results go, the next one's first.
            keep: Told of each attempt that is over what it has taken.
            now: The time, aware, in UTC.
        """
        self.path = path
        self._trees = trees
        self._folders = folders
        self._keep = keep
        self._now = now
        self._recent: deque[Sample] = deque(maxlen=LEVELS[0].keep_s)
        self._usage: dict[int, Usage] = {}
        self._watchers: set[str] = set()
        self._idle = False
        self._closing = False
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sampler", daemon=True)

    @property
    def newest(self) -> Sample | None:
        """The last sample; None before the first. May be read on any thread, as all of these."""
        return self._recent[-1] if self._recent else None

    @property
    def recent(self) -> tuple[Sample, ...]:
        """The last ten minutes at most, the oldest first."""
        return tuple(self._recent)

    @property
    def renders(self) -> Mapping[int, TreeLoad]:
        """What each running attempt did when it was last looked at."""
        newest = self.newest
        return newest.renders if newest else {}

    def usage(self, attempt_id: int) -> Usage | None:
        """What a running attempt has taken so far; None for one that was not seen."""
        return self._usage.get(attempt_id)

    def start(self) -> None:
        """Begin to measure; harmless when it has begun."""
        if self._thread.ident is None and not self._closing:
            self._thread.start()

    def watch(self, who: str, *, watched: bool) -> None:
        """Tell whether somebody looks at the numbers; who does gets some, whatever renders."""
        if watched:
            self.start()
        before = bool(self._watchers)
        (self._watchers.add if watched else self._watchers.discard)(who)
        if bool(self._watchers) != before:
            self._wake.set()

    def look_soon(self) -> None:
        """Something may render now that did not: no long pause any more."""
        if self._idle:
            self._wake.set()

    def close(self) -> None:
        """End the thread; blocks for a look that is under way."""
        self._closing = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(JOIN_LIMIT_S)

    def _run(self) -> None:
        self._wake.wait(FIRST_LOOK_S)
        # What is loaded for the first look must not hold up the first render, nor the window.
        from rendermanager.machine.meter import Meter  # noqa: PLC0415 - see above
        from rendermanager.store.samples import SampleHistory  # noqa: PLC0415 - see above

        meter, history = Meter(self._folders), SampleHistory(self.path)
        try:
            while not self._closing:
                self._wake.clear()
                busy = self._look(meter, history)
                if not self._closing:
                    self._idle = not busy
                    self._wake.wait(BUSY_INTERVAL_S if busy else IDLE_INTERVAL_S)
        finally:
            meter.close()
            history.close()

    def _look(self, meter: "Meter", history: "SampleHistory") -> bool:
        """Measure once; tells whether to do it again soon."""
        trees = self._trees()
        try:
            sample = meter.sample(self._now(), trees)
        except Exception as error:  # noqa: BLE001 - a system that hides its state stops nothing else
            _log.info("the machine could not be measured: %s", error)
        else:
            self._account(sample)
            self._recent.append(sample)
            history.add(sample)
        return bool(self._watchers) or bool(trees)

    def _account(self, sample: Sample) -> None:
        """Add up what each attempt takes, and hand over those that are gone."""
        before = self.newest
        passed = (sample.at - before.at).total_seconds() if before else 0.0
        passed = passed if 0 < passed < LONGEST_S else 0.0
        known, usage = self._usage, dict[int, Usage]()
        for attempt_id, load in sample.renders.items():
            old = known.get(attempt_id)
            usage[attempt_id] = (old or Usage()).after(load, passed if old else 0.0)
        # Others may ask meanwhile: they find all of it, old or new.
        self._usage = usage
        for attempt_id in known.keys() - usage.keys():
            self._keep(attempt_id, known[attempt_id])
