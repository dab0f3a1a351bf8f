"""Everything that runs renders, built in order and ended in reverse; no window in it."""

import logging
import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.config.paths import Paths
from rendermanager.config.settings import Settings
from rendermanager.core.consumption import Usage
from rendermanager.core.errors import StoreBlocked, StoreDamaged
from rendermanager.core.events import Event
from rendermanager.core.trust import Runs
from rendermanager.core.usage import Sample
from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.bus import Bus
from rendermanager.engine.dispatcher import Dispatcher
from rendermanager.engine.hangwatch import HangWatch
from rendermanager.engine.programs import Programs
from rendermanager.engine.recover import Recovery, recover
from rendermanager.engine.workshop import Workshop
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.registry import Registry
from rendermanager.scheduling.admission import automatic_slots
from rendermanager.scheduling.climbing import Mix
from rendermanager.services.automatic import AutomaticSlots
from rendermanager.services.courtesy import CourtesyKeeper
from rendermanager.services.desk import Desk, Running
from rendermanager.services.hours import HoursKeeper
from rendermanager.services.hoursbook import HoursBook
from rendermanager.services.opening import open_owned
from rendermanager.services.owner import OwnerServer, Ownership
from rendermanager.services.preferences import Preferences
from rendermanager.services.safekeeping import Safekeeping
from rendermanager.services.sampling import Sampling
from rendermanager.services.session import Session
from rendermanager.services.storewatch import StoreWatch
from rendermanager.services.trustbook import TrustBook
from rendermanager.services.views import View, progress_view
from rendermanager.services.wakefulness import Wakefulness
from rendermanager.services.whereto import result_folders
from rendermanager.store import consumption, learned, queries
from rendermanager.store.mending import Mended
from rendermanager.store.store import Store

STOP_LIMIT_MS: Final = 10_000
"""How long the end waits for renders to stop; their supervisors end them after that."""
RECOVERY_RETRY_MS: Final = 2_000
"""Pause before the next try where the queue was locked or its disk was not there."""

_log = logging.getLogger(__name__)


