"""Lets as many renders run at once as bring the most, where nobody has set a number."""

import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.core.hours import MOST_SLOTS
from rendermanager.core.usage import Sample
from rendermanager.engine.board import Board
from rendermanager.engine.bus import Bus
from rendermanager.engine.dispatcher import Dispatcher
from rendermanager.scheduling.admission import Why, automatic_slots
from rendermanager.scheduling.climbing import Climb, Mix, Sight, after_look, without_trial
from rendermanager.scheduling.hours import multiplied
from rendermanager.store import learned
from rendermanager.store.store import Store

LOOK_INTERVAL_MS: Final = 500
"""Twice as often as the machine is measured, so that no measurement is missed."""
PER_CORE: Final = 2
"""More renders at once than this for each processor are never tried."""

_log = logging.getLogger(__name__)


class AutomaticSlots(QObject):
    """Sets the slots of the dispatcher: a fixed number, or what is found by trying."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        board: Board,
        bus: Bus,
        newest: Callable[[], Sample | None],
        store: Store,
        parent: QObject | None = None,
    ) -> None:
        """Set nothing yet.

        Args:
            dispatcher: Whose slots these are.
            board: Knows how far renders are.
            bus: Tells of changes.
            newest: The machine as last measured.
            store: Remembers what was found.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._board = board
        self._newest = newest
        self._store = store
        cores = os.cpu_count() or 1
        least = automatic_slots(cores)
        self._climb = Climb(least, least, max(least, PER_CORE * cores))
        self._seen: datetime | None = None
        self._is_on = False
        self._percent = 100
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        bus.progressed.connect(self._on_progressed)

    def want(self, slots: int, percent: int = 100) -> None:
        """Allow so many renders at once from now on.

        Args:
            slots: The number; 0 finds out.
            percent: How much of that number counts. While it is not all, nothing is tried: what
                would be measured is another number than the one that is looked for.
        """
        self._is_on = slots == 0
        self._percent = percent
        if percent != 100:
            self._climb = without_trial(self._climb)
        self._set_slots(slots)

    def remember(self, found: Mapping[Mix, int]) -> None:
        """Begin with what was found earlier, by the kinds of jobs."""
        bounds = self._climb.least, self._climb.most
        near = {mix: min(max(slots, bounds[0]), bounds[1]) for mix, slots in found.items()}
        self._climb = replace(self._climb, found=near)

    def close(self) -> None:
        """Try nothing any more."""
        self._is_on = False
        self._timer.stop()

    @Slot()
    def _on_progressed(self) -> None:
        if self._is_on and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        if not self._is_on or not self._dispatcher.slots_in_use:
            self._timer.stop()
            return
        sample = self._newest()
        if sample is not None and sample.cpu is not None and sample.at != self._seen:
            self._seen = sample.at
            self._judge(sample.cpu)

    def _judge(self, busy: float) -> None:
        climb, found = self._climb, self._climb.found
        self._climb = after_look(climb, self._sight(busy))
        if self._climb.slots != climb.slots:
            self._set_slots(0)
            _log.info("renders at once: %d", self._dispatcher.slots)
        if self._climb.found != found:
            stored = dict(self._climb.found)
            self._store.write(lambda txn: learned.keep_slots(txn, stored), durable=False)

    def _set_slots(self, slots: int) -> None:
        """Allow a share of this number; 0 stands for what was found."""
        most = MOST_SLOTS if slots else self._climb.most
        usual = slots or self._climb.slots
        self._dispatcher.set_slots(multiplied(usual, self._percent, most))

    def _sight(self, busy: float) -> Sight:
        waiting = self._dispatcher.waiting.values()
        rests = self._board.is_anything_paused or bool(self._dispatcher.resting)
        rests = rests or self._percent != 100
        waits = not rests and any(each.why is Why.TURN for each in waiting)
        kinds = self._dispatcher.kinds
        return Sight(time.monotonic(), kinds, self._board.fractions, waits, busy)
