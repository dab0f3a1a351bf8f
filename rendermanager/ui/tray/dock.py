"""How far the renders are, for the app's place in the dock or panel."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.core.status import ENDED_JOBS, JobStatus
from rendermanager.machine.launcher import Launcher
from rendermanager.services.session import Session
from rendermanager.store.queries import Counts
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
        self._batch = Batch()
        self._shown: Shown | None = None
        self._wanted: Shown | None = None
        self._busy = self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_DELAY_MS)
        self._timer.timeout.connect(self._on_timeout)
        session.bus.committed.connect(self._look_soon)
        session.bus.progressed.connect(self._look_soon)
        state.changed.connect(self._look_soon)

    def close(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self._closed = True
        self._let_go()

    @Slot()
    def _look_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        counts = self._state.counts
        fractions = [each.progress.fraction or 0.0 for each in self._session.board.all()]
        done = self._batch.share(counts, fractions, is_paused=bool(self._state.paused))
        if counts.of(JobStatus.RENDERING):
            self._wanted = (round(done * STEPS), self._batch.left)
        elif self._session.dispatcher.is_settled or self._state.paused:
            self._wanted = None
            self._batch = Batch(self._batch.counted)
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


@dataclass(slots=True)
class Batch:
    """What has ended since the queue last stood still, and what is left.

    Attributes:
        counted: Jobs of the queue that had ended when it was last counted; None before that.
        ended: Those of them that belong to this batch.
        left: Jobs that have not ended.
        reached: The largest share that was told.
    """

    counted: int | None = None
    ended: int = 0
    left: int = 0
    reached: float = 0.0

    def share(self, counts: Counts, fractions: Sequence[float], *, is_paused: bool) -> float:
        """How much of the batch is done, 0 to 1; it goes back only when jobs are added.

        Args:
            counts: Jobs in each status.
            fractions: What is done of each job that renders.
            is_paused: Nothing new starts: what waits is not part of it.
        """
        if not counts.by_status:
            return 0.0
        ended = counts.of(*ENDED_JOBS)
        if self.counted is not None:
            # Fewer when jobs are cleared away: these have ended all the same.
            self.ended += max(0, ended - self.counted)
        self.counted = ended
        rendering = counts.of(JobStatus.RENDERING)
        left = rendering + (0 if is_paused else counts.waiting)
        if left > self.left:
            self.reached = 0.0
        self.left = left
        # One that is counted as ended may be on the board still: it is the furthest of them.
        under_way = sum(sorted(fractions)[:rendering])
        total = self.ended + left
        now = min(1.0, (self.ended + under_way) / total) if total else 0.0
        self.reached = max(self.reached, now)
        return self.reached
