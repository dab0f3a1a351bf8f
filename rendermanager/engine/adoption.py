"""Takes over a render that went on while the app was away, up to its end like any other."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.frames import FrameRange
from rendermanager.core.output import ExpectedOutput
from rendermanager.core.progress import Observation, Stage
from rendermanager.engine.clock import ActiveClock
from rendermanager.engine.closing import Closing
from rendermanager.engine.ending import Ending
from rendermanager.engine.finish import with_memory
from rendermanager.engine.hangwatch import Patient
from rendermanager.engine.prepare import listener_of, request_of, source_of
from rendermanager.engine.process import report_of
from rendermanager.engine.recover import end_orphans
from rendermanager.engine.workshop import Hold, Standing, Wish, Workshop, standing_of
from rendermanager.machine import orphans
from rendermanager.machine.orphans import Places, Sight
from rendermanager.machine.processes import pid_of
from rendermanager.renderers.api import Listener, RenderEngine
from rendermanager.store.attempts import Claim

LOOK_INTERVAL_MS: Final = 500
"""Time between two looks at what it has printed."""
PATIENCE_S: Final = 5.0
"""What a render that was told to end gets, before it is ended without its supervisor."""
LEAST_STILL_S: Final = 1_800.0
"""How it got here is not known, so it may be still for long."""

Engine = RenderEngine[Any]
T = TypeVar("T")


class Foster(QObject):
    """Stands in for the blade of one render whose supervisor outlived the last app.

    Signals:
        freed: Its slot can be used for the next task.
        settled: The end of its attempt is stored and its folder is gone.
    """

    freed = Signal()
    settled = Signal()

    def __init__(self, workshop: Workshop, claim: Claim, parent: QObject | None = None) -> None:
        """Know of it; `begin` looks at it."""
        super().__init__(parent)
        self._shop = workshop
        self.claim: Claim | None = claim
        self.reserved_task = claim.attempt.task_id
        self.engine_name = claim.spec.engine
        self.is_settled = False
        self._whole = claim
        self._attempt = claim.attempt
        self._job = claim.job
        self._listen: Listener | None = None
        self._holds: set[Hold] = set()
        self._places: Places | None = None
        self._told_at_s: float | None = None
        self._left = False
        self._clock = ActiveClock()
        self._before_s = max(0.0, (datetime.now(UTC) - claim.attempt.started).total_seconds())
        closing = Closing(workshop, claim, self._on_released, self._on_settled)
        self._ending = Ending(workshop, closing)
        # Its command may have set a shorter one than the job: that was stored as it began.
        self._ending.limit_s = claim.attempt.limit_s or claim.job.spec.timeout_s
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._on_look)

    @property
    def supervisor(self) -> str:
        """Identity of the process that watches it."""
        return self._attempt.supervisor

    @property
    def is_reserved(self) -> bool:
        """Whether it takes a slot."""
        return self.reserved_task != 0

    @property
    def standing(self) -> Standing:
        """What keeps its processes from growing."""
        return standing_of(self._holds, self._ending.wish)

    def begin(self) -> None:
        """Follow the render from now on."""
        attempt = self._attempt
        self._shop.board.open(attempt.job_id, attempt.id, attempt.log, self._whole.share)
        self._shop.board.enter(attempt.id, Stage.RENDER)
        try:
            engine = self._shop.registry.get(self.engine_name)
        except Exception as error:  # noqa: BLE001 - the engine's package is gone
            self._give_up(error)
            return
        self._run(partial(self._promised, engine), self._on_promised)

    def end(self, wish: Wish, held: int = 0) -> None:
        """End it as is wished; harmless when it is being published. As `Blade.end`."""
        if self.claim is None:
            return
        self._ending.wish, self._ending.held = wish, held
        # What is being published completes, or waits for its target: then the wish counts.
        if self._told_at_s is None and not self._ending.is_publishing:
            self._told_at_s = time.monotonic()
            self._tell(orphans.stop)

    def hold(self, why: Hold) -> None:
        """Suspend its processes."""
        if self.claim is not None and why not in self._holds:
            self._holds.add(why)
            self._clock.pause()
            self._shop.hangs.pause(self._attempt.id)
            self._shop.board.pause(self._attempt.id, paused=True)
            self._tell(orphans.suspend)

    def let_go(self, why: Hold) -> None:
        """Let them go on, unless there is another reason to hold them."""
        if self.claim is None or why not in self._holds:
            return
        self._holds.discard(why)
        if not self._holds:
            self._clock.resume()
            self._shop.hangs.resume(self._attempt.id)
            self._shop.board.pause(self._attempt.id, paused=False)
            self._tell(orphans.resume)

    def close(self) -> None:
        """Look no more; the render goes on, and the next start finds it."""
        self._left = True
        self._timer.stop()
        self._shop.hangs.forget(self._attempt.id)

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        background = self._shop.background
        background.run(background.io, work, then, self._give_up)

    def _tell(self, order: Callable[[str, str], bool]) -> None:
        """Pass an order on; a supervisor that is gone is noticed by the next look."""
        self._run(partial(order, self._attempt.supervisor, self._attempt.log), lambda _: None)

    def _promised(self, engine: Engine) -> tuple[Listener, tuple[ExpectedOutput, ...]]:
        """Who hears it, and what it must leave behind; on a pool."""
        attempt = self._attempt
        source = source_of(self._whole, engine, self._shop.media)
        request = request_of(self._whole, engine, source)
        outputs = tuple(engine.outputs(request))
        remembered = with_memory(outputs, self._shop.media)
        # What was written since it began is its own, and nothing to compare it with.
        began_ns = int(attempt.started.timestamp() * 1e9)
        had = FrameRange.parse(attempt.had).frames if attempt.had else ()
        resumed = replace(request, done=frozenset(had))
        return listener_of(engine, resumed, outputs), tuple(
            plain if _changed_since(began_ns, old) else old
            for plain, old in zip(outputs, remembered, strict=True)
        )

    def _on_promised(self, promised: tuple[Listener, tuple[ExpectedOutput, ...]]) -> None:
        if self._left:
            return
        self._listen, outputs = promised
        self._ending.outputs = outputs
        if outputs:
            known = Observation(frames=outputs[0].frames, duration_s=outputs[0].duration_s)
            self._shop.board.expect(self._attempt.id, outputs[0])
            self._shop.board.see(self._attempt.id, known, 0.0)
        attempt = self._attempt
        patient = Patient(
            job_id=attempt.job_id,
            attempt_id=attempt.id,
            supervisor=pid_of(attempt.supervisor),
            folder=attempt.folder,
            files=self._job.spec.expects,
            least_s=LEAST_STILL_S,
            hung=self._on_hung,
        )
        self._shop.hangs.watch(patient)
        if self._holds:
            self._shop.hangs.pause(attempt.id)
        self._on_look()

    @Slot()
    def _on_look(self) -> None:
        attempt = self._attempt
        self._run(
            partial(orphans.look, attempt.supervisor, attempt.log, self._places), self._on_seen
        )

    def _on_seen(self, sight: Sight) -> None:
        if self._left:
            return
        self._places = sight.places
        self._read(sight.text)
        if sight.outcome is not None:
            self._finish(sight.outcome)
        elif not sight.alive:
            self._end_hard("the process that watched it ended")
        elif self._told_at_s is not None and time.monotonic() > self._told_at_s + PATIENCE_S:
            self._end_hard("it did not end when it was told to")
        else:
            self._check_limit()
            self._timer.start()

    def _read(self, text: str) -> None:
        if not text or self._listen is None:
            return
        self._shop.hangs.heard(self._attempt.id)
        active_s = self._before_s + self._clock.elapsed_s
        for line in text.splitlines():
            seen = self._listen(line)
            if seen is not None:
                self._shop.board.see(self._attempt.id, seen, active_s)

    def _check_limit(self) -> None:
        limit_s = self._ending.limit_s
        if 0 < limit_s < self._before_s + self._clock.elapsed_s:
            self.end(Wish.TIMEOUT)

    def _on_hung(self, still_s: float) -> None:
        self._ending.still_s = still_s
        self.end(Wish.HUNG)

    def _finish(self, outcome: Any) -> None:
        """It has ended, and its supervisor has written down how."""
        self._shop.hangs.forget(self._attempt.id)
        if outcome.get("stopped") and self._ending.wish is Wish.NONE:
            self._ending.lose("its processes were ended from outside")
        else:
            took_s = float(outcome.get("took_s") or 0.0)
            self._ending.wind_up(report_of({**outcome, "id": self._attempt.id}), took_s)

    def _end_hard(self, reason: str) -> None:
        """Its supervisor is no help: end who carries the tag."""
        self._shop.hangs.forget(self._attempt.id)
        tag = f"{self._shop.queue_uid}-{self._attempt.id}"
        self._run(
            partial(end_orphans, tag, [self._attempt.supervisor]),
            lambda _: self._lose(reason),
        )

    def _lose(self, reason: str) -> None:
        if self._ending.wish is Wish.NONE:
            self._ending.lose(reason)
        else:
            self._ending.wind_up(report_of({"id": self._attempt.id, "code": None, "signal": 9}))

    def _give_up(self, error: Exception) -> None:
        """One of our own stages failed: nobody may go on rendering behind the failure."""
        self._shop.hangs.forget(self._attempt.id)
        background = self._shop.background
        tag = f"{self._shop.queue_uid}-{self._attempt.id}"
        background.run(
            background.io,
            partial(end_orphans, tag, [self._attempt.supervisor]),
            lambda _: self._ending.closing.fail_for(error),
            lambda _: self._ending.closing.fail_for(error),
        )

    def _on_released(self) -> None:
        self._timer.stop()
        self.claim = None
        self.reserved_task = 0
        self.freed.emit()

    def _on_settled(self) -> None:
        self._run(partial(orphans.forget, self._attempt.log), lambda _: None)
        self.is_settled = True
        self.settled.emit()


def _changed_since(moment_ns: int, output: ExpectedOutput) -> bool:
    """Whether something under this name was written after that moment."""
    if output.before is None:
        return False
    return any(stamp.changed_ns >= moment_ns for _, stamp in output.before.stamps)
