"""Keeps the outlook on the queue up to date, a few times a minute and off the main thread."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.store import past
from rendermanager.store.listing import Connection
from rendermanager.store.past import Sample, Workload
from rendermanager.ui.queue.predicting import Forecast, Habits, forecast, habits

INTERVAL_MS: Final = 5_000
"""How often times of running jobs are taken into account anew."""
SOON_MS: Final = 500
"""After a change of the queue."""
HORIZON: Final = 500
"""Jobs that are looked ahead; when more wait, nobody says when all is done."""

_log = logging.getLogger(__name__)


class Forecaster(QObject):
    """Says how long waiting jobs will take, and when they and the whole queue will be done.

    Signals:
        changed: `frozenset[int]`: jobs of which something else is expected now.
    """

    changed = Signal(object)

    def __init__(
        self,
        session: Session,
        running_s: Callable[[], Sequence[float | None]],
        parent: QObject | None = None,
    ) -> None:
        """Expect nothing yet.

        Args:
            session: Where everything is.
            running_s: Seconds left of each running job, as far as they are known.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._session = session
        self._running_s = running_s
        self._habits = Habits()
        self._learns = True
        self._reading = False
        self._closed = False
        self.forecast = Forecast()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        session.bus.committed.connect(self._on_committed)
        self._timer.start(SOON_MS)

    def usual_s(self, job: Job) -> float:
        """How long such a job takes, in seconds; 0 when that is unknown."""
        source = job.source
        if source is None:
            return 0.0
        spec = job.spec
        work = Workload(job.id, spec.engine, spec.preset, source.frames, source.duration_s)
        return self._habits.seconds(work) or 0.0

    def close(self) -> None:
        """Look ahead no more."""
        self._closed = True
        self._timer.stop()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        about_jobs = [event for event in events if event.task_id == 0]
        if not about_jobs or self._closed:
            return
        self._learns = self._learns or any(
            event.kind is EventKind.MOVED and event.new == JobStatus.COMPLETED
            for event in about_jobs
        )
        if not self._timer.isActive() or self._timer.remainingTime() > SOON_MS:
            self._timer.start(SOON_MS)

    @Slot()
    def _on_timeout(self) -> None:
        if self._reading or self._closed:
            return
        self._reading = True
        learns, self._learns = self._learns, False
        store, background = self._session.store, self._session.background
        background.run(
            background.reads,
            partial(store.read, partial(_read, learns)),
            self._on_read,
            self._on_unread,
        )

    def _on_read(self, found: tuple[list[Workload], list[Sample] | None]) -> None:
        self._reading = False
        if self._closed:
            return
        waiting, samples = found
        if samples is not None:
            self._habits = habits(samples)
        before = self.forecast
        dispatcher = self._session.dispatcher
        stands = bool(dispatcher.queue_paused or dispatcher.held_off)
        running = self._running_s()
        self.forecast = forecast(
            waiting[:HORIZON],
            self._habits,
            running,
            dispatcher.slots,
            None if stands else self._session.store.now(),
        )
        if len(waiting) > HORIZON:
            self.forecast = Forecast(self.forecast.outlooks, None)
        ids = before.outlooks.keys() | self.forecast.outlooks.keys()
        self.changed.emit(frozenset(ids))
        if waiting or running:
            self._timer.start(INTERVAL_MS)

    def _on_unread(self, error: Exception) -> None:
        self._reading = False
        self._learns = True
        _log.info("the outlook on the queue could not be made: %s", error)
        if not self._closed:
            self._timer.start(INTERVAL_MS)


def _read(learns: bool, connection: Connection) -> tuple[list[Workload], list[Sample] | None]:
    waiting = past.upcoming(connection, HORIZON + 1)
    return waiting, past.rendered(connection) if learns else None
