"""Tells the artist through the desktop when renders end: once for each batch."""

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from rendermanager.config.resources import resource
from rendermanager.core.events import Event, EventKind
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.log import masked
from rendermanager.machine.notifications import DesktopNotices
from rendermanager.services.notices import Ended, Notice, batch_notice, failure_notice
from rendermanager.services.session import Session
from rendermanager.store import queries


class Fallback(Protocol):
    """Another way to show a notification: the tray icon's balloon."""

    def show_message(self, title: str, text: str, on_click: Callable[[], None]) -> None:
        """Show it."""
        ...


class Notifier(QObject):
    """Gathers what ended and speaks when the queue stands still, or something failed.

    Signals:
        clicked: A notification was clicked; the job's id, 0 for the queue.
        noticed: `Notice` that was shown, or would have been, had the window not been in front.
    """

    clicked = Signal(int)
    noticed = Signal(object)

    def __init__(
        self,
        session: Session,
        is_watched: Callable[[], bool],
        fallback: Fallback | None = None,
        parent: QObject | None = None,
        *,
        say: Callable[[str], str] = str,
    ) -> None:
        """Listen to the session.

        Args:
            session: What is running.
            is_watched: Whether the person looks at the window right now: then nothing pops up.
            fallback: Used where the desktop has no notification service.
            parent: Qt parent.
            say: Gives a sentence in the language of the person.
        """
        super().__init__(parent)
        self._say = say
        self._session = session
        self._is_watched = is_watched
        self._fallback = fallback
        self._batch: list[Ended] = []
        self._reading = 0
        self._last_failure: float | None = None
        background = session.background
        self._desktop = DesktopNotices(
            lambda number: background.post(self.clicked.emit, number),
            resource("icons", "rendermanager.svg"),
        )
        session.bus.committed.connect(self._on_committed)
        session.bus.settled.connect(self._on_settled)

    def close(self) -> None:
        """Leave the bus."""
        self._desktop.close()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        ended = [
            event.job_id
            for event in events
            if event.kind is EventKind.MOVED and not event.task_id and JobStatus(event.new).is_ended
        ]
        if not ended:
            return
        self._reading += 1
        background = self._session.background
        background.run(
            background.reads,
            lambda: self._session.store.read(lambda db: queries.jobs_by_id(db, ended)),
            self._on_read,
            self._on_unreadable,
        )

    def _on_read(self, jobs: dict[int, Job]) -> None:
        self._reading -= 1
        for job in jobs.values():
            if not job.status.is_ended:
                continue
            ended = ended_of(job)
            self._batch.append(ended)
            notice = failure_notice(ended, time.monotonic(), self._last_failure)
            if notice is not None:
                self._last_failure = time.monotonic()
                self._show(notice)
        self._on_settled()

    def _on_unreadable(self, _error: Exception) -> None:
        self._reading -= 1

    @Slot()
    def _on_settled(self) -> None:
        if self._reading or not self._session.dispatcher.is_settled:
            return
        batch, self._batch = self._batch, []
        notice = batch_notice(batch)
        if notice is not None:
            self._show(notice)

    def _show(self, notice: Notice) -> None:
        self.noticed.emit(notice)
        if not self._session.preferences.value.notify or self._is_watched():
            return
        title, text = self._say(notice.title), self._say(notice.text)
        background = self._session.background
        background.run(
            background.io,
            lambda: self._desktop.show(title, text, notice.job_id, urgent=notice.urgent),
            lambda shown: None if shown else self._fall_back(notice),
            lambda _: self._fall_back(notice),
        )

    def _fall_back(self, notice: Notice) -> None:
        if self._fallback is not None:
            self._fallback.show_message(
                self._say(notice.title),
                self._say(notice.text),
                lambda: self.clicked.emit(notice.job_id),
            )


def ended_of(job: Job) -> Ended:
    """A job that has ended, as notifications speak of it; secrets are masked."""
    return Ended(
        job.id,
        masked(job.name),
        job.status,
        masked(job.failure.message) if job.failure else "",
        job.artifacts[0].final if job.artifacts else "",
    )
