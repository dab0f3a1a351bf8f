"""How far the renders are, for the app's place in the dock or panel."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import JobStatus
from rendermanager.machine.launcher import Launcher
from rendermanager.services.session import Session
from rendermanager.ui.window.queue_state import QueueState

LOOK_DELAY_MS: Final = 1_000
"""After a change: a bar that small need not be newer."""
STEPS: Final = 200
"""The bar is told anew when it would be so many parts of itself longer."""

Shown = tuple[int, int]
"""The bar in `STEPS`, and how many jobs are left."""


class DockProgress(QObject):
    """Shows the share of the batch that is done while something renders, and then goes."""

    def __init__(
        self,
        session: Session,
        state: QueueState,
        parent: QObject | None = None,
        *,
        launcher: Launcher | None = None,
    ) -> None:
        """Follow the queue.

        Args:
            session: What is running.
            state: How many jobs stand where.
            parent: Qt parent.
            launcher: Whom to tell.
        """
        super().__init__(parent)
        self._session = session
        self._state = state
        self._launcher = launcher or Launcher()
        self._ended: set[int] = set()
        self._shown: Shown | None = None
        self._wanted: Shown | None = None
        self._busy = self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_DELAY_MS)
        self._timer.timeout.connect(self._on_timeout)
        session.bus.committed.connect(self._on_committed)
        session.bus.progressed.connect(self._look_soon)
        state.changed.connect(self._look_soon)

    def close(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self._closed = True
        self._let_go()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        for event in events:
            if event.kind is EventKind.MOVED and not event.task_id:
                change = self._ended.add if JobStatus(event.new).is_ended else self._ended.discard
                change(event.job_id)
        self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        counts = self._state.counts
        rendering = counts.of(JobStatus.RENDERING)
        if rendering:
            left = rendering + (0 if self._state.paused else counts.waiting)
            under_way = sum(each.progress.fraction or 0.0 for each in self._session.board.all())
            self._wanted = (round(share(len(self._ended), under_way, left) * STEPS), left)
        elif self._session.dispatcher.is_settled or self._state.paused:
            self._wanted = None
            self._ended.clear()
        self._tell()

    def _tell(self) -> None:
        """One word at a time, so that the last one counts."""
        if self._busy or self._closed or self._wanted == self._shown:
            return
        self._busy = True
        self._shown = wanted = self._wanted
        background = self._session.background
        background.run(background.io, lambda: self._say(wanted), self._on_told, self._on_told)

    def _say(self, wanted: Shown | None) -> None:
        if wanted is None:
            self._launcher.hide()
        else:
            self._launcher.show(wanted[0] / STEPS, wanted[1])

    def _on_told(self, _: object) -> None:
        # Where nobody can be told it counts as shown: it is tried again with the next step.
        self._busy = False
        if self._closed:
            self._let_go()
        self._tell()

    def _let_go(self) -> None:
        """Not on this thread: a bus may take its time."""
        if not self._busy and self._shown is not None:
            background = self._session.background
            background.run(background.io, self._launcher.hide, _nothing, _nothing)


def _nothing(_: object) -> None:
    """Nobody is left to hear of it."""


def share(ended: int, under_way: float, left: int) -> float:
    """How much of a batch is done, 0 to 1.

    Args:
        ended: Jobs of it that have ended.
        under_way: What is done of those that render, together; each counts 1 when it is done.
        left: Jobs that have not ended.
    """
    total = ended + left
    return min(1.0, (ended + under_way) / total) if total else 0.0