class EngineRoom(QObject):
    """Owns the queue from the first lock to the last close.

    Signals:
        started: Recovery is over and the dispatcher works.
        stopped: Everything that ran has ended; `close` may be called.
        damaged: The queue makes no sense any more; the next start mends it.
    """

    started = Signal()
    stopped = Signal()
    damaged = Signal()

    def __init__(
        self, paths: Paths, parent: QObject | None = None, *, may_look: bool = False
    ) -> None:
        """Take the lock, open the store (mended, if need be), build the rest; nothing runs yet.

        Args:
            paths: Where everything is.
            parent: Qt parent.
            may_look: Open a queue that may not be changed all the same; then nothing ever runs.

        Raises:
            NotPossibleNow: The queue belongs to another process, or cannot be opened.
        """
        super().__init__(parent)
        paths.make()
        self._ownership = Ownership(paths)
        try:
            store, mended = open_owned(paths, may_look=may_look)
        except Exception:
            self._ownership.give_up()
            raise
        self._stopping = False
        self._closed = False
        self._stop_timer = QTimer(self)
        self._stop_timer.setSingleShot(True)
        self._stop_timer.timeout.connect(self._on_stopped)
        self.session = self._build(paths, store, mended)
        session = self.session
        self._safekeeping = Safekeeping(store, session.background, session.bus, paths.backups, self)
        preferences = session.preferences
        self._wakefulness = Wakefulness(
            session.bus,
            session.board,
            session.background,
            lambda: preferences.value.keep_awake,
            self,
        )
        preferences.changed.connect(self._wakefulness.look_soon)
        self._courtesy = CourtesyKeeper(
            session.bus, session.dispatcher, session.background, lambda: preferences.value, self
        )
        preferences.changed.connect(self._courtesy.look_soon)
        self._automatic = AutomaticSlots(
            session.dispatcher,
            session.board,
            session.bus,
            lambda: session.sampling.newest,
            store,
            self,
        )
        self._hours = HoursKeeper(
            session.bus,
            session.dispatcher,
            self._automatic,
            self._courtesy,
            lambda: preferences.value,
            store.now,
            self,
        )
        preferences.changed.connect(self._hours.look)
        self._watch = StoreWatch(session, self)
        self._watch.damaged.connect(self.damaged)
        desk = Desk(
            paths,
            store,
            "cli",
            Running(
                self.live,
                lambda: self.session.dispatcher.stopped,
                self.session.programs,
                HoursBook(
                    lambda: preferences.value,
                    partial(session.background.post, preferences.set_hours),
                    store.now,
                    lambda: self._hours.override,
                ),
                self._measured,
                session.sampling.usage,
            ),
        )
        self._server = OwnerServer(paths, desk, self.session.background, self)
        self.handed_over = self._server.handed_over

    def _build(self, paths: Paths, store: Store, mended: Mended | None) -> Session:
        preferences = Preferences(paths.settings, self)
        background = Background(self)
        bus = Bus(self)
        board = Board(bus, self)
        registry = Registry.load(paths.presets, TrustBook(paths.trusted).folders)
        programs = Programs(preferences.value.programs)
        media = MediaReader()
        self._hangs = HangWatch(background, board, store, self)
        self._hangs.set_limit(preferences.value.hang_limit_s)
        workshop = Workshop(
            store=store,
            background=background,
            board=board,
            hangs=self._hangs,
            registry=registry,
            programs=programs,
            media=media,
            queue_uid=store.read(queries.store_uid),
            nice=preferences.value.nice,
            policy_of=preferences.retry_policy,
            allows=partial(_is_allowed, paths.trusted),
            memory_ceiling=preferences.memory_ceiling,
            disk_floor=preferences.disk_floor,
        )
        dispatcher = Dispatcher(workshop, bus, paths.attempt_log, self)
        dispatcher.set_on_orphan(preferences.value.if_app_dies)
        preferences.changed.connect(self._on_set)
        store.listen(partial(_announce, background, bus))
        sampling = Sampling(
            paths.samples,
            self._hangs.trees,
            lambda: result_folders(store, preferences.value),
            partial(_keep_usage, store),
        )
        bus.progressed.connect(sampling.look_soon)
        return Session(
            paths=paths,
            preferences=preferences,
            store=store,
            background=background,
            bus=bus,
            board=board,
            dispatcher=dispatcher,
            registry=registry,
            programs=programs,
            media=media,
            sampling=sampling,
            mended=mended,
        )

    def _measured(self) -> tuple[Sample | None, Mapping[int, int]]:
        """The last sample with the jobs of its attempts; may be called from any thread."""
        sample, board = self.session.sampling.newest, self.session.board
        renders = sample.renders if sample else {}
        return sample, {each: board.job_of(each) for each in renders}

    def slots(self, wanted: int = 0) -> int:
        """Renders at once: `wanted`, else as set, else what suits the machine."""
        chosen = wanted or self.session.preferences.value.concurrency
        return chosen or automatic_slots(os.cpu_count() or 1)

    def start(self, slots: int = 0, *, first_job: int = 0) -> None:
        """Mend what a crash left, then let the dispatcher work.

        Args:
            slots: Renders at once; 0 as set.
            first_job: Only jobs from this number on are run; 0 for all. A queue that is paused is
                then run all the same, since these jobs were asked for by name.
        """
        session = self.session
        if session.store.only_look is not None:
            return
        session.sampling.start()
        session.dispatcher.set_slots(self.slots(slots))

        def work() -> tuple[Recovery, str, dict[Mix, int]]:
            read = session.store.read
            return recover(session.store), read(queries.queue_paused), read(learned.slots_found)

        def go(found: tuple[Recovery, str, dict[Mix, int]]) -> None:
            if self._closed or self._stopping:
                return
            recovered, paused, slots_found = found
            self._automatic.remember(slots_found)
            self._hours.begin(slots)
            paused = "" if first_job else paused
            session.dispatcher.start(session.dispatcher.slots, paused, first_job=first_job)
            session.dispatcher.adopt(recovered.adopted)
            self._safekeeping.begin()
            # Recovery may have told of trouble that is over now; the store tells of its own.
            session.bus.trouble.emit(str(session.store.trouble or ""))
            self.started.emit()

        def failed(error: Exception) -> None:
            _log.error("recovery failed", exc_info=error)
            session.bus.trouble.emit(str(error))
            if isinstance(error, StoreBlocked):
                QTimer.singleShot(RECOVERY_RETRY_MS, self, again)

        def again() -> None:
            if not self._closed and not self._stopping:
                session.background.run(session.background.io, work, go, failed)

        again()

    def stop(self) -> None:
        """Start nothing more and interrupt what runs; `stopped` follows, once."""
        if self._stopping:
            return
        self._stopping = True
        dispatcher = self.session.dispatcher
        dispatcher.hold()
        dispatcher.emptied.connect(self._on_stopped)
        self._stop_timer.start(STOP_LIMIT_MS)
        if isinstance(self.session.store.trouble, StoreDamaged):
            self.session.store.stop_waiting()  # nothing will be recorded any more
        dispatcher.interrupt_all()

    def close(self) -> None:
        """End everything, in the reverse order; blocks for a moment."""
        if self._closed:
            return
        self._closed = True
        self._server.close()
        session = self.session
        self._safekeeping.close()
        self._hours.close()
        self._automatic.close()
        # Whoever waits for room on the disk would hold up the end for good.
        session.store.stop_waiting()
        session.dispatcher.close()
        session.sampling.close()
        self._hangs.close()
        session.background.close()
        self._wakefulness.close()
        self._courtesy.close()
        session.media.close()
        session.store.close()
        self._ownership.give_up()

    def live(self) -> Mapping[int, tuple[View, str]]:
        """By job: what is newer than the store. May be called from any thread."""
        found: dict[int, tuple[View, str]] = {
            job_id: ({"waits_for": reason.why.value}, reason.text)
            for job_id, reason in self.session.dispatcher.waiting.items()
        }
        for each in self.session.board.all():
            found[each.job_id] = (progress_view(each.progress, each.note), each.note)
        return found

    @Slot(object)
    def _on_set(self, settings: Settings) -> None:
        self._hangs.set_limit(settings.hang_limit_s)
        self.session.dispatcher.set_on_orphan(settings.if_app_dies)

    @Slot()
    def _on_stopped(self) -> None:
        self._stop_timer.stop()
        self.session.dispatcher.emptied.disconnect(self._on_stopped)
        self.stopped.emit()


def _announce(background: Background, bus: Bus, events: Sequence[Event]) -> None:
    """Bring committed events from the writer's thread to the bus."""
    background.post(bus.committed.emit, tuple(events))


def _keep_usage(store: Store, attempt_id: int, usage: Usage) -> None:
    """Remember what an attempt has taken; a loss in a power cut would do no harm."""
    store.write(lambda txn: consumption.keep(txn, attempt_id, usage), durable=False)


def _is_allowed(book: Path, pieces: Sequence[Runs]) -> bool:
    """Whether a person has allowed these to run; hardly any render asks."""
    if not pieces:
        return True
    return TrustBook(book).allows(pieces)
