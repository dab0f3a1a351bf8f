"""One slot: takes one task at a time from its claim to its recorded end."""

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.errors import StaleMove
from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.progress import Observation, Stage
from rendermanager.core.retry import RetryPolicy, retry_delay
from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.clock import ActiveClock
from rendermanager.engine.diagnose import diagnose, failure_of
from rendermanager.engine.finish import Examined, examine, put_in_place, remove_folder
from rendermanager.engine.prepare import Prepared, prepare, scrubbed_environment
from rendermanager.engine.process import ExitReport, ProcessState, RunOrder, SupervisedProcess
from rendermanager.engine.programs import Programs
from rendermanager.engine.recover import end_orphans
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import RenderEngine
from rendermanager.renderers.registry import Registry
from rendermanager.store import attempts
from rendermanager.store.attempts import Claim
from rendermanager.store.store import Store
from rendermanager.store.txn import Txn

BEGIN_DELAY_MS: Final = 40
"""A program that ends sooner never needs a row of its own for having begun."""

STOP_GRACE_S: Final = 1.5
"""Time between the polite and the final signal when a render is not wanted any more."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every blade works with.

    Attributes:
        store: The queue.
        background: Pools.
        board: Where progress is shown.
        registry: The engines.
        programs: Their programs.
        media: Reads media files.
        queue_uid: Marks our processes; see `store_uid`.
        nice: How far renders step back.
    """

    store: Store
    background: Background
    board: Board
    registry: Registry
    programs: Programs
    media: MediaReader
    queue_uid: str
    nice: int


class Wish(Enum):
    """How a person wants the current attempt to end."""

    NONE = auto()
    """As the program has it."""
    CANCEL = auto()
    """The job was cancelled."""
    INTERRUPT = auto()
    """The app ends; the job goes on next time."""
    TIMEOUT = auto()
    """It took longer than it may."""


