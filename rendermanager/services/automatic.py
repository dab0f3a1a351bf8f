"""Lets as many renders run at once as bring the most, where nobody has set a number."""

import logging
import os
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.bus import Bus
from rendermanager.engine.dispatcher import Dispatcher
from rendermanager.machine.gauges import CpuTimes, cpu_times, load_between
from rendermanager.scheduling.admission import Why, automatic_slots
from rendermanager.scheduling.climbing import Climb, Mix, Sight, after_look
from rendermanager.store import learned
from rendermanager.store.store import Store

LOOK_INTERVAL_MS: Final = 1_000
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
        background: Background,
        store: Store,
        parent: QObject | None = None,
    ) -> None:
        """Set nothing yet.

        Args:
            dispatcher: Whose slots these are.
            board: Knows how far renders are.
            bus: Tells of changes.
            background: Looks at the processors on its pool for files.
            store: Remembers what was found.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._board = board
        self._background = background
        self._store = store
        cores = os.cpu_count() or 1
        least = automatic_slots(cores)
        self._climb = Climb(least, least, max(least, PER_CORE * cores))
        self._times: CpuTimes | None = None
        self._is_on = False
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        bus.progressed.connect(self._on_progressed)

    def want(self, slots: int) -> None:
        """Allow so many renders at once from now on; 0 finds out."""
        self._is_on = slots == 0
        self._dispatcher.set_slots(slots or self._climb.slots)

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
            self._times = None
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        if not self._is_on or not self._dispatcher.slots_in_use:
            self._timer.stop()
        elif not self._looking:
            self._looking = True
            background = self._background
            background.run(background.io, cpu_times, self._on_looked, self._on_not_looked)

    def _on_not_looked(self, error: Exception) -> None:
        self._looking = False
        _log.info("the processors cannot be looked at: %s", error)

    def _on_looked(self, times: CpuTimes) -> None:
        self._looking = False
        before, self._times = self._times, times
        busy = load_between(before, times) if before is not None else None
        if busy is None or not self._is_on:
            return
        climb, found = self._climb, self._climb.found
        self._climb = after_look(climb, self._sight(busy))
        if self._climb.slots != climb.slots:
            _log.info("renders at once: %d", self._climb.slots)
            self._dispatcher.set_slots(self._climb.slots)
        if self._climb.found != found:
            stored = dict(self._climb.found)
            self._store.write(lambda txn: learned.keep_slots(txn, stored), durable=False)

    def _sight(self, busy: float) -> Sight:
        waiting = self._dispatcher.waiting.values()
        rests = self._board.is_anything_paused or self._dispatcher.resting
        waits = not rests and any(each.why is Why.TURN for each in waiting)
        kinds = self._dispatcher.kinds
        return Sight(time.monotonic(), kinds, self._board.fractions, waits, busy)
