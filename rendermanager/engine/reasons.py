"""Tells people why tasks wait, not more often than they can read."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.engine.bus import Bus
from rendermanager.scheduling.admission import Reason, Situation, explain
from rendermanager.store.attempts import Candidate

EXPLAIN_INTERVAL_MS: Final = 200
"""Five times a second is enough."""


class Reasons(QObject):
    """Why the next ready tasks have not started.

    Attributes:
        waiting: The reasons that were told last, by job.
    """

    def __init__(
        self,
        bus: Bus,
        tasks: Callable[[], Sequence[Candidate]],
        situation: Callable[[], Situation],
        others: Callable[[], Mapping[int, Reason]],
        parent: QObject | None = None,
    ) -> None:
        """Tell nothing yet.

        Args:
            bus: Where changes are told.
            tasks: Gives the ready tasks, the first one first.
            situation: Gives what admission goes by.
            others: Gives the reasons of jobs that are not ready, by job.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._bus = bus
        self._tasks = tasks
        self._situation = situation
        self._others = others
        self.waiting: Mapping[int, Reason] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def tell_soon(self) -> None:
        """Something may be different now."""
        if not self._timer.isActive():
            self._timer.start(EXPLAIN_INTERVAL_MS)

    @Slot()
    def _on_timeout(self) -> None:
        tasks = self._tasks()
        reasons = explain(tasks, self._situation())
        waiting: dict[int, Reason] = {}
        for task in tasks:
            # Of a job with many tasks the first one tells when it goes on.
            waiting.setdefault(task.job_id, reasons[task.task_id])
        waiting.update(self._others())
        if waiting != self.waiting:
            self.waiting = waiting
            self._bus.waiting.emit(waiting)
