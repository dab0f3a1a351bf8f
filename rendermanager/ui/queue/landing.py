"""Says where something that is dragged over the rows may be dropped."""

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QTableView

from rendermanager.ui.queue.dragging import files_in, ids_in
from rendermanager.ui.queue.model import QueueModel

_NOWHERE: Final = -1


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

    def welcomes(self, data: QMimeData, *, is_own: bool) -> bool:
        """Whether a drag may be dropped here at all.

        Args:
            data: What it carries.
            is_own: Whether it comes from this very table.
        """
        if not self._model.is_run_order:
            return False
        if is_own:
            return any(self._waits(job_id) for job_id in ids_in(data))
        return self.takes_files and bool(files_in(data))

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

    def _waits(self, job_id: int) -> bool:
        first, end = self._model.waiting_span()
        return first <= self._model.row_of(job_id) < end
