"""Deletes what tasks of a job have left for each other, once nobody needs it."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import ENDED_JOBS, JobStatus
from rendermanager.engine import resuming
from rendermanager.engine.background import Background
from rendermanager.engine.bus import Bus
from rendermanager.engine.emptied import remove_emptied
from rendermanager.engine.publishing import remove_folder
from rendermanager.store import shared
from rendermanager.store.store import Store

_log = logging.getLogger(__name__)
_ENDS = frozenset(status.value for status in ENDED_JOBS)


class Tidier(QObject):
    """Looks after jobs that have ended; at the start `recover` does.

    Attributes:
        is_busy: Whether folders are being deleted.

    Signals:
        finished: It looked; `is_busy` tells whether there is more.
    """

    finished = Signal()

    def __init__(
        self, store: Store, background: Background, bus: Bus, parent: QObject | None = None
    ) -> None:
        """Watch the events."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._sharing: set[int] = set()
        self._ended: set[int] = set()
        self.is_busy = False
        bus.committed.connect(self._on_committed)

    def expect(self, job_id: int) -> None:
        """The tasks of this job share a folder."""
        self._sharing.add(job_id)

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        for event in events:
            # What was given up may have left frames in an earlier session.
            if _gives_up(event) or (event.job_id in self._sharing and _ends(event)):
                self._ended.add(event.job_id)
        self._sharing -= self._ended
        self._begin()

    def _begin(self) -> None:
        if self.is_busy or not self._ended:
            return
        self.is_busy = True
        self._ended.clear()
        background = self._background
        background.run(background.io, lambda: sweep(self._store), self._on_swept, self._on_failed)

    def _on_swept(self, _: None) -> None:
        self.is_busy = False
        self._begin()
        self.finished.emit()

    def _on_failed(self, error: Exception) -> None:
        _log.warning("shared folders could not be deleted yet: %s", error)
        self._on_swept(None)


def sweep(store: Store) -> None:
    """Delete every folder of a job or an attempt that nobody needs. Blocks on the disk."""
    resuming.sweep(store)
    left = store.change(shared.let_go, durable=False)
    done = [job_id for job_id, folder in left if remove_folder(folder)]
    if done:
        store.change(lambda txn: shared.gone(txn, done), durable=False)
    remove_emptied(store)


def _ends(event: Event) -> bool:
    if event.task_id:
        return False
    return event.kind is EventKind.REMOVED or event.new in _ENDS


def _gives_up(event: Event) -> bool:
    is_cancelled = event.new == JobStatus.CANCELLED.value
    return not event.task_id and (event.kind is EventKind.REMOVED or is_cancelled)
