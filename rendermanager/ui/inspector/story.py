"""Reads all that is kept about one job, off the main thread, and again when it changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from rendermanager.core.events import Event
from rendermanager.core.job import Attempt, Job
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.store.store import Store


@dataclass(frozen=True, slots=True)
class Story:
    """A job and its attempts, the first one first.

    Attributes:
        job: The job.
        attempts: All of them.
        parts: What its tasks are called, by their ids, where it has several.
    """

    job: Job
    attempts: tuple[Attempt, ...] = ()
    parts: Mapping[int, str] = field(default_factory=dict)

    @property
    def last(self) -> Attempt | None:
        """The newest attempt."""
        return self.attempts[-1] if self.attempts else None


class StoryReader(QObject):
    """Keeps the story of one job fresh.

    Signals:
        arrived: `Story`, or None when there is no such job (any more).
    """

    arrived = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._session = session
        self._job_id = 0
        self._reading = False
        self._again = False
        session.bus.committed.connect(self._on_committed)

    @property
    def job_id(self) -> int:
        """The job that is read; 0 for none."""
        return self._job_id

    def read(self, job_id: int) -> None:
        """Read this job from now on; 0 for none."""
        self._job_id = job_id
        if job_id:
            self._look()

    def _look(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        job_id = self._job_id
        background = self._session.background
        background.run(
            background.reads,
            partial(_read, self._session.store, job_id),
            partial(self._on_read, job_id),
            partial(self._on_failed, job_id),
        )

    def _on_read(self, job_id: int, story: Story | None) -> None:
        self._reading = False
        if job_id == self._job_id:
            self.arrived.emit(story)
        if self._again and self._job_id:
            self._look()

    def _on_failed(self, job_id: int, _error: Exception) -> None:
        # The store's trouble is told in the status bar; here the last story stays.
        self._reading = False
        if job_id != self._job_id and self._job_id:
            self._look()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        if self._job_id and any(event.job_id == self._job_id for event in events):
            self._look()


def _read(store: Store, job_id: int) -> Story | None:
    job = store.read(lambda db: queries.job(db, job_id))
    if job is None:
        return None
    attempts = store.read(lambda db: queries.attempts_of(db, job_id))
    parts = store.read(lambda db: queries.part_names(db, job_id)) if job.tasks > 1 else {}
    return Story(job, tuple(attempts), parts)
