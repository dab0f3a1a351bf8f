"""Decides what starts next, and carries out what was asked of running jobs."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import JobStatus, TaskState
from rendermanager.engine.asked import carry_out, changes_order, is_act
from rendermanager.engine.blade import Blade
from rendermanager.engine.breakers import Breakers
from rendermanager.engine.bus import Bus
from rendermanager.engine.checking import Checker
from rendermanager.engine.claiming import Claims
from rendermanager.engine.guarding import MemoryGuard
from rendermanager.engine.limits import EngineLimits
from rendermanager.engine.ready import ReadyTasks
from rendermanager.engine.reasons import Reasons
from rendermanager.engine.retries import Retries
from rendermanager.engine.returning import Returning
from rendermanager.engine.saving import ProgressSaver
from rendermanager.engine.slots import Slots
from rendermanager.engine.tidying import Tidier
from rendermanager.engine.trouble import StoreTrouble
from rendermanager.engine.waits import Waits
from rendermanager.engine.workshop import Hold, Wish, Workshop
from rendermanager.scheduling.admission import Reason, Situation, Why, admit
from rendermanager.store.attempts import Claim


class Dispatcher(QObject):
    """Keeps the blades busy with the tasks that come first.

    Signals:
        emptied: No blade holds a task any more; only sent while on hold.

    Nothing starts before `start`. The window of ready tasks is read from the store when events
    say that it may have changed; between two reads tasks are taken from it in order.
    """

    emptied = Signal()

    def __init__(
        self,
        workshop: Workshop,
        bus: Bus,
        log_of: Callable[[int, str], str],
        parent: QObject | None = None,
    ) -> None:
        """Hold everything.

        Args:
            workshop: What blades work with.
            bus: Where committed events come from, and reasons go to.
            log_of: Path of an attempt's log from its job's id and the name of the run.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._shop = workshop
        self._bus = bus
        self._slots = Slots(workshop, self)
        self._slots.freed.connect(self._on_freed)
        self._slots.settled.connect(self._on_slot_settled)
        self._first_job = 0
        self._trouble = StoreTrouble(bus, self)
        self._trouble.over.connect(self._on_due)
        self._ready = ReadyTasks(workshop.store, workshop.background, self)
        self._ready.arrived.connect(self._on_window)
        self._ready.unreadable.connect(self._trouble.say)
        self._open = False
        self._paused = ""
        self._resting = ""
        self._held_off: dict[Why, str] = {}
        self._checker = Checker(workshop, self)
        self._checker.looked.connect(self._check_settled)
        self._checker.waiting_changed.connect(self._explain_soon)
        self._waits = Waits(workshop, self)
        self._waits.due.connect(self._on_due)
        self._claims = Claims(workshop, self._waits, log_of, lambda: self._open, self)
        self._claims.claimed.connect(self._on_claimed)
        self._claims.given_back.connect(self._on_given_back)
        self._claims.failed.connect(self._trouble.say)
        self._tick_timer = self._timer(self._on_tick)
        self._limits = EngineLimits(workshop.registry)
        self._guard = MemoryGuard(workshop, self._slots, self)
        self._breakers = Breakers(workshop, self)
        self._breakers.changed.connect(self.wake)
        self._returning = Returning(workshop.store, workshop.background, self)
        self._retries = Retries(workshop.store, workshop.background, self)
        self._retries.looked.connect(self._check_settled)
        self._reasons = Reasons(
            bus,
            lambda: self._ready.tasks,
            lambda: self._situation(0),
            lambda: self._checker.waiting,
            self,
        )
        self._tidier = Tidier(workshop.store, workshop.background, bus, self)
        self._tidier.finished.connect(self._check_settled)
        self._saver = ProgressSaver(workshop.store, workshop.board, self)
        bus.committed.connect(self._on_committed)

    @property
    def is_settled(self) -> bool:
        """Whether nothing runs, nothing is being looked at, and nothing can start."""
        quiet = not self._ready.is_reading and not self._ready.is_stale and self._checker.is_idle
        busy = self._ready.tasks or self._retries.is_waiting or self._tidier.is_busy
        return quiet and not busy and self._slots.is_settled

    @property
    def running(self) -> tuple[int, ...]:
        """Jobs that hold a blade."""
        return self._slots.running

    @property
    def slots_in_use(self) -> int:
        """Tasks that hold a blade; a job may have several."""
        return self._slots.active.total()

    @property
    def slots(self) -> int:
        """Renders allowed at once."""
        return self._slots.wanted

    @property
    def waiting(self) -> Mapping[int, Reason]:
        """By job: why the next ready tasks have not started."""
        return self._reasons.waiting

    @property
    def stopped(self) -> tuple[str, ...]:
        """What nothing starts for because it failed again and again, in words."""
        return tuple(self._breakers.stopped().values())

    @property
    def queue_paused(self) -> str:
        """Empty, ``after`` or ``now``."""
        return self._paused

    @property
    def resting(self) -> str:
        """Why renders keep out of the artist's way, in words; empty when they do not."""
        return self._resting

    @property
    def held_off(self) -> str:
        """Why nothing more starts while what runs goes on, in words; empty when something may."""
        return next(iter(self._held_off.values()), "")

    @property
    def kinds(self) -> frozenset[str]:
        """Engines and presets of the jobs that hold a blade."""
        return self._slots.kinds

    @property
    def supervisors(self) -> tuple[int, ...]:
        """Pids of the processes that watch what renders."""
        return tuple(self._slots.supervisors.values())

    def start(self, slots: int, paused: str = "", first_job: int = 0) -> None:
        """Begin to work.

        Args:
            slots: Renders at once.
            paused: How the queue is paused; see `queue_paused`.
            first_job: Jobs with a lower number are left alone.
        """
        self._open = True
        self._first_job = first_job
        self._paused = paused
        self._breakers.start()
        self.set_slots(slots)
        self.look_for_retries()
        self.wake(stale=True)
        self._checker.first_job = first_job
        self._checker.wake()

    def adopt(self, claims: Sequence[Claim]) -> None:
        """Take over renders that went on while the app was away; each takes a slot."""
        for claim in claims:
            if claim.job.shared:
                self._tidier.expect(claim.job.id)
            foster = self._slots.adopt(claim)
            if claim.job.intent.cancel:
                foster.end(Wish.CANCEL)
            elif claim.job.intent.pause:
                foster.hold(Hold.JOB)
            if self._paused == "now":
                foster.hold(Hold.QUEUE)
            if self._resting:
                foster.hold(Hold.ARTIST)
        if claims:
            self._saver.begin()
            self._guard.begin()

    def set_on_orphan(self, policy: str) -> None:
        """What becomes of renders when the app dies: ``stop`` or ``finish``."""
        self._slots.set_on_orphan(policy)

    def set_slots(self, slots: int) -> None:
        """Allow this many renders at once; running ones are never ended for it."""
        self._slots.want(slots)
        self.wake()

    def wake(self, *, stale: bool = False) -> None:
        """Look soon whether something can start; `stale` reads the ready tasks anew."""
        self._ready.is_stale = self._ready.is_stale or stale
        if self._open and not self._tick_timer.isActive():
            self._tick_timer.start(0)

    def rest(self, why: str) -> None:
        """Suspend what renders and start nothing, or go on where `why` is empty."""
        self._resting = why
        for blade in self._slots:
            if why:
                blade.hold(Hold.ARTIST)
            else:
                blade.let_go(Hold.ARTIST)
        for job_id in self._slots.running:
            self._shop.board.note(job_id, why)
        self._bus.resting.emit(why)
        self.wake()

    def hold_off(self, why: Why, text: str) -> None:
        """Start nothing more for this reason, in words, or let it go where `text` is empty."""
        if self._held_off.get(why, "") == text:
            return
        self._held_off.pop(why, None)
        if text:
            self._held_off[why] = text
        self._bus.held_off.emit(self.held_off)
        self.wake()

    def set_store_trouble(self, sentence: str) -> None:
        """Start nothing while the store is in trouble; an empty sentence says that it is over."""
        self._trouble.set_lasting(sentence)

    def look_for_retries(self) -> None:
        """Ask the store anew when the next retry is due, and what waits for its folder."""
        self._retries.look()
        if self._open:
            self._returning.look()

    def hold(self) -> None:
        """Start nothing more."""
        self._open = False
        self._tick_timer.stop()
        self._breakers.stop()
        self._retries.stop()
        self._returning.stop()
        self._checker.stop()
        self._waits.forget()

    def interrupt_all(self) -> None:
        """End what runs so that it goes on at the next start; `emptied` follows."""
        if self._first_job:
            # We were called for a few jobs only: what others have left goes on as we found it.
            self._slots.leave_adopted()
        self._slots.interrupt()
        # Never from within the call: whoever asks connects first, or asks again.
        self._tick_timer.start(0)

    def close(self) -> None:
        """End every supervisor."""
        self.hold()
        self._saver.stop()
        self._guard.close()
        self._slots.close()

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _check_emptied(self) -> None:
        if self._slots.is_settled:
            self.emptied.emit()

    @Slot()
    def _on_freed(self) -> None:
        if not self._open:
            return
        self._waits.look_for_memory()
        if self._ready.is_stale:
            self.wake()
        else:
            # Without the detour through the event loop the next claim shares the last one's commit.
            self._on_tick()

    @Slot()
    def _on_slot_settled(self) -> None:
        if self._open:
            self._check_settled()
        else:
            self._check_emptied()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        fresh = False
        for event in events:
            if is_act(event):
                self._breakers.close_all()
            if event.kind is EventKind.QUEUE:
                self._paused = event.new
            if event.task_id and event.new == TaskState.RETRY_WAIT:
                self.look_for_retries()
            if not event.task_id and event.new == JobStatus.PENDING and self._open:
                self._checker.wake()
            carry_out(event, self._slots)
            fresh = fresh or changes_order(event)
        if fresh:
            self.wake(stale=True)

    @Slot()
    def _on_tick(self) -> None:
        if not self._open:
            self._check_emptied()
        if not self._open or self._ready.is_reading:
            return
        full = self._full()
        if self._ready.must_be_read(full):
            self._ready.read(self._first_job, self._waits.kept_back, full)
        else:
            self._decide()

    @Slot()
    def _on_window(self) -> None:
        self._ready.leave_out({blade.reserved_task for blade in self._slots})
        self._decide()
        if self._ready.is_stale:
            self.wake()

    def _decide(self) -> None:
        free = self._slots.free
        chosen = admit(self._ready.tasks, self._situation(len(free))) if free else []
        order = [each.task_id for each in self._ready.tasks] if chosen else []
        for candidate, blade in zip(chosen, free, strict=False):
            self._ready.take(candidate)
            earlier = order[: order.index(candidate.task_id)]
            self._claims.begin(candidate, blade, self._slots.supervisors, earlier)
        self._explain_soon()
        if self._ready.must_be_read(self._full()):
            self.wake()
        self._check_settled()

    def _full(self) -> frozenset[str]:
        """Engines of which no more may run at the moment."""
        active = self._slots.active
        return frozenset(
            engine for engine, limit in self._limits.of(active).items() if active[engine] >= limit
        )

    def _situation(self, free: int) -> Situation:
        active = self._slots.active
        return Situation(
            slots=active.total() + free,
            active=active,
            queue_paused=self._paused,
            resting=self._resting,
            held_off=next(iter(self._held_off.items()), None),
            limits=self._limits.of(task.engine for task in self._ready.tasks),
            kept_back=self._waits.kept_back,
            trouble=self._trouble.sentence,
            alone=self._slots.alone,
            stopped=self._breakers.stopped(),
            probes=self._breakers.probes(),
        )

    @Slot()
    def _explain_soon(self) -> None:
        if self._open:
            self._reasons.tell_soon()

    @Slot()
    def _on_given_back(self) -> None:
        if self._open:
            self.wake(stale=True)
        else:
            self._check_emptied()

    @Slot()
    def _on_due(self) -> None:
        self.wake(stale=True)

    @Slot(object, object)
    def _on_claimed(self, blade: Blade, claim: Claim) -> None:
        self._saver.begin()
        if claim.job.shared:
            self._tidier.expect(claim.job.id)
        blade.take(claim)
        self._guard.begin()
        if not self._open:
            blade.end(Wish.INTERRUPT)
        elif claim.job.intent.cancel:
            blade.end(Wish.CANCEL)
        elif self._paused == "now":
            blade.hold(Hold.QUEUE)
        elif self._resting:
            blade.hold(Hold.ARTIST)

    @Slot()
    def _check_settled(self) -> None:
        if self._open and self.is_settled:
            self._bus.settled.emit()
