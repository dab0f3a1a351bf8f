"""Keeps what has happened for the notification centre: ends from the store, the rest as heard."""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.scheduling.admission import Reason
from rendermanager.services.notes import (
    MOST,
    Marks,
    Note,
    NoteKind,
    is_repeated,
    note_of_end,
    notes_of_waiting,
)
from rendermanager.services.notices import Ended, batch_notice
from rendermanager.services.notify import ended_of
from rendermanager.services.session import Session
from rendermanager.store.told import Told, told_since

READ_DELAY_MS: Final = 100
"""Jobs that end in a burst are read once."""
_ENDS: Final = frozenset({JobStatus.COMPLETED.value, JobStatus.FAILED.value})

_log = logging.getLogger(__name__)


class NoteBook(QObject):
    """The newest notes, and how many of them nobody has seen.

    Signals:
        changed: `notes` or `unread` are others now.
    """

    changed = Signal()

    def __init__(self, session: Session, marks: Marks, parent: QObject | None = None) -> None:
        """Listen from now on, and read what has happened since the notes were cleared."""
        super().__init__(parent)
        self._session = session
        self._marks = marks
        self._notes: list[Note] = []
        self._unread = 0
        self._last = -1
        self._trouble = ""
        self._batch: list[Ended] = []
        self._reading = self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_DELAY_MS)
        self._timer.timeout.connect(self._read)
        bus = session.bus
        bus.committed.connect(self._on_committed)
        bus.settled.connect(self._on_settled)
        bus.waiting.connect(self._on_waiting)
        bus.trouble.connect(self._on_trouble)
        self._read()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The newest first."""
        return tuple(self._notes)

    @property
    def unread(self) -> int:
        """How many of them came after somebody looked; they are the first ones."""
        return self._unread

    @property
    def marks(self) -> Marks:
        """How far somebody has read."""
        return self._marks

    def see(self) -> None:
        """Somebody looks at the notes."""
        self._marks = Marks(max(self._last, self._marks.seen), self._marks.cleared)
        if self._unread:
            self._unread = 0
            self.changed.emit()

    def clear(self) -> tuple[Note, ...]:
        """Take all notes away; hands them out for `put_back`."""
        gone, self._notes, self._unread = tuple(self._notes), [], 0
        last = max(self._last, 0)
        self._marks = Marks(last, last)
        self.changed.emit()
        return gone

    def put_back(self, notes: Sequence[Note]) -> None:
        """Undo `clear`."""
        oldest = min((each.event_id for each in notes if each.event_id), default=0)
        self._marks = Marks(self._marks.seen, max(0, oldest - 1))
        self._notes = [*self._notes, *notes][:MOST]
        self.changed.emit()

    def close(self) -> None:
        """Listen no more."""
        self._closed = True
        self._timer.stop()

    # ------------------------------------------------------------------ what has ended

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        if any(
            each.kind is EventKind.MOVED and not each.task_id and each.new in _ENDS
            for each in events
        ):
            self._timer.start()

    @Slot()
    def _read(self) -> None:
        if self._reading:
            self._timer.start()
            return
        if self._closed:
            return
        self._reading = True
        background, store = self._session.background, self._session.store
        after = self._marks.cleared if self._last < 0 else self._last
        background.run(
            background.reads,
            lambda: store.read(lambda db: told_since(db, after, MOST)),
            self._on_read,
            self._on_unread,
        )

    def _on_read(self, told: Told) -> None:
        self._reading = False
        if self._closed:
            return
        is_first = self._last < 0
        if is_first:
            self._begin(told.newest)
        self._last = told.newest
        ended = [each for each in told.events if self._is_told(told.jobs.get(each.job_id))]
        notes = [note_of_end(each, told.jobs[each.job_id]) for each in ended]
        if is_first:
            new = sum(each.event_id > self._marks.seen for each in notes)
        else:
            new = len(notes)
            self._batch += [ended_of(told.jobs[each.job_id]) for each in reversed(ended)]
        self._add(notes, new)
        self._on_settled()

    def _begin(self, newest: int) -> None:
        """What was read before counts only as far as the queue goes: it may be an older copy."""
        seen = newest if self._marks.seen < 0 else min(self._marks.seen, newest)
        self._marks = Marks(seen, min(self._marks.cleared, newest))

    def _is_told(self, job: Job | None) -> bool:
        """Whether anybody wants to know of a job; the tests of presets speak for themselves."""
        return job is not None and not Path(job.spec.output).is_relative_to(
            self._session.paths.preset_tests
        )

    def _on_unread(self, error: Exception) -> None:
        self._reading = False
        _log.info("what has happened could not be read: %s", error)

    # ------------------------------------------------------------------ what is heard

    @Slot()
    def _on_settled(self) -> None:
        """The queue has finished, once everything that ended was read."""
        if self._reading or self._timer.isActive() or not self._session.dispatcher.is_settled:
            return
        batch, self._batch = self._batch, []
        notice = batch_notice(batch)
        if notice is not None and len(batch) > 1:
            at = self._session.store.now()
            self._add([Note(NoteKind.FINISHED, at, notice.title, notice.text, notice.job_id)], 1)

    @Slot(object)
    def _on_waiting(self, reasons: Mapping[int, Reason]) -> None:
        for note in notes_of_waiting(reasons, self._session.store.now()):
            if not is_repeated(note, self._notes):
                self._add([note], 1)

    @Slot(str)
    def _on_trouble(self, sentence: str) -> None:
        before, self._trouble = self._trouble, sentence
        if sentence and sentence != before:
            title = "The queue needs attention"
            note = Note(NoteKind.TROUBLE, self._session.store.now(), title, sentence)
            if not is_repeated(note, self._notes):
                self._add([note], 1)

    def _add(self, notes: Sequence[Note], new: int) -> None:
        if not notes:
            return
        self._notes = [*notes, *self._notes][:MOST]
        self._unread = min(self._unread + new, len(self._notes))
        self.changed.emit()
