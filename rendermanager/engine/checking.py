"""Looks inside the sources of new jobs before they are queued, once they are whole."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from rendermanager.core.arriving import Sighting
from rendermanager.core.errors import BadInput
from rendermanager.core.job import Job
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo
from rendermanager.core.tasks import TaskSpec, refitted
from rendermanager.engine.diagnose import failure_of
from rendermanager.engine.handles import is_short
from rendermanager.engine.prepare import request_for
from rendermanager.engine.whole import NotWhole, second_chance, whole_source
from rendermanager.engine.workshop import Workshop
from rendermanager.renderers.extras import (
    inspected,
    tasks_of,
)
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.store import parts, queries, submission
from rendermanager.store.txn import Txn

AT_ONCE: Final = 2
"""Sources looked into at the same time: one for each helper process."""
BATCH: Final = 16
LOOK_INTERVAL_MS: Final = 1_000
"""A source that is not whole is looked at again after this long."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _PutOff:
    """A job whose source was not whole.

    Attributes:
        text: Why, in words.
        look: The source when it was looked at; None when it could not be.
        again_s: When it is looked at again, by the monotonic clock.
    """

    text: str
    look: Sighting | None
    again_s: float


@dataclass(frozen=True, slots=True)
class _Passed:
    """A source that is good.

    Attributes:
        source: What was found inside it.
        tasks: What its job is cut into.
    """

    source: SourceInfo
    tasks: tuple[TaskSpec, ...]


