"""Collects garbage on the main thread alone.

Python runs its collector on whichever thread happens to allocate. A dialog or model that is part
of a reference cycle would then be destroyed on a pool's thread, together with its timers: Qt
forbids that, and it crashes now and then.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS: Final = 1_000


class Collector(QObject):
    """Takes the place of the automatic collector for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Switch the automatic collector off; what was made so far is there to stay."""
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._was_enabled = gc.isenabled()
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(INTERVAL_MS)

    def stop(self) -> None:
        """Give the work back to the automatic collector, if it was at work before."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        """Collect the oldest generation that is full, by the interpreter's own limits."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._limits[generation]:
                gc.collect(generation)
                return
