"""One slot: takes one task at a time from its claim to the end of its program."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.progress import Observation, Stage
from rendermanager.engine.clock import ActiveClock
from rendermanager.engine.closing import Closing
from rendermanager.engine.ending import Ending
from rendermanager.engine.finish import with_memory
from rendermanager.engine.hangwatch import Patient
from rendermanager.engine.kept import KeptResult
from rendermanager.engine.prepare import (
    Prepared,
    looks_at_something,
    prepare,
    request_of,
    scrubbed_environment,
    source_of,
)
from rendermanager.engine.process import ExitReport, ProcessState, RunOrder, SupervisedProcess
from rendermanager.engine.recover import end_orphans
from rendermanager.engine.resuming import Earlier
from rendermanager.engine.takeover import kept_result
from rendermanager.engine.turns import Turns
from rendermanager.engine.workshop import Hold, Standing, Wish, Workshop, standing_of
from rendermanager.machine.orphans import result_path
from rendermanager.machine.processes import pid_of
from rendermanager.renderers.api import (
    EngineVersion,
    Listener,
    RenderEngine,
    RenderRequest,
)
from rendermanager.renderers.extras import (
    resumes,
)
from rendermanager.store import attempts, made
from rendermanager.store.attempts import Claim

BEGIN_DELAY_MS: Final = 40
"""A program that ends sooner is neither shown as running nor stored as having begun."""
TURN_PATIENCE_MS: Final = 250
"""How long a prepared task waits for its turn before it goes back to the queue."""
STOP_GRACE_S: Final = 1.5
"""Time between the polite and the final signal when a render is not wanted any more."""


class Blade(QObject):
    """Runs the attempts of one slot; every step is a function that the one before arranges.

    Signals:
        freed: It can take the next task (its last one may still be on its way to the disk).
        ready: Its supervisor runs; sent once.
        settled: An attempt's end is stored and its folder is gone.
        waited: Its task was prepared early, and in vain: what runs takes long.
        broken: Its supervisor died; the dispatcher replaces it.
    """

    freed = Signal()
    ready = Signal()
    settled = Signal()
    waited = Signal()
    broken = Signal()

    def __init__(self, workshop: Workshop, turns: Turns, parent: QObject | None = None) -> None:
        """Start the supervisor."""
        super().__init__(parent)
        self._shop = workshop
        self._turns = turns
        self.last_s = 0.0
        self.claim: Claim | None = None
        self.reserved_task = 0
        self.engine_name = ""
        self.is_alone = False
        self._closing = 0
        self._holds: set[Hold] = set()
        self._ending: Ending | None = None
        self._listen: Listener | None = None
        self._clock = ActiveClock()
        self._identity = ""
        self._still_s = 0.0
        self._begin_timer = self._timer(self._on_begin)
        self._time_limit = self._timer(self._on_time_limit)
        self._patience = self._timer(self._on_patience_over)
        self._process = SupervisedProcess(self)
        self._process.ready.connect(self.ready)
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

    @property
    def standing(self) -> Standing:
        """What keeps its processes from growing."""
        return standing_of(self._holds, self._ending.wish if self._ending else Wish.NONE)

    def reserve(self, task_id: int, engine: str, *, alone: bool = False) -> None:
        """Keep it for a task that is being claimed; `alone` if nothing may run beside it."""
        self.reserved_task = task_id
        self.engine_name = engine
        self.is_alone = alone

    def release(self) -> None:
        """The claim failed: it is free again."""
        self.reserved_task = 0

    def take(self, claim: Claim) -> None:
        """Run the task that was claimed for this blade."""
        self.claim = claim
        self._closing += 1
        self._holds = {Hold.JOB} if claim.job.intent.pause else set()
        self._identity = ""
        self._listen = None
        engine = self._shop.registry.get(claim.spec.engine)
        closing = Closing(self._shop, claim, self._on_released, self._on_settled)
        self._ending = ending = Ending(self._shop, closing)
        attempt = claim.attempt
        self._shop.board.open(attempt.job_id, attempt.id, attempt.log, claim.share)
        work = partial(self._prepare, claim, engine)
        if attempt.folder or engine.reads_source or looks_at_something(claim.spec):
            self._shop.background.run(
                self._shop.background.io, work, self._on_prepared, ending.closing.fail_for
            )
            return
        # Nothing to make and nothing to look at: a trip through the pool would only cost time.
        try:
            prepared = work()
        except Exception as error:  # noqa: BLE001 - becomes the failure of the job
            ending.closing.fail_for(error)
        else:
            self._on_prepared(prepared)

    def end(self, wish: Wish, held: int = 0) -> None:
        """End the current attempt as is wished; harmless when there is none.

        Args:
            wish: How.
            held: Bytes of memory that it holds, where it is ended for that.
        """
        claim, ending = self.claim, self._ending
        if claim is None or ending is None:
            return
        ending.wish, ending.held = wish, held
        if ending.is_publishing:
            # It completes, unless its target is gone: while it waits for that, the wish counts.
            return
        if self._turns.is_waiting(self):
            self._on_exited(ExitReport(claim.attempt.id))
        elif self._process.state is ProcessState.BUSY:
            # What it wrote so far is thrown away, so nobody waits for it to finish its file.
            self._process.stop(grace_s=STOP_GRACE_S)

    def hold(self, why: Hold) -> None:
        """Suspend the processes of the current attempt, now or as soon as they run."""
        if self.claim is not None and why not in self._holds:
            self._holds.add(why)
            self._suspend()

    def let_go(self, why: Hold) -> None:
        """Let them go on, unless there is another reason to hold them."""
        if self.claim is None or why not in self._holds:
            return
        self._holds.discard(why)
        if not self._holds and self._process.state is ProcessState.BUSY:
            self._clock.resume()
            self._shop.hangs.resume(self.claim.attempt.id)
            self._shop.board.pause(self.claim.attempt.id, paused=False)
            self._process.resume()

    def _suspend(self) -> None:
        if self.claim is not None and self._process.state is ProcessState.BUSY:
            self._clock.pause()
            self._shop.hangs.pause(self.claim.attempt.id)
            self._shop.board.pause(self.claim.attempt.id, paused=True)
            self._process.pause()

    def set_on_orphan(self, policy: str) -> None:
        """What becomes of its render when the app dies: ``stop`` or ``finish``."""
        self._process.set_on_orphan(policy)

    def retire(self) -> None:
        """Let the idle supervisor end by itself; `broken` follows."""
        self._process.retire()

    def close(self) -> None:
        """End the supervisor, and with it whatever still runs; blocks for a moment."""
        self._process.close()

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _prepare(self, claim: Claim, engine: RenderEngine[Any]) -> Prepared | KeptResult:
        shop = self._shop

        def ask() -> tuple[RenderRequest[Any], EngineVersion, RenderEngine[Any]]:
            request = request_of(claim, engine, source_of(claim, engine, shop.media))
            return request, shop.programs.get(engine), engine

        return kept_result(shop.store, claim, ask) or self._prepare_anew(claim, engine)

    def _prepare_anew(self, claim: Claim, engine: RenderEngine[Any]) -> Prepared:
        version = self._shop.programs.get(engine)
        earlier = Earlier(self._shop.store, self._shop.media, claim, version, engine)
        resume = earlier.take_over if resumes(engine) and claim.attempt.folder else None

        def making(folder: Path) -> None:
            self._shop.store.change(lambda txn: made.making(txn, claim.job.id, str(folder)))

        media, allows = self._shop.media, self._shop.allows
        prepared = prepare(claim, engine, version, media, allows, resume, making)
        return replace(prepared, outputs=with_memory(prepared.outputs, self._shop.media))

    def _on_prepared(self, prepared: Prepared | KeptResult) -> None:
        claim, ending = self._current()
        if isinstance(prepared, KeptResult):
            ending.publish_kept(prepared)
            return
        ending.outputs = prepared.outputs
        ending.origin = prepared.origin
        self._listen = prepared.listen
        if ending.wish is not Wish.NONE:
            ending.wind_up(ExitReport(claim.attempt.id))
            return
        if prepared.has_all:
            # To load a scene may take minutes: it is not loaded for nothing.
            ending.wind_up(ExitReport(claim.attempt.id, 0))
            return
        if self._process.state is not ProcessState.IDLE:
            ending.closing.interrupt("its supervisor ended")
            return
        if not self._turns.ask(self, partial(self._run, prepared)):
            self._patience.start(TURN_PATIENCE_MS)

    def _run(self, prepared: Prepared) -> None:
        claim, ending = self._current()
        self._patience.stop()
        self._clock = ActiveClock()
        if prepared.outputs:
            whole = prepared.outputs[0]
            known = Observation(
                frame=prepared.had or None, frames=whole.frames, duration_s=whole.duration_s
            )
            self._shop.board.expect(claim.attempt.id, whole)
            self._shop.board.see(claim.attempt.id, known, 0.0)
        self._still_s = prepared.command.still_s
        self._process.run(self._order(claim, prepared))
        limits = (ending.limit_s, prepared.command.limit_s)
        ending.limit_s = min((each for each in limits if each > 0), default=0.0)
        if ending.limit_s > 0:
            self._time_limit.start(int(ending.limit_s * 1000))
        if self._holds:
            self._suspend()

    def _order(self, claim: Claim, prepared: Prepared) -> RunOrder:
        command = prepared.command
        return RunOrder(
            attempt_id=claim.attempt.id,
            argv=command.argv,
            cwd=str(command.cwd),
            env={**scrubbed_environment(), **command.env} if command.env else None,
            log=claim.attempt.log,
            header=prepared.header,
            machine_stdout=command.machine_stdout,
            tag=self._tag(claim),
            nice=self._shop.nice,
            hidden=prepared.hidden,
            result=result_path(claim.attempt.log),
        )

    @Slot(int, str)
    def _on_started(self, _attempt_id: int, identity: str) -> None:
        self._identity = identity
        self._begin_timer.start(BEGIN_DELAY_MS)

    @Slot()
    def _on_begin(self) -> None:
        claim, ending = self._current()
        identity = self._identity
        self._shop.board.enter(claim.attempt.id, Stage.RENDER)
        self._watch(claim)
        ending.closing.write(
            lambda txn: attempts.begin(txn, claim.attempt, identity, ending.limit_s),
            lambda _: None,
            # Whatever it was, it shows again when the program has ended.
            lambda _: None,
        )

    @Slot(int, str, str)
    def _on_printed(self, attempt_id: int, _stream: str, text: str) -> None:
        if self.claim is None or self._listen is None:
            return
        self._shop.hangs.heard(attempt_id)
        active_s = self._clock.elapsed_s
        for line in text.splitlines():
            seen = self._listen(line)
            if seen is not None:
                self._shop.board.see(attempt_id, seen, active_s)

    @Slot(object)
    def _on_exited(self, report: ExitReport) -> None:
        self._still()
        if self._ending is not None:
            self.last_s = self._clock.elapsed_s
            self._ending.wind_up(report, self.last_s)

    @Slot()
    def _on_patience_over(self) -> None:
        if self._turns.is_waiting(self):
            # First, or the task would come straight back to this blade.
            self.waited.emit()
            self._current()[1].closing.give_back("what runs takes longer than the last renders did")

    def _still(self) -> None:
        self._begin_timer.stop()
        self._time_limit.stop()
        self._clock.pause()
        if self.claim is not None:
            self._shop.hangs.forget(self.claim.attempt.id)

    def _on_released(self) -> None:
        self.claim = None
        self._ending = None
        self.release()
        self._patience.stop()
        self._turns.give_back(self)
        self.freed.emit()

    def _on_settled(self) -> None:
        self._closing -= 1
        self.settled.emit()

    @Slot()
    def _on_time_limit(self) -> None:
        if self._ending is None:
            return
        # The timer has counted pauses, too; the clock has not.
        left_s = self._ending.limit_s - self._clock.elapsed_s
        if left_s > 0:
            self._time_limit.start(int(left_s * 1000) + 1)
        else:
            self.end(Wish.TIMEOUT)

    def _watch(self, claim: Claim) -> None:
        patient = Patient(
            job_id=claim.job.id,
            attempt_id=claim.attempt.id,
            supervisor=pid_of(self._process.identity),
            folder=claim.attempt.folder,
            files=claim.spec.expects,
            least_s=self._still_s,
            hung=self._on_hung,
        )
        self._shop.hangs.watch(patient)
        if self._holds:
            self._shop.hangs.pause(claim.attempt.id)

    def _on_hung(self, still_s: float) -> None:
        if self._ending is not None:
            self._ending.still_s = still_s
        self.end(Wish.HUNG)

    @Slot()
    def _on_lost(self) -> None:
        self._still()
        claim = self.claim
        if claim is None or not self._process.has_order:
            self.broken.emit()
            return
        background = self._shop.background
        background.run(
            background.io,
            lambda: end_orphans(self._tag(claim)),
            lambda _: self._abandon(),
            lambda _: self._abandon(),
        )

    def _abandon(self) -> None:
        self._current()[1].lose("the process that watched it ended")
        self.broken.emit()

    def _tag(self, claim: Claim) -> str:
        return f"{self._shop.queue_uid}-{claim.attempt.id}"

    def _current(self) -> tuple[Claim, Ending]:
        if self.claim is None or self._ending is None:
            raise RuntimeError("the blade holds no task")
        return self.claim, self._ending
