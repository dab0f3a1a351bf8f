"""The tasks that come first: read from the store a window at a time, taken from it in order."""

import logging
from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QObject, Signal

from rendermanager.engine.background import Background
from rendermanager.store import queries
from rendermanager.store.attempts import Candidate
from rendermanager.store.store import Store

WINDOW: Final = 64
"""Ready tasks read at once; the next ones are read when these are used up."""

_log = logging.getLogger(__name__)


class ReadyTasks(QObject):
    """A window on the queue.

    Signals:
        arrived: The window was read.
        unreadable: It could not be, for the reason given.

    Attributes:
        tasks: The ready tasks that were read and not taken, the first one first.
        is_reading: Whether the window is being read.
        is_stale: Whether events say that it may have changed since.
        has_more: Whether tasks stand behind it.
    """

    arrived = Signal()
    unreadable = Signal(str)

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Nothing is known yet."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self.tasks: list[Candidate] = []
        self.is_reading = False
        self.is_stale = True
        self.has_more = True
        self._full: frozenset[str] = frozenset()

    def must_be_read(self, full: frozenset[str]) -> bool:
        """Whether it says nothing (any more) about what comes first.

        Args:
            full: Engines of which no more may run at the moment: a window with nothing but their
                tasks keeps others from being seen.
        """
        if self.is_stale or not self.has_more:
            return self.is_stale
        return all(each.engine in full for each in self.tasks) and (
            not self.tasks or not full <= self._full
        )

    def read(self, first_job: int, kept_back: Collection[int], full: frozenset[str]) -> None:
        """Read the window anew, off this thread.

        Args:
            first_job: Jobs with a lower number are left alone.
            kept_back: Tasks that wait for something else, and must not keep others from being seen.
            full: See `must_be_read`; what comes first of other engines is read as well.
        """
        self.is_reading, self.is_stale, self._full = True, False, full
        limit = WINDOW + len(kept_back)
        self._background.run(
            self._background.reads,
            lambda: self._store.read(lambda db: queries.ready_window(db, limit, first_job, full)),
            self._on_read,
            self._on_error,
        )

    def leave_out(self, taken: Collection[int]) -> None:
        """Forget tasks that somebody has already."""
        self.tasks = [each for each in self.tasks if each.task_id not in taken]

    def take(self, task: Candidate) -> None:
        """Somebody has this one now."""
        self.tasks.remove(task)

    def _on_read(self, found: list[Candidate]) -> None:
        self.is_reading = False
        self.has_more = len(found) >= WINDOW
        self.tasks = found
        self.arrived.emit()

    def _on_error(self, error: Exception) -> None:
        self.is_reading = False
        _log.error("the queue could not be read: %s", error)
        self.unreadable.emit(str(error))
