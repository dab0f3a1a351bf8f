"""Keeps what is chosen in a list when its rows are made anew, and says when it changes."""

from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QTableView

from rendermanager.ui.queue.columns import Column
from rendermanager.ui.queue.diffing import runs
from rendermanager.ui.queue.model import QueueModel

_Flag = QItemSelectionModel.SelectionFlag
_ROW: Final = _Flag.ClearAndSelect | _Flag.Rows


class Choice(QObject):
    """The chosen jobs of one table, by their ids.

    Signals:
        changed: `list[int]`: the chosen jobs, in the order shown; once for many small changes.
        current_changed: The job the keyboard is at; 0 for none.
    """

    changed = Signal(object)
    current_changed = Signal(int)

    def __init__(self, table: QTableView, model: QueueModel) -> None:
        """Prepare; `begin` has to follow once the table has its model."""
        super().__init__(table)
        self._table = table
        self._model = model
        self._awaited = 0
        self._is_rearranging = False
        self._told: list[int] = []
        self._kept: tuple[list[int], int] = ([], 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        # Connected before the table's own selection is, which is empty after a reset.
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.rowsAboutToBeRemoved.connect(self._on_about_to_be_removed)

    def begin(self) -> None:
        """Follow the table's selection and the model's rows."""
        selection = self._table.selectionModel()
        selection.selectionChanged.connect(self._on_selection_changed)
        selection.currentChanged.connect(self._on_current_changed)
        self._model.modelReset.connect(self._on_reset)
        for signal in (
            self._model.rowsInserted,
            self._model.rowsRemoved,
            self._model.rowsMoved,
        ):
            signal.connect(self._on_rows_changed)

    def ids(self) -> list[int]:
        """The chosen jobs, in the order shown."""
        ids = self._model.ids()
        chosen = self._table.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        rows = sorted((each.top(), each.bottom()) for each in ranges)
        found = [ids[row] for top, bottom in rows for row in range(top, min(bottom + 1, len(ids)))]
        return list(dict.fromkeys(found))

    def current(self) -> int:
        """The job the keyboard is at; 0 for none."""
        return self._model.id_at(self._table.currentIndex().row())

    def take(self, job_id: int) -> bool:
        """Choose one job; one that is not there yet is chosen when it comes.

        It is not awaited any more once a person has chosen another one.
        """
        row = self._model.row_of(job_id)
        if row < 0:
            self._awaited = job_id
            return False
        self._awaited = 0
        index = self._model.index(row, Column.JOB)
        self._table.selectionModel().setCurrentIndex(index, _ROW)
        self._table.scrollTo(index)
        return True

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._is_rearranging = True
        self._kept = (self.ids(), self.current())

    @Slot()
    def _on_about_to_be_removed(self) -> None:
        self._is_rearranging = True

    @Slot()
    def _on_reset(self) -> None:
        chosen, current = self._kept
        rows = [row for job_id in chosen if (row := self._model.row_of(job_id)) >= 0]
        last = len(Column) - 1
        selection = QItemSelection()
        for top, bottom in runs(rows):
            selection.select(self._model.index(top, 0), self._model.index(bottom, last))
        model = self._table.selectionModel()
        model.select(selection, _Flag.ClearAndSelect)
        row = self._model.row_of(current) if current else -1
        if row >= 0:
            model.setCurrentIndex(self._model.index(row, Column.JOB), _Flag.NoUpdate)
        self._on_rows_changed()

    @Slot()
    def _on_rows_changed(self) -> None:
        self._is_rearranging = False
        self._timer.start(0)
        if self._awaited and self._model.row_of(self._awaited) >= 0:
            self.take(self._awaited)

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._is_rearranging:
            self._awaited = 0
        self._timer.start(0)

    @Slot()
    def _on_timeout(self) -> None:
        ids = self.ids()
        if ids != self._told:
            self._told = ids
            self.changed.emit(ids)

    @Slot(QModelIndex)
    def _on_current_changed(self, now: QModelIndex) -> None:
        self.current_changed.emit(self._model.id_at(now.row()))
