"""Keeps what has happened for the notification centre: ends from the store, the rest as heard.

What is heard gets an event in the store, too, so that the next start knows of it.
"""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.log import masked
from rendermanager.scheduling.admission import Reason
from rendermanager.services.notes import (
    HEARD,
    MOST,
    TROUBLE_TITLE,
    Marks,
    Note,
    NoteKind,
    heard_note,
    is_repeated,
    note_of_end,
    notes_of_waiting,
    numbered,
    record,
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
        self._since = 0
        self._unkept: list[Note] = []
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
        last = max([self._last, *(each.event_id for each in self._notes)])
        self._marks = Marks(max(last, self._marks.seen), self._marks.cleared)
        if self._unread:
            self._unread = 0
            self.changed.emit()

    def clear(self) -> tuple[Note, ...]:
        """Take all notes away; hands them out for `put_back`."""
        gone, self._notes, self._unread = tuple(self._notes), [], 0
        last = max([self._last, 0, *(each.event_id for each in gone)])
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
        for each in events:
            # A note of ours is kept now: it would be told twice if it did not know its event.
            if each.kind is EventKind.NOTED:
                self._notes = numbered(self._notes, each)

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
            lambda: store.read(lambda db: told_since(db, after, MOST, HEARD)),
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
        notes = [note for each in told.events if (note := self._note(each, told)) is not None]
        if is_first:
            self._add(notes, sum(each.event_id > self._marks.seen for each in notes))
        else:
            ends = [each for each in notes if each.kind not in HEARD]
            self._batch += [ended_of(told.jobs[each.job_id]) for each in reversed(ends)]
            if ends:
                self._since = self._since or ends[-1].event_id
            self._add(ends, len(ends))
        self._on_settled()

    def _note(self, event: Event, told: Told) -> Note | None:
        if event.kind is EventKind.NOTED:
            known = any(each.event_id == event.id for each in self._notes)
            return None if known else heard_note(event)
        job = told.jobs.get(event.job_id)
        return note_of_end(event, job) if job is not None and self._is_told(job) else None

    def _begin(self, newest: int) -> None:
        """What was read before counts only as far as the queue goes: it may be an older copy."""
        seen = newest if self._marks.seen < 0 else min(self._marks.seen, newest)
        self._marks = Marks(seen, min(self._marks.cleared, newest))

    def _is_told(self, job: Job) -> bool:
        """Whether anybody wants to know of a job; the tests of presets speak for themselves."""
        return not Path(job.spec.output).is_relative_to(self._session.paths.preset_tests)

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
        since, self._since = self._since, 0
        notice = batch_notice(batch)
        if notice is not None and len(batch) > 1:
            at, kind = self._session.store.now(), NoteKind.FINISHED
            self._hear(Note(kind, at, notice.title, notice.text, notice.job_id, since=since))

    @Slot(object)
    def _on_waiting(self, reasons: Mapping[int, Reason]) -> None:
        for note in notes_of_waiting(reasons, self._session.store.now()):
            if not is_repeated(note, self._notes):
                self._hear(note)

    @Slot(str)
    def _on_trouble(self, sentence: str) -> None:
        before, self._trouble = self._trouble, sentence
        if sentence and sentence != before:
            at = self._session.store.now()
            note = Note(NoteKind.TROUBLE, at, TROUBLE_TITLE, masked(sentence))
            if not is_repeated(note, self._notes):
                self._hear(note)
        elif before and not sentence:
            unkept, self._unkept = self._unkept, []
            for each in unkept:
                self._keep(each)

    def _hear(self, note: Note) -> None:
        self._add([note], 1)
        self._keep(note)

    def _keep(self, note: Note) -> None:
        """Record a note for the next start; what the trouble itself prevents is done after it."""
        session = self._session
        if session.store.only_look is not None:
            return

        def failed(error: Exception) -> None:
            _log.info("a notification could not be recorded: %s", error)
            self._unkept = [*self._unkept, note][-MOST:]

        done = session.store.write(lambda txn: record(txn, note), actor="window", durable=False)
        session.background.when_done(done, lambda _: None, failed)

    def _add(self, notes: Sequence[Note], new: int) -> None:
        if not notes:
            return
        # The first ones that are read may be older than what was heard meanwhile.
        both = sorted([*notes, *self._notes], key=lambda each: each.at, reverse=True)
        self._notes = both[:MOST]
        self._unread = min(self._unread + new, len(self._notes))
        self.changed.emit()
