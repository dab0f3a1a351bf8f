"""Runs the engine without a window: for `render` and for `serve`."""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from rendermanager.app.collector import Collector
from rendermanager.app.complaining import Complaints
from rendermanager.app.engineroom import EngineRoom
from rendermanager.app.signals import StopSignals
from rendermanager.config.paths import Paths
from rendermanager.core.errors import StoreDamaged
from rendermanager.core.events import Event, EventKind
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason
from rendermanager.services.report import Report, Waits
from rendermanager.services.submit import Plan, Submitter
from rendermanager.services.views import job_view, progress_view
from rendermanager.store import queries
from rendermanager.store.submission import NewJob

INTERRUPTED: Final = 130
TELL_INTERVAL_MS: Final = 60
"""Ends that come together are told together; after the last one there is nothing to wait for."""

Planner = Callable[[Submitter], Plan]


class RenderRun(QObject):
    """Submits jobs, waits for these to end, and tells about them on the way."""

    def __init__(self, room: EngineRoom, report: Report) -> None:
        """Listen to the room."""
        super().__init__()
        self._room = room
        self._report = report
        self._open: set[int] = set()
        self._left = 0
        self._ended: list[int] = []
        self._tell_timer = QTimer(self)
        self._tell_timer.setSingleShot(True)
        self._tell_timer.timeout.connect(self._on_tell)
        self._waits = Waits(report)
        self.failed = 0
        self.interrupted = False
        bus = room.session.bus
        bus.committed.connect(self._on_committed)
        bus.progressed.connect(self._on_progressed)
        bus.waiting.connect(self._on_waiting)
        room.stopped.connect(self._on_stopped)

    def submit(self, jobs: Sequence[NewJob]) -> int:
        """Store the jobs; the number of the first one comes back."""
        session = self._room.session
        ids = session.control("cli").submit(jobs).result()
        self._open = set(ids)
        self._left = len(ids)
        names = [job.spec.name for job in jobs]
        self._report.added(list(zip(ids, names, strict=True)))
        return ids[0]

    def interrupt(self) -> None:
        """Cancel what is left of these jobs; a second call ends at once."""
        if self.interrupted:
            self._room.stop()
            return
        self.interrupted = True
        self._room.session.control("cli").ask("cancel", sorted(self._open))

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        for event in events:
            if event.job_id not in self._open or event.task_id or event.kind is EventKind.ADDED:
                continue
            if event.kind is EventKind.MOVED:
                self._move(event, JobStatus(event.new))

    def _move(self, event: Event, status: JobStatus) -> None:
        if not status.is_ended:
            self._report.changed(event.job_id, status, event.reason)
            if status is JobStatus.RENDERING:
                self._waits.started()
            return
        self._open.discard(event.job_id)
        self.failed += status is not JobStatus.COMPLETED
        self._ended.append(event.job_id)
        if not self._open:
            self._tell_timer.start(0)
        elif not self._tell_timer.isActive():
            self._tell_timer.start(TELL_INTERVAL_MS)

    @Slot()
    def _on_tell(self) -> None:
        """Tell about all that ended since the last time, read in one go off this thread."""
        ids, self._ended = self._ended, []
        session = self._room.session
        session.background.run(
            session.background.reads,
            lambda: session.store.read(lambda db: queries.jobs_by_id(db, ids)),
            partial(self._tell, ids),
            lambda _: self._tell(ids, {}),
        )

    def _tell(self, ids: Sequence[int], jobs: Mapping[int, Job]) -> None:
        for job_id in ids:
            self._left -= 1
            job = jobs.get(job_id)
            if job is not None:
                self._report.ended(job_view(job))
        if not self._left:
            self._room.stop()

    @Slot(object)
    def _on_progressed(self, live: Sequence[Live]) -> None:
        ours = [each for each in live if each.job_id in self._open]
        if ours:
            self._report.moved(
                [{"id": each.job_id, **progress_view(each.progress)} for each in ours]
            )

    @Slot(object)
    def _on_waiting(self, reasons: Mapping[int, Reason]) -> None:
        ours = self._open & reasons.keys()
        self._waits.look({each: (reasons[each].why, reasons[each].text) for each in sorted(ours)})

    @Slot()
    def _on_stopped(self) -> None:
        QCoreApplication.quit()


def render(paths: Paths, plan: Planner, report: Report, slots: int) -> int:
    """Own the queue, run the planned jobs to their end, and give it back.

    Returns:
        0 when every job completed, 1 when one did not, 3 when the queue turned out to be damaged,
        130 when interrupted.

    Raises:
        NotPossibleNow: The queue belongs to another process, or cannot be opened.
        BadInput: `plan` found nothing that can be done.
    """
    app = QCoreApplication(sys.argv[:1])
    room = EngineRoom(paths)
    signals = StopSignals()
    run = RenderRun(room, report)
    complaints = Complaints(room)
    collector = Collector()
    try:
        room.session.dispatcher.set_slots(room.slots(slots))
        jobs = plan(room.session.submitter()).jobs
        # Whoever wants an end while the jobs are made up wants none of them in the queue.
        if jobs and not signals.count:
            first = run.submit(jobs)
            room.start(slots, first_job=first)
            # Told by the loop: what one signal leads to may need it, and a second one ends it.
            QTimer.singleShot(0, run, lambda: signals.call(run.interrupt))
            app.exec()
    finally:
        collector.stop()
        room.close()
        signals.restore()
    if complaints.is_broken:
        return StoreDamaged.exit_code
    if signals.count:
        return INTERRUPTED
    return 1 if run.failed else 0


class Unfinished(QObject):
    """Remembers the jobs that came to nothing while the queue was served.

    Attributes:
        jobs: Those that have failed or were cancelled, and were not completed since.
    """

    def __init__(self, room: EngineRoom) -> None:
        """Listen to the room."""
        super().__init__()
        self.jobs: set[int] = set()
        room.session.bus.committed.connect(self._on_committed)

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        for event in events:
            if event.task_id or event.kind is not EventKind.MOVED:
                continue
            if event.new in (JobStatus.FAILED, JobStatus.CANCELLED):
                self.jobs.add(event.job_id)
            elif event.new == JobStatus.COMPLETED:
                self.jobs.discard(event.job_id)


def serve(paths: Paths, slots: int, *, exit_when_idle: bool) -> int:
    """Own the queue and run it until told to stop, or until nothing is left to do.

    Returns:
        0 when all is well or somebody has told it to stop, 1 when it was to end by itself and a
        job has failed or was cancelled meanwhile, 3 when the queue turned out to be damaged.

    Raises:
        NotPossibleNow: The queue belongs to another process, or cannot be opened.
    """
    app = QCoreApplication(sys.argv[:1])
    room = EngineRoom(paths)
    signals = StopSignals()
    room.stopped.connect(app.quit)
    signals.call(room.stop)
    complaints = Complaints(room)
    unfinished = Unfinished(room)
    collector = Collector()
    if exit_when_idle:
        room.session.bus.settled.connect(room.stop)
    try:
        room.start(slots)
        app.exec()
    finally:
        collector.stop()
        room.close()
        signals.restore()
    if complaints.is_broken:
        return StoreDamaged.exit_code
    return 1 if exit_when_idle and unfinished.jobs else 0
