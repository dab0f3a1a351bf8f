"""Looks inside the sources of new jobs before they are queued."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from rendermanager.core.errors import BadInput
from rendermanager.core.job import Job
from rendermanager.core.source import SourceInfo
from rendermanager.engine.diagnose import failure_of
from rendermanager.engine.prepare import request_for
from rendermanager.engine.workshop import Workshop
from rendermanager.store import queries, submission
from rendermanager.store.txn import Txn

AT_ONCE: Final = 2
"""Sources looked into at the same time: one for each helper process."""
BATCH: Final = 16

_log = logging.getLogger(__name__)


class Checker(QObject):
    """Takes PENDING jobs, most urgent first, and queues or fails them.

    Attributes:
        first_job: Jobs with a lower number are left alone.

    Signals:
        looked: The store was asked; `is_idle` tells the truth again.
    """

    looked = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        """Wait for `wake`."""
        super().__init__(parent)
        self._shop = workshop
        self._busy: set[int] = set()
        self._reading = False
        self._again = False
        self.first_job = 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being looked at."""
        return not self._busy and not self._reading

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
        first = self.first_job
        return self._shop.store.read(lambda db: queries.pending_checks(db, BATCH, first))

    def _on_found(self, jobs: list[Job]) -> None:
        self._reading = False
        for job in jobs:
            if len(self._busy) >= AT_ONCE:
                self._again = True
                break
            if job.id not in self._busy:
                self._busy.add(job.id)
                self._begin(job)
        if self._again and len(self._busy) < AT_ONCE:
            self.wake()
        self.looked.emit()

    def _on_unreadable(self, error: Exception) -> None:
        self._reading = False
        _log.error("jobs to check could not be read: %s", error)

    def _begin(self, job: Job) -> None:
        background = self._shop.background
        background.when_done(
            self._shop.store.write(
                lambda txn: submission.begin_check(txn, job.id), actor="scheduler"
            ),
            lambda ours: self._look(job) if ours else self._done(job),
            lambda _: self._done(job),
        )

    def _look(self, job: Job) -> None:
        background = self._shop.background
        background.run(
            background.io,
            partial(self._inspect, job),
            lambda source: self._answer(job, source),
            lambda error: self._refuse(job, error),
        )

    def _inspect(self, job: Job) -> SourceInfo:
        engine = self._shop.registry.get(job.spec.engine)
        source = engine.inspect(Path(job.spec.source), self._shop.media)
        # A look at the whole request now spares the person a wait for a job that cannot run.
        version = self._shop.programs.get(engine)
        request = request_for(replace(job, source=source), engine, "")
        blocking = [problem for problem in engine.validate(request, version) if problem.blocks]
        if blocking:
            raise BadInput(blocking)
        return source

    def _answer(self, job: Job, source: SourceInfo) -> None:
        self._record(job, lambda txn: submission.pass_check(txn, job.id, source))

    def _refuse(self, job: Job, error: Exception) -> None:
        failure = failure_of(error)
        self._record(job, lambda txn: submission.fail_check(txn, job.id, failure))

    def _record(self, job: Job, change: Callable[[Txn], None]) -> None:
        future = self._shop.store.write(change, actor="scheduler")
        self._shop.background.when_done(
            future, lambda _: self._done(job), lambda _: self._done(job)
        )

    def _done(self, job: Job) -> None:
        self._busy.discard(job.id)
        self.wake()
