"""From the choice of a task to its claim: its blade is kept, its files are looked at."""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from rendermanager.core.errors import StaleMove
from rendermanager.core.job import Job
from rendermanager.engine.blade import Blade
from rendermanager.engine.prepare import attempt_folder, shared_folder
from rendermanager.engine.waits import Waits
from rendermanager.engine.workshop import Workshop
from rendermanager.store import attempts
from rendermanager.store.attempts import Candidate, Place

_log = logging.getLogger(__name__)


class Claims(QObject):
    """Claims chosen tasks for blades, or gives the blades back.

    Signals:
        claimed: A blade and the claim that it is to run.
        given_back: A blade is free again: its task has to wait, or is somebody else's.
        failed: Nothing can be claimed at the moment, in words.
    """

    claimed = Signal(object, object)
    given_back = Signal()
    failed = Signal(str)

    def __init__(
        self,
        workshop: Workshop,
        waits: Waits,
        log_of: Callable[[int, str], str],
        may_start: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Claim nothing yet.

        Args:
            workshop: What to work with.
            waits: Looks at the files of a task before it is claimed.
            log_of: Path of an attempt's log from its job's id and the name of the run.
            may_start: Whether anything may be started still, once the files were looked at.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._shop = workshop
        self._waits = waits
        self._log_of = log_of
        self._may_start = may_start

    def begin(
        self,
        candidate: Candidate,
        blade: Blade,
        running: Mapping[int, int],
        earlier: Sequence[int],
    ) -> None:
        """Keep the blade for this task, look at its files where it has any, then claim it.

        Args:
            candidate: The task.
            blade: A free one.
            running: Tasks that have a blade already, which need room and memory, too: the pids
                of their supervisors.
            earlier: Tasks that stand before it.
        """
        blade.reserve(candidate.task_id, candidate.engine, alone=candidate.alone)
        self._shop.circuits.started(candidate.circuits, self._shop.store.now())
        if self._waits.concerns(candidate):
            answer = partial(self._on_looked, candidate, blade)
            self._waits.look(candidate, running, earlier, answer)
        else:
            self._claim(candidate, blade)

    def _on_looked(self, candidate: Candidate, blade: Blade, may_start: bool) -> None:
        if may_start and self._may_start():
            self._claim(candidate, blade)
            return
        self._give_back(candidate, blade)
        self.given_back.emit()

    def _claim(self, candidate: Candidate, blade: Blade) -> None:
        place = partial(self._place, blade.supervisor)
        self._shop.background.when_done(
            self._shop.store.write(
                lambda txn: attempts.claim(txn, candidate, place), actor="scheduler"
            ),
            lambda claim: self.claimed.emit(blade, claim),
            lambda error: self._on_not_claimed(blade, candidate, error),
        )

    def _place(self, supervisor: str, job: Job, run: str) -> Place:
        folder, log = attempt_folder(job, run), self._log_of(job.id, run)
        return Place(supervisor, folder, log, shared_folder(job))

    def _on_not_claimed(self, blade: Blade, candidate: Candidate, error: Exception) -> None:
        self._give_back(candidate, blade)
        if isinstance(error, StaleMove):
            self.given_back.emit()
            return
        _log.error("a task could not be claimed: %s", error)
        self.failed.emit(str(error))

    def _give_back(self, candidate: Candidate, blade: Blade) -> None:
        blade.release()
        self._shop.circuits.released(candidate.circuits)