class Checker(QObject):
    """Takes PENDING jobs, most urgent first, and queues or fails them.

    Attributes:
        first_job: Jobs with a lower number are left alone.

    Signals:
        looked: The store was asked; `is_idle` tells the truth again.
        waiting_changed: `waiting` has other reasons than before.
    """

    looked = Signal()
    waiting_changed = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        """Wait for `wake`."""
        super().__init__(parent)
        self._shop = workshop
        self._busy: set[int] = set()
        self._reading = False
        self._again = False
        self._put_off: dict[int, _PutOff] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self.wake)
        self.first_job = 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being looked at, and nothing waits to be whole."""
        return not self._busy and not self._reading and not self._put_off

    @property
    def waiting(self) -> Mapping[int, Reason]:
        """By job: what is missing of its source."""
        return {job_id: Reason(Why.SOURCE, each.text) for job_id, each in self._put_off.items()}

    def stop(self) -> None:
        """Look at nothing again by itself."""
        self._timer.stop()

    def wake(self) -> None:
        """Look for jobs that wait for a check."""
        if self._reading or len(self._busy) >= AT_ONCE:
            self._again = True
            return
        self._reading, self._again = True, False
        background = self._shop.background
        background.run(
            background.reads,
            self._read,
            self._on_found,
            self._on_unreadable,
        )

    def _read(self) -> list[Job]:
        # Those that wait to be whole must not keep others from being looked at.
        first, limit = self.first_job, BATCH + len(self._put_off)
        return self._shop.store.read(lambda db: queries.pending_checks(db, limit, first))

    def _on_found(self, jobs: list[Job]) -> None:
        self._reading = False
        self._forget_others(jobs)
        for job in self._due(jobs):
            if len(self._busy) >= AT_ONCE:
                self._again = True
                break
            self._busy.add(job.id)
            self._begin(job)
        if self._again and len(self._busy) < AT_ONCE:
            self.wake()
        elif self._put_off and not self._timer.isActive():
            self._timer.start()
        self.looked.emit()

    def _forget_others(self, jobs: Sequence[Job]) -> None:
        """Somebody may have paused, cancelled or removed a job that waited."""
        there = {job.id for job in jobs} | self._busy
        gone = self._put_off.keys() - there
        for job_id in gone:
            del self._put_off[job_id]
        if gone:
            self.waiting_changed.emit()

    def _due(self, jobs: Sequence[Job]) -> list[Job]:
        now = time.monotonic()
        return [
            job
            for job in jobs
            if job.id not in self._busy
            and (job.id not in self._put_off or self._put_off[job.id].again_s <= now)
        ]

    def _on_unreadable(self, error: Exception) -> None:
        self._reading = False
        _log.error("jobs to check could not be read: %s", error)

    def _begin(self, job: Job) -> None:
        background, before = self._shop.background, self._put_off.get(job.id)
        background.run(
            background.io,
            partial(whole_source, job, before.look if before else None),
            lambda look: self._check(job, look),
            lambda error: self._on_trouble(job, error, recorded=False),
        )

    def _check(self, job: Job, look: Sighting | None) -> None:
        background = self._shop.background
        background.when_done(
            self._shop.store.write(
                lambda txn: submission.begin_check(txn, job.id),
                actor="scheduler",
                patient=True,
            ),
            lambda ours: self._look(job, look) if ours else self._done(job),
            lambda _: self._done(job),
        )

    def _look(self, job: Job, look: Sighting | None) -> None:
        background, was_put_off = self._shop.background, job.id in self._put_off
        background.run(
            background.io,
            partial(self._inspect, job, look, was_put_off),
            lambda passed: self._answer(job, passed),
            lambda error: self._on_trouble(job, error, recorded=True),
        )

    def _inspect(self, job: Job, look: Sighting | None, was_put_off: bool) -> _Passed:
        engine = self._shop.registry.get(job.spec.engine)
        try:
            source = inspected(engine, job.spec, self._shop.media)
        except BadInput:
            second_chance(look, was_put_off)
            raise
        whole_source(job, look)
        # A look at the whole request now spares the person a wait for a job that cannot run.
        version = self._shop.programs.get(engine)
        request = request_for(job.spec, source, engine)
        blocking = [problem for problem in engine.validate(request, version) if problem.blocks]
        if blocking:
            raise BadInput(blocking)
        tasks = tasks_of(engine, job.spec, request.settings, source)
        if job.source is not None:
            return _Passed(source, self._as_before(job, tasks))
        return _Passed(source, tuple(self._complete(task) for task in tasks))

    def _as_before(self, job: Job, tasks: Sequence[TaskSpec]) -> tuple[TaskSpec, ...]:
        """The parts of a job that has run before.

        Raises:
            BadInput: It would have others now.
        """
        before = self._shop.store.read(lambda db: parts.specs_of(db, job.id))
        found = refitted(before, tasks)
        if found is None:
            raise BadInput([_other_parts(Path(job.spec.source))])
        return found

    def _complete(self, task: TaskSpec) -> TaskSpec:
        """A step of another engine with all settings, whatever becomes of the preset."""
        if not task.engine:
            return task
        engine = self._shop.registry.get(task.engine)
        name = task.preset or engine.presets[0].name
        preset = self._shop.registry.preset(name, task.engine)
        return replace(task, preset=name, settings={**preset.settings, **task.settings})

    def _on_trouble(self, job: Job, error: Exception, *, recorded: bool) -> None:
        """Wait for a source that is not whole, refuse any other trouble.

        Args:
            job: Whose source it is.
            error: What was found.
            recorded: Whether the store has it as being checked.
        """
        if not isinstance(error, NotWhole):
            if not is_short(error):
                self._refuse(job, error)
                return
            error = NotWhole("waiting for file handles, of which none are left", None)
        again_s = time.monotonic() + LOOK_INTERVAL_MS / 1000
        is_new = job.id not in self._put_off
        self._put_off[job.id] = _PutOff(error.text, error.look, again_s)
        self.waiting_changed.emit()
        # The numbers that change are shown; the fact alone is recorded.
        if is_new or recorded:
            self._record(job, lambda txn: submission.put_off(txn, job.id, error.text))
        else:
            self._done(job)

    def _answer(self, job: Job, passed: _Passed) -> None:
        self._drop(job)
        source, tasks = passed.source, passed.tasks
        self._record(job, lambda txn: submission.pass_check(txn, job.id, source, tasks))

    def _refuse(self, job: Job, error: Exception) -> None:
        self._drop(job)
        failure = failure_of(error)
        self._record(job, lambda txn: submission.fail_check(txn, job.id, failure))

    def _record(self, job: Job, change: Callable[[Txn], None]) -> None:
        future = self._shop.store.write(change, actor="scheduler", patient=True)
        self._shop.background.when_done(
            future, lambda _: self._done(job), lambda _: self._done(job)
        )

    def _done(self, job: Job) -> None:
        self._busy.discard(job.id)
        self.wake()

    def _drop(self, job: Job) -> None:
        if self._put_off.pop(job.id, None) is not None:
            self.waiting_changed.emit()


def _other_parts(source: Path) -> Problem:
    return Problem(
        "source",
        f"“{source.name}” has changed since this job was added, and would be rendered in other "
        "parts now.",
        "Add it again: a job keeps the parts that it was cut into.",
    )
