"""Ended jobs read from the store page by page, with a heading before each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from rendermanager.core.events import Event
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.store.history import history
from rendermanager.ui.language.said import said_error
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.queue.naming import Naming
from rendermanager.ui.queue.states import label_of, shown_of

_Index = QModelIndex | QPersistentModelIndex
PAGE_SIZE: Final = 200
RELOAD_DELAY_MS: Final = 400
"""Jobs that end in a burst are read once."""
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
JOB, PRESET, STATUS, TOOK, SIZE, ENDED = range(6)
_COLUMNS: Final = 6
_ENDED: Final = frozenset(status.value for status in JobStatus if status.is_ended)


@dataclass(frozen=True, slots=True)
class Day:
    """A heading.

    Attributes:
        day: By the clock on the wall.
        title: In words.
    """

    day: date
    title: str


Entry = Day | Job


class HistoryModel(QAbstractTableModel):
    """The latest jobs first; older ones are read when somebody scrolls to them.

    Signals:
        loaded: A page was read; `is_empty` and `found` tell the truth.
        failed: The store could not be read; a sentence.
    """

    loaded = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Hold nothing until `reload`."""
        super().__init__(parent)
        self._session = session
        self._naming = Naming(session.registry)
        self._entries: list[Entry] = []
        self._words: tuple[str, ...] = ()
        self._last: tuple[float, int] | None = None
        self._more = False
        self._reading = False
        self._round = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RELOAD_DELAY_MS)
        self._timer.timeout.connect(self.reload)
        session.bus.committed.connect(self._on_committed)

    @property
    def found(self) -> int:
        """Jobs read so far."""
        return sum(isinstance(entry, Job) for entry in self._entries)

    @property
    def has_more(self) -> bool:
        """Whether there are older ones that were not read yet."""
        return self._more

    def entry(self, row: int) -> Entry:
        """The heading or the job in a row."""
        return self._entries[row]

    def jobs_at(self, rows: Sequence[int]) -> list[Job]:
        """The jobs among these rows."""
        found = (self._entries[row] for row in sorted(set(rows)))
        return [entry for entry in found if isinstance(entry, Job)]

    def row_of(self, job_id: int) -> int:
        """The row of a job, or -1."""
        for row, entry in enumerate(self._entries):
            if isinstance(entry, Job) and entry.id == job_id:
                return row
        return -1

    def set_words(self, text: str) -> None:
        """Hold only jobs in which every one of these words occurs."""
        words = tuple(text.split())
        if words != self._words:
            self._words = words
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the first page anew."""
        self._round += 1
        self._read(None)

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._entries[index.row()], Day):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, _parent: _Index) -> bool:
        return self._more and not self._reading

    def fetchMore(self, _parent: _Index) -> None:
        self._read(self._last)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Job"),
            self.tr("Preset"),
            self.tr("Status"),
            self.tr("Took"),
            self.tr("Size"),
            self.tr("Ended"),
        )
        return names[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if isinstance(entry, Day):
            first = role == Qt.ItemDataRole.DisplayRole and index.column() == JOB
            return entry.title if first else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == JOB:
            texts = [self._text(entry, column) for column in range(_COLUMNS)]
            return ", ".join(text for text in texts if text)
        return None

    def _text(self, job: Job, column: int) -> str:
        locale = QLocale()
        if column == JOB:
            return job.name
        if column == PRESET:
            return self._naming.preset(job.spec.preset, job.spec.engine)
        if column == STATUS:
            return label_of(shown_of(job))
        if column == TOOK:
            return amounts.duration(job.elapsed_s, locale) if job.elapsed_s else ""
        if column == SIZE:
            size = sum(artifact.size_bytes for artifact in job.artifacts)
            return amounts.size(size, locale) if size else ""
        if job.ended is None:
            return ""
        # The heading above names the day.
        return amounts.clock(job.ended, Here(job.ended, locale))

    # ------------------------------------------------------------------ reading

    def _read(self, before: tuple[float, int] | None) -> None:
        self._reading = True
        store, words = self._session.store, self._words
        background = self._session.background
        background.run(
            background.reads,
            lambda: store.read(lambda db: history(db, before, PAGE_SIZE, words)),
            partial(self._on_read, self._round, before),
            partial(self._on_failed, self._round),
        )

    def _on_read(self, number: int, before: tuple[float, int] | None, jobs: Sequence[Job]) -> None:
        if number != self._round:
            return
        self._reading = False
        self._more = len(jobs) == PAGE_SIZE
        if jobs and jobs[-1].ended is not None:
            self._last = (jobs[-1].ended.timestamp(), jobs[-1].id)
        if before is None:
            fresh = self._with_days(jobs, None)
            if fresh != self._entries:
                self.beginResetModel()
                self._entries = fresh
                self.endResetModel()
        elif jobs:
            more = self._with_days(jobs, self._last_day())
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._entries += more
            self.endInsertRows()
        self.loaded.emit()

    def _on_failed(self, number: int, error: Exception) -> None:
        if number == self._round:
            self._reading = False
            self.failed.emit(said_error(error))

    def _last_day(self) -> date | None:
        days = [entry.day for entry in self._entries if isinstance(entry, Day)]
        return days[-1] if days else None

    def _with_days(self, jobs: Sequence[Job], day: date | None) -> list[Entry]:
        today = self._session.store.now().astimezone().date()
        entries: list[Entry] = []
        for job in jobs:
            if job.ended is None:
                continue
            ended = job.ended.astimezone().date()
            if ended != day:
                day = ended
                entries.append(Day(day, self._title(day, today)))
            entries.append(job)
        return entries

    def _title(self, day: date, today: date) -> str:
        away = (today - day).days
        if away == 0:
            return self.tr("Today")
        if away == 1:
            return self.tr("Yesterday")
        when = QDate(day.year, day.month, day.day)
        return QLocale().toString(when, QLocale.FormatType.LongFormat)

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        ended = {status.value for status in JobStatus if status.is_ended}
        if any(
            not event.task_id and (event.new in ended or event.old in ended) for event in events
        ):
            self._timer.start()
