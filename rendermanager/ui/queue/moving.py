"""Draws the bars again that move because nobody knows how far their jobs are."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QStyle, QTableView

from rendermanager.ui.queue.columns import Column
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.texts import BarKind

FRAME_MS: Final = 60
"""Between two pictures of a moving bar."""


class Motion(QObject):
    """Asks for the next picture of the moving bars in sight, for as long as there are any."""

    def __init__(self, table: QTableView, model: QueueModel) -> None:
        """Stand still."""
        super().__init__(table)
        self._table = table
        self._model = model
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)

    def go_on(self) -> None:
        """A moving bar was drawn: draw it again soon, where the desktop wants motion."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        table = self._table
        if not self._timer.isActive() and table.style().styleHint(hint, None, table):
            self._timer.start()

    @Slot()
    def _on_frame(self) -> None:
        table, model = self._table, self._model
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        for row in range(max(0, first), (last if last >= 0 else model.shown - 1) + 1):
            view = model.row_at(row)
            if view is not None and view.progress.bar is BarKind.MOVING:
                index = model.index(row, Column.PROGRESS)
                table.viewport().update(table.visualRect(index))
