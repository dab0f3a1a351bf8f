"""Looks at source and room right before a task starts, and keeps back those that have to wait."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.engine.before import Looked, look_before_start, unplugged
from rendermanager.engine.memory import MemoryDesk
from rendermanager.engine.room import Promise
from rendermanager.engine.workshop import Workshop
from rendermanager.machine.memory import memory_now
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.store import consumption, leftovers, queries
from rendermanager.store.attempts import Candidate

LOOK_INTERVAL_MS: Final = 2_000
"""What had to wait is looked at again after this long."""
LOOKS_AT_ONCE: Final = 16
"""Of many that wait, so many are looked at each time, in turn: a full disk costs no processor."""


class Waits(QObject):
    """Remembers what keeps tasks back, and when to look again.

    Attributes:
        kept_back: By task, for admission and for whoever asks why.

    Signals:
        due: Those that were kept back may be looked at again.
    """

    due = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        """Keep nobody back."""
        super().__init__(parent)
        self._shop = workshop
        self._promises: dict[int, tuple[int, Promise]] = {}
        self._let_go: set[int] = set()
        self._memory = MemoryDesk(workshop.memory_ceiling)
        self.kept_back: dict[int, Reason] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def concerns(self, candidate: Candidate) -> bool:
        """Whether a task has a source, a result or a need of memory that is worth a look."""
        reads = self._shop.registry.get(candidate.engine).reads_source
        return reads or candidate.memory_mb > 0

    def look(
        self,
        candidate: Candidate,
        running: Mapping[int, int],
        earlier: Sequence[int],
        answer: Callable[[bool], None],
    ) -> None:
        """Look at one task.

        Args:
            candidate: The task.
            running: Tasks that render now, which need room and memory, too: the pids of their
                supervisors.
            earlier: Tasks that stand before it.
            answer: Told whether it may start.
        """
        self._promises = {task: self._promises[task] for task in running if task in self._promises}
        promises = [self._left(*each) for each in self._promises.values()]
        background = self._shop.background
        background.run(
            background.io,
            partial(self._look, candidate, promises, tuple(running.values())),
            lambda looked: self._on_looked(
                candidate, self._with_memory(candidate, looked, running, earlier), answer
            ),
            # Whatever it is, the start itself meets it, too, and fails with the right sentence.
            lambda _: self._on_looked(candidate, Looked(), answer),
        )

    def look_for_memory(self) -> None:
        """A render has ended: have those looked at again that wait for memory."""
        waiting = [task for task, why in self.kept_back.items() if why.why is Why.MEMORY]
        if waiting:
            self._let_some_go(waiting[:LOOKS_AT_ONCE])

    def forget(self) -> None:
        """Keep nobody back, and look at nobody again."""
        self._timer.stop()
        self._let_go.clear()
        self.kept_back.clear()

    def _left(self, job_id: int, promise: Promise) -> Promise:
        """What is still to come of a render under way."""
        live = self._shop.board.get(job_id)
        done = (live.progress.fraction or 0.0) if live is not None else 0.0
        return Promise(promise.folder, int(promise.about_bytes * (1 - done)))

    def _look(
        self, candidate: Candidate, promises: Sequence[Promise], supervisors: Sequence[int]
    ) -> Looked:
        job = self._shop.store.read(lambda db: queries.job(db, candidate.job_id))
        if job is None:
            return Looked()
        kept = self._shop.store.read(lambda db: leftovers.result_of(db, candidate.task_id))
        if kept is not None:
            # All it needs is its folder: neither source nor room.
            return Looked(unplugged(Path(job.spec.output).parent))
        seen = self._shop.store.read(
            lambda db: consumption.recent(db, consumption.kind_of_task(db, candidate.task_id))
        )
        engine = self._shop.registry.get(job.spec.engine)
        floor = self._shop.disk_floor()
        looked = look_before_start(job, engine, promises, seen, candidate.memory_mb, floor)
        return looked if looked.reason else replace(looked, memory=memory_now(supervisors))

    def _with_memory(
        self,
        candidate: Candidate,
        looked: Looked,
        running: Mapping[int, int],
        earlier: Sequence[int],
    ) -> Looked:
        """The same, with a reason where memory is short."""
        if looked.memory is None:
            self._memory.forget(candidate.task_id)
            return looked
        short = self._memory.ask(candidate.task_id, looked.needs, looked.memory, running, earlier)
        return Looked(Reason(Why.MEMORY, short)) if short else looked

    def _on_looked(
        self, candidate: Candidate, looked: Looked, answer: Callable[[bool], None]
    ) -> None:
        waited = candidate.task_id in self._let_go
        self._let_go.discard(candidate.task_id)
        if looked.reason is not None:
            self.kept_back[candidate.task_id] = looked.reason
            if not self._timer.isActive():
                self._timer.start()
        elif looked.promise is not None:
            self._promises[candidate.task_id] = (candidate.job_id, looked.promise)
        answer(looked.reason is None)
        if waited and looked.reason is None and self.kept_back:
            # What it waited for may have come for the others, too.
            self._let_some_go(list(self.kept_back))

    @Slot()
    def _on_timeout(self) -> None:
        # Those come first that have waited the longest since their last look.
        self._let_some_go(list(self.kept_back)[:LOOKS_AT_ONCE])
        if self.kept_back:
            self._timer.start()

    def _let_some_go(self, tasks: Sequence[int]) -> None:
        """Have these looked at again."""
        self._let_go.update(tasks)
        for task_id in tasks:
            del self.kept_back[task_id]
        self.due.emit()
