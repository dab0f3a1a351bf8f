"""Two clocks for rows whose words change by themselves; they run only while there are such rows."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

FAST_MS: Final = 1_000
"""For times of running and retrying jobs."""
SLOW_MS: Final = 60_000
"""For all others: at midnight “13:52” becomes “yesterday 13:52”."""


class Heartbeat(QObject):
    """Says when rows have to be looked at again.

    Signals:
        second: Rows that move.
        minute: All rows in sight.
    """

    second = Signal()
    minute = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Stand still."""
        super().__init__(parent)
        self._fast, self._slow = QTimer(self), QTimer(self)
        self._fast.setInterval(FAST_MS)
        self._slow.setInterval(SLOW_MS)
        self._fast.timeout.connect(self.second)
        self._slow.timeout.connect(self.minute)

    def need(self, *, fast: bool, slow: bool) -> None:
        """Beat for rows that move, for rows at all, or not."""
        for timer, wanted in ((self._fast, fast), (self._slow, slow)):
            if not wanted:
                timer.stop()
            elif not timer.isActive():
                timer.start()
