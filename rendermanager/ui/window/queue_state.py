"""Follows the queue as a whole: how many jobs stand where, whether it is paused, what runs."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.store.queries import Counts
from rendermanager.ui.language.said import said_error
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.window.summary import Standing, StatusLine, status_line, summary

COUNT_DELAY_MS = 100
"""A burst of commits is counted once."""
PROGRESS_DELAY_MS = 2_000
"""The time when all is done need not be newer."""


class QueueState(QObject):
    """What the head of the page, the status bar and the tray tell of the queue.

    Signals:
        changed: Something is different now.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Read the store and follow the bus."""
        super().__init__(parent)
        self._session = session
        self._counts = Counts({})
        self._paused = session.dispatcher.queue_paused
        self._waiting: Mapping[int, Reason] = session.dispatcher.waiting
        self._trouble = ""
        self._leaving = False
        self._reading = False
        self._again = False
        self._count_timer = self._timer(COUNT_DELAY_MS, self._count)
        self._progress_timer = self._timer(PROGRESS_DELAY_MS, self.changed.emit)
        bus = session.bus
        bus.committed.connect(self._on_committed)
        bus.progressed.connect(self._on_progressed)
        bus.waiting.connect(self._on_waiting)
        bus.resting.connect(self._on_resting)
        bus.held_off.connect(self._on_resting)
        bus.trouble.connect(self._on_trouble)
        self._count()

    @property
    def counts(self) -> Counts:
        """Jobs in each status."""
        return self._counts

    @property
    def paused(self) -> str:
        """How the queue is paused: empty, ``after`` or ``now``."""
        return self._paused

    @property
    def standing(self) -> Standing:
        """Everything there is to tell."""
        dispatcher = self._session.dispatcher
        return Standing(
            counts=self._counts,
            slots=dispatcher.slots,
            running=min(dispatcher.slots_in_use, max(dispatcher.slots, len(dispatcher.running))),
            paused=self._paused,
            resting=dispatcher.resting,
            held_off=dispatcher.held_off,
            waiting=self._waiting,
            trouble=self._trouble,
            leaving=self._leaving,
        )

    def headline(self, all_done: datetime | None) -> str:
        """What the head of the page says; `all_done` is when everything will be, if known."""
        return summary(self._counts, all_done, Here(self._session.store.now()))

    def status_line(self) -> StatusLine:
        """What the status bar says."""
        return status_line(self.standing, Here(self._session.store.now()))

    def set_leaving(self, leaving: bool) -> None:
        """Say that the app ends when the current renders have ended."""
        self._leaving = leaving
        self.changed.emit()

    def _timer(self, interval_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _count(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        background, store = self._session.background, self._session.store
        background.run(
            background.reads,
            lambda: (store.read(queries.counts), store.read(queries.queue_paused)),
            self._on_counted,
            self._on_uncounted,
        )

    def _on_counted(self, found: tuple[Counts, str]) -> None:
        self._reading = False
        self._counts, self._paused = found
        self.changed.emit()
        if self._again:
            self._count()

    def _on_uncounted(self, error: Exception) -> None:
        self._reading = False
        self._on_trouble(said_error(error))

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        for event in events:
            if event.kind is EventKind.QUEUE:
                self._paused = event.new
                self.changed.emit()
        if not self._count_timer.isActive():
            self._count_timer.start()

    @Slot(object)
    def _on_progressed(self, _moved: Sequence[Live]) -> None:
        if not self._progress_timer.isActive():
            self._progress_timer.start()

    @Slot(object)
    def _on_waiting(self, reasons: Mapping[int, Reason]) -> None:
        self._waiting = reasons
        self.changed.emit()

    @Slot(str)
    def _on_resting(self, _why: str) -> None:
        self.changed.emit()

    @Slot(str)
    def _on_trouble(self, sentence: str) -> None:
        self._trouble = sentence
        self.changed.emit()
