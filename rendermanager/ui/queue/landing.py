"""Says where something that is dragged over the rows may be dropped."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTableView

from rendermanager.ui.queue.dragging import files_in, ids_in
from rendermanager.ui.queue.model import QueueModel

_NOWHERE: Final = -1


@dataclass(frozen=True, slots=True)
class Landed:
    """What was dropped between two rows.

    Attributes:
        before: The job before which it goes; None for the end.
        ids: Jobs of this list that are to be moved.
        paths: Files and folders that are to be added.
    """

    before: int | None
    ids: tuple[int, ...] = ()
    paths: tuple[str, ...] = ()


class Landing:
    """Places between the rows that wait, and whether a drag may land there.

    Attributes:
        row: The row before which a drop would insert, while something hovers; None otherwise.
        takes_files: Whether files may be dropped between the rows.
    """

    def __init__(self, table: QTableView, model: QueueModel) -> None:
        """Know the places of one table."""
        self._table = table
        self._model = model
        self.row: int | None = None
        self.takes_files = True

    def hover(self, event: QDropEvent) -> bool:
        """Take or leave something that hovers; True when the row before which it lands changed."""
        before = self.row
        if self._welcomes(event):
            self.row = self.row_at(event.position().toPoint().y())
            # Other programs offer a move first, and would delete what they gave.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            self.row = None
            event.ignore()
        return self.row != before

    def leave(self) -> bool:
        """Nothing hovers any more; True when something did."""
        before, self.row = self.row, None
        return before is not None

    def land(self, event: QDropEvent) -> Landed | None:
        """What was dropped and where, or None when it is not taken."""
        row, self.row = self.row, None
        if row is None or not self._welcomes(event):
            event.ignore()
            return None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        data = event.mimeData()
        if event.source() is self._table:
            return Landed(self.job_at(row), ids=tuple(ids_in(data)))
        return Landed(self.job_at(row), paths=tuple(files_in(data)))

    def row_at(self, y: int) -> int:
        """The row before which a drop at this height inserts: among those that wait, or after."""
        row = self._table.rowAt(y)
        if row == _NOWHERE:
            row = self._model.shown
        elif y > self._table.rowViewportPosition(row) + self._table.rowHeight(row) // 2:
            row += 1
        first, end = self._model.waiting_span()
        return min(max(row, first), end)

    def job_at(self, row: int) -> int | None:
        """The job before which a drop at this row inserts; None for the end."""
        _first, end = self._model.waiting_span()
        return self._model.id_at(row) if row < end else None

    def y_of(self, row: int) -> int:
        """Where the upper edge of a row is, also of the one after the last."""
        if row < self._model.shown:
            return self._table.rowViewportPosition(row)
        last = self._model.shown - 1
        if last < 0:
            return 0
        return self._table.rowViewportPosition(last) + self._table.rowHeight(last)

    def _welcomes(self, event: QDropEvent) -> bool:
        if not self._model.is_run_order:
            return False
        data: QMimeData = event.mimeData()
        if event.source() is self._table:
            return any(self._waits(job_id) for job_id in ids_in(data))
        return self.takes_files and bool(files_in(data))

    def _waits(self, job_id: int) -> bool:
        first, end = self._model.waiting_span()
        return first <= self._model.row_of(job_id) < end