class Blade(QObject):
    """Runs the attempts of one slot; every step is a function that the one before arranges.

    Signals:
        freed: It can take the next task (its last one may still be on its way to the disk).
        ready: Its supervisor runs; sent once.
        settled: An attempt's end is stored and its folder is gone.
        broken: Its supervisor died; the dispatcher replaces it.
    """

    freed = Signal()
    ready = Signal()
    settled = Signal()
    broken = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        """Start the supervisor."""
        super().__init__(parent)
        self._shop = workshop
        self.claim: Claim | None = None
        self.reserved_task = 0
        self.engine_name = ""
        self._closing = 0
        self._wish = Wish.NONE
        self._prepared: Prepared | None = None
        self._engine: RenderEngine[Any] | None = None
        self._clock = ActiveClock()
        self._identity = ""
        self._publishing = False
        self._begin_timer = self._timer(self._on_begin)
        self._time_limit = self._timer(self._on_time_limit)
        self._process = SupervisedProcess(self)
        self._process.ready.connect(self._on_ready)
        self._process.started.connect(self._on_started)
        self._process.printed.connect(self._on_printed)
        self._process.exited.connect(self._on_exited)
        self._process.lost.connect(self._on_lost)

    @property
    def is_reserved(self) -> bool:
        """Whether a task was chosen for it, or runs."""
        return self.reserved_task != 0

    @property
    def is_settled(self) -> bool:
        """Whether nothing of any attempt is left to do: no process, no write, no folder."""
        return not self.is_reserved and not self._closing

    @property
    def is_free(self) -> bool:
        """Whether it can take a task now."""
        return not self.is_reserved and self._process.state is ProcessState.IDLE

    @property
    def supervisor(self) -> str:
        """Identity of its supervisor process."""
        return self._process.identity

    def reserve(self, task_id: int, engine: str) -> None:
        """Keep it for a task that is being claimed."""
        self.reserved_task = task_id
        self.engine_name = engine

    def release(self) -> None:
        """The claim failed: it is free again."""
        self.reserved_task = 0

    def take(self, claim: Claim) -> None:
        """Run the task that was claimed for this blade."""
        self.claim = claim
        self._wish = Wish.NONE
        self._prepared = None
        self._publishing = False
        self._identity = ""
        self._engine = engine = self._shop.registry.get(claim.job.spec.engine)
        attempt = claim.attempt
        self._shop.board.open(attempt.job_id, attempt.id, attempt.log)
        work = partial(self._prepare, claim, engine)
        if attempt.folder or engine.reads_source or claim.job.spec.expects:
            self._shop.background.run(
                self._shop.background.io, work, self._on_prepared, self._on_error
            )
            return
        # Nothing to make and nothing to look at: a trip through the pool would only cost time.
        try:
            prepared = work()
        except Exception as error:  # noqa: BLE001 - becomes the failure of the job
            self._on_error(error)
        else:
            self._on_prepared(prepared)

    def end(self, wish: Wish) -> None:
        """End the current attempt as a person wants it; harmless when there is none."""
        if self.claim is None or self._publishing:
            return
        self._wish = wish
        if self._process.state is ProcessState.BUSY:
            # What it wrote so far is thrown away, so nobody waits for it to finish its file.
            self._process.stop(grace_s=STOP_GRACE_S)

    def pause(self) -> None:
        """Suspend the processes of the current attempt."""
        if self.claim is not None:
            self._clock.pause()
            self._shop.board.pause(self.claim.job.id, paused=True)
            self._process.pause()

    def resume(self) -> None:
        """Let them go on."""
        if self.claim is not None:
            self._clock.resume()
            self._shop.board.pause(self.claim.job.id, paused=False)
            self._process.resume()

    def close(self) -> None:
        """End the supervisor, and with it whatever still runs."""
        self._process.close()

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _on_ready(self) -> None:
        self.ready.emit()

    def _prepare(self, claim: Claim, engine: RenderEngine[Any]) -> Prepared:
        version = self._shop.programs.get(engine)
        return prepare(claim.job, engine, version, claim.attempt.folder)

    def _on_prepared(self, prepared: Prepared) -> None:
        claim = self._held()
        self._prepared = prepared
        if self._wish is not Wish.NONE:
            self._wind_up(ExitReport(claim.attempt.id))
            return
        if self._process.state is not ProcessState.IDLE:
            self._interrupt("its supervisor ended")
            return
        command = prepared.command
        self._clock = ActiveClock()
        if prepared.outputs:
            whole = prepared.outputs[0]
            known = Observation(frames=whole.frames, duration_s=whole.duration_s)
            self._shop.board.see(claim.job.id, known, 0.0)
        self._process.run(
            RunOrder(
                attempt_id=claim.attempt.id,
                argv=command.argv,
                cwd=str(command.cwd),
                env={**scrubbed_environment(), **command.env} if command.env else None,
                log=claim.attempt.log,
                header=prepared.header,
                machine_stdout=command.machine_stdout,
                tag=self._tag(claim),
                nice=self._shop.nice,
            )
        )
        if claim.job.spec.timeout_s > 0:
            self._time_limit.start(int(claim.job.spec.timeout_s * 1000))
        if claim.job.intent.pause:
            self.pause()

    @Slot(int, str)
    def _on_started(self, _attempt_id: int, identity: str) -> None:
        self._identity = identity
        self._begin_timer.start(BEGIN_DELAY_MS)

    @Slot()
    def _on_begin(self) -> None:
        claim = self._held()
        self._write(lambda txn: attempts.begin(txn, claim.attempt, self._identity), lambda _: None)

    @Slot(int, str, str)
    def _on_printed(self, _attempt_id: int, _stream: str, text: str) -> None:
        if self.claim is None or self._engine is None:
            return
        active_s = self._clock.elapsed_s
        for line in text.splitlines():
            seen = self._engine.parse(line)
            if seen is not None:
                self._shop.board.see(self.claim.job.id, seen, active_s)

    @Slot(object)
    def _on_exited(self, report: ExitReport) -> None:
        self._begin_timer.stop()
        self._time_limit.stop()
        self._clock.pause()
        if self.claim is not None:
            self._wind_up(report)

    def _wind_up(self, report: ExitReport) -> None:
        """The program is gone, or never ran: decide how the attempt ends."""
        claim = self._held()
        elapsed = self._clock.elapsed_s
        if self._wish is Wish.CANCEL:
            self._close(lambda txn: attempts.cancelled(txn, claim.attempt, elapsed))
        elif self._wish is Wish.INTERRUPT:
            self._interrupt("the app was closed")
        elif self._wish is Wish.TIMEOUT:
            self._fail(_took_too_long(claim.job.spec.timeout_s), report)
        elif not report.was_successful():
            self._explain(report)
        elif self._prepared is not None and self._prepared.outputs:
            self._verify(report)
        else:
            self._close(lambda txn: _complete(txn, claim, report, elapsed))

    def _explain(self, report: ExitReport) -> None:
        rules = self._engine.failure_rules if self._engine else ()
        log = self._held().attempt.log
        self._shop.background.run(
            self._shop.background.io,
            lambda: diagnose(report, log, rules),
            lambda failure: self._fail(failure, report),
            self._on_error,
        )

    def _verify(self, report: ExitReport) -> None:
        claim, elapsed = self._held(), self._clock.elapsed_s
        self._shop.board.enter(claim.job.id, Stage.VERIFY)
        outputs = self._prepared.outputs if self._prepared else ()
        self._write(
            lambda txn: attempts.verify(txn, claim.attempt, report.code, elapsed),
            lambda _: self._shop.background.run(
                self._shop.background.io,
                lambda: examine(outputs, self._shop.media, claim.job.spec.if_exists),
                self._on_examined,
                self._on_error,
            ),
        )

    def _on_examined(self, examined: Examined) -> None:
        claim = self._held()
        failure = examined.failure()
        if failure is not None:
            self._fail(failure, ExitReport(claim.attempt.id, 0))
            return
        if self._wish is not Wish.NONE:
            self._wind_up(ExitReport(claim.attempt.id))
            return
        self._publishing = True
        self._shop.board.enter(claim.job.id, Stage.PUBLISH)
        self._write(
            lambda txn: attempts.publish(txn, claim.attempt, examined.artifacts),
            lambda _: self._shop.background.run(
                self._shop.background.io,
                lambda: put_in_place(examined.artifacts),
                lambda _: self._close(
                    lambda txn: attempts.complete(
                        txn, claim.attempt, examined.artifacts, examined.warnings
                    )
                ),
                self._on_error,
            ),
        )

    def _on_error(self, error: Exception) -> None:
        """One of our own stages failed."""
        if self.claim is None:
            return
        failure = failure_of(error)
        if failure.detail and not isinstance(error, OSError):
            _log.info("job %s: %s", self.claim.job.id, failure.detail)
        self._fail(failure, ExitReport(self.claim.attempt.id))

    def _fail(self, failure: Failure, report: ExitReport) -> None:
        claim, elapsed = self._held(), self._clock.elapsed_s
        policy = RetryPolicy(max_attempts=claim.job.spec.max_attempts)
        delay = retry_delay(failure, claim.tries + 1, policy, random.random())  # noqa: S311
        self._close(
            lambda txn: attempts.fail(
                txn,
                claim.attempt,
                failure,
                exit_code=report.code,
                elapsed_s=elapsed,
                delay_s=delay,
            )
        )

    def _interrupt(self, reason: str) -> None:
        claim = self._held()
        self._close(lambda txn: attempts.interrupt(txn, claim.attempt, reason))

    def _close(self, end: Callable[[Txn], None]) -> None:
        """Record the end, clean up after it, and take the next task meanwhile."""
        claim = self._held()
        self._shop.board.close(claim.job.id)
        self._closing += 1
        self._write(end, lambda _: self._clean(claim), lambda _: self._clean(claim))
        self.claim = None
        self.release()
        self.freed.emit()

    def _clean(self, claim: Claim) -> None:
        folder = claim.attempt.folder
        if not folder:
            self._settle()
            return
        self._shop.background.run(
            self._shop.background.io,
            lambda: remove_folder(folder),
            lambda gone: self._note_gone(claim, gone=gone),
            lambda _: self._note_gone(claim, gone=False),
        )

    def _note_gone(self, claim: Claim, *, gone: bool) -> None:
        if gone:
            self._shop.store.write(
                lambda txn: attempts.folder_gone(txn, [claim.attempt.id]), durable=False
            )
        else:
            _log.warning("“%s” could not be removed yet", claim.attempt.folder)
        self._settle()

    def _settle(self) -> None:
        self._closing -= 1
        self.settled.emit()

    def _write(
        self,
        change: Callable[[Txn], None],
        then: Callable[[None], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        def refused(error: Exception) -> None:
            if not isinstance(error, StaleMove):
                _log.error("a move was not stored: %s", error)
            if failed is not None:
                failed(error)
            elif not isinstance(error, StaleMove):
                self._on_error(error)

        future = self._shop.store.write(change, actor="scheduler")
        self._shop.background.when_done(future, then, refused)

    @Slot()
    def _on_time_limit(self) -> None:
        self.end(Wish.TIMEOUT)

    @Slot()
    def _on_lost(self) -> None:
        self._begin_timer.stop()
        self._time_limit.stop()
        claim, ran = self.claim, self._process.has_order
        if claim is None or not ran:
            self.broken.emit()
            return
        self._shop.background.run(
            self._shop.background.io,
            lambda: end_orphans(self._tag(claim)),
            lambda _: self._abandon(),
            lambda _: self._abandon(),
        )

    def _abandon(self) -> None:
        self._interrupt("its supervisor ended")
        self.broken.emit()

    def _tag(self, claim: Claim) -> str:
        return f"{self._shop.queue_uid}-{claim.attempt.id}"

    def _held(self) -> Claim:
        if self.claim is None:
            raise RuntimeError("the blade holds no task")
        return self.claim


def _complete(txn: Txn, claim: Claim, report: ExitReport, elapsed_s: float) -> None:
    attempts.verify(txn, claim.attempt, report.code, elapsed_s)
    attempts.complete(txn, claim.attempt)


def _took_too_long(limit_s: float) -> Failure:
    return Failure(
        FailureKind.TIMEOUT,
        f"It took longer than its limit of {limit_s:.0f} seconds.",
        "Raise the limit, or make the render simpler.",
        Retry.NO,
    )
