"""Saves the progress of what runs, for those who only read the store."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.engine.board import Board
from rendermanager.store import attempts
from rendermanager.store.store import Store

SAVE_INTERVAL_MS: Final = 2_000
"""How often progress is saved."""


class ProgressSaver(QObject):
    """Works only while something runs."""

    def __init__(self, store: Store, board: Board, parent: QObject | None = None) -> None:
        """Save nothing yet."""
        super().__init__(parent)
        self._store = store
        self._board = board
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """Something runs: save until nothing does any more."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Save nothing more."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        live = self._board.all()
        if not live:
            self._timer.stop()
            return
        rows = [(each.progress.fraction or 0.0, each.progress.stage, each.job_id) for each in live]
        self._store.write(lambda txn: attempts.save_progress(txn, rows), durable=False)
