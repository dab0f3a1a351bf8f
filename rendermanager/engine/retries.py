"""Wakes tasks whose pause between two attempts is over."""

import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.engine.background import Background
from rendermanager.store import attempts, queries
from rendermanager.store.store import Store

MAX_SLEEP_S: Final = 3_600.0
MIN_SLEEP_MS: Final = 10

_log = logging.getLogger(__name__)


class Retries(QObject):
    """Sleeps until the earliest retry is due, then queues every task that is.

    Signals:
        looked: The store was asked; `is_waiting` tells the truth again.
    """

    looked = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Sleep until `look`."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_waiting(self) -> bool:
        """Whether a task waits for its next attempt, as far as is known."""
        return self._looking or self._timer.isActive()

    def look(self) -> None:
        """Ask the store when the next retry is due."""
        self._looking = True
        self._background.run(
            self._background.reads,
            lambda: self._store.read(queries.next_retry),
            self._on_next,
            self._on_error,
        )

    def stop(self) -> None:
        """Sleep for good."""
        self._timer.stop()

    def _on_next(self, due: float | None) -> None:
        self._looking = False
        if due is None:
            self._timer.stop()
        else:
            wait_s = min(due - self._store.now().timestamp(), MAX_SLEEP_S)
            self._timer.start(max(MIN_SLEEP_MS, int(wait_s * 1000)))
        self.looked.emit()

    @Slot()
    def _on_timeout(self) -> None:
        self._looking = True
        self._background.when_done(
            self._store.write(attempts.due_again, actor="scheduler"),
            lambda _: self.look(),
            self._on_error,
        )

    def _on_error(self, error: Exception) -> None:
        self._looking = False
        _log.error("retries could not be read: %s", error)
        self._timer.start(MIN_SLEEP_MS * 500)
