"""The rows of the queue as a table: knows every job's id and place, and the jobs seen lately."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.ui.queue.cache import Entry, JobCache
from rendermanager.ui.queue.columns import Column, title_of
from rendermanager.ui.queue.diffing import InsertRows, RemoveRows, Step, runs
from rendermanager.ui.queue.fetching import PAGE
from rendermanager.ui.queue.making import TEXT_ROLES, RowMaker
from rendermanager.ui.queue.places import Places
from rendermanager.ui.queue.rows import RowView

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

ID_ROLE: Final = _Role.UserRole + 1
"""The id of a row's job."""


class QueueTable(QAbstractTableModel):
    """What stands in which row; keeping that up to date is a matter of its subclass.

    Signals:
        page_wanted: A page and the ids of its jobs that are not loaded: it came into sight.
    """

    page_wanted = Signal(int, object)
    # Puts the rows together; a subclass brings it.
    _maker: RowMaker

    def __init__(self, parent: QObject | None = None) -> None:
        """Have no rows yet."""
        super().__init__(parent)
        self._places = Places()
        self._cache = JobCache()

    # ------------------------------------------------------------------ what is shown

    @property
    def shown(self) -> int:
        """Rows."""
        return len(self._places)

    @property
    def total(self) -> int:
        """Jobs in the queue, whatever the filter."""
        return self._places.total

    def ids(self) -> Sequence[int]:
        """Every id, in the order shown; not to be changed."""
        return self._places.ids

    def id_at(self, row: int) -> int:
        """The id of a row's job; 0 when there is no such row."""
        return self._places.id_at(row)

    def row_of(self, job_id: int) -> int:
        """The row of a job; -1 when it is not shown."""
        return self._places.row_of(job_id)

    def waiting_span(self) -> tuple[int, int]:
        """First row of those that wait in run order, and the row after the last."""
        return self._places.waiting_span()

    def status_of(self, job_id: int) -> JobStatus | None:
        """The status of a job that is shown, loaded or not."""
        entry = self._cache.get(job_id)
        return entry.job.status if entry is not None else self._places.status_of(job_id)

    def job(self, job_id: int) -> Job | None:
        """A job, if it is loaded."""
        entry = self._cache.get(job_id)
        return None if entry is None else entry.job

    def job_at(self, row: int) -> Job | None:
        """The job of a row, if it is loaded; it soon is otherwise."""
        entry = self._entry(row)
        return None if entry is None else entry.job

    def row_at(self, row: int) -> RowView | None:
        """What is drawn of a row, if it is loaded; it soon is otherwise."""
        entry = self._entry(row)
        return None if entry is None else self._maker.view(entry)

    def drawn_at(self, row: int) -> tuple[RowView, Job] | None:
        """What is drawn of a row and its job, if it is loaded; it soon is otherwise."""
        entry = self._entry(row)
        return None if entry is None else (self._maker.view(entry), entry.job)

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return title_of(Column(section))
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self.id_at(index.row())
        if role not in TEXT_ROLES:
            return None
        entry = self._entry(index.row())
        if entry is None:
            return ""
        return self._maker.text(entry, Column(index.column()), role)

    # ------------------------------------------------------------------ changes

    def _announce(
        self, rows: Iterable[int], first: Column = Column.JOB, last: Column = Column.SIZE
    ) -> None:
        for top, bottom in runs(rows):
            self.dataChanged.emit(self.index(top, first), self.index(bottom, last))

    def _take_step(self, step: Step) -> None:
        nowhere = QModelIndex()
        if isinstance(step, RemoveRows):
            self._cache.drop(self._places.ids[step.first : step.last + 1])
            self.beginRemoveRows(nowhere, step.first, step.last)
            self._places.step(step)
            self.endRemoveRows()
        elif isinstance(step, InsertRows):
            self.beginInsertRows(nowhere, step.first, step.first + len(step.ids) - 1)
            self._places.step(step)
            self.endInsertRows()
        else:
            self.beginMoveRows(nowhere, step.source, step.source, nowhere, step.target)
            self._places.step(step)
            self.endMoveRows()

    def _entry(self, row: int) -> Entry | None:
        job_id = self.id_at(row)
        entry = self._cache.get(job_id)
        if entry is None and job_id:
            page = row // PAGE
            ids = self._places.ids[page * PAGE : (page + 1) * PAGE]
            missing = tuple(each for each in ids if each not in self._cache)
            self.page_wanted.emit(page, missing)
        return entry


# Put together once: flags are asked for with every cell that is drawn.
_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)
