"""Ctrl-C and termination as Qt signals."""

import os
import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

_POLL_INTERVAL_MS = 200


class StopSignals(QObject):
    """Tells when the person or the system wants the process to end.

    Python runs its handlers only between bytecodes, which an idle Qt loop never reaches: a
    wake-up socket gets the loop to look.

    Signals:
        asked: Sent each time; a second one means: at once.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Take over SIGINT and SIGTERM."""
        super().__init__(parent)
        self.count = 0
        self._before = {
            number: signal.signal(number, self._on_signal)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        if os.name == "posix":
            signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_wake)
        else:
            # Windows delivers Ctrl-C on a thread of its own; a slow timer lets Python notice.
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._on_wake)
            self._timer.start(_POLL_INTERVAL_MS)

    def call(self, stop: Callable[[], None]) -> None:
        """Have this called for every signal, and now if one came before anybody listened."""
        self.asked.connect(stop)
        if self.count:
            stop()

    def restore(self) -> None:
        """Give the signals back."""
        if os.name == "posix":
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
        for number, before in self._before.items():
            signal.signal(number, before)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _on_wake(self) -> None:
        try:
            self._reader.recv(4096)
        except (BlockingIOError, OSError):
            return

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.count += 1
        self.asked.emit()
