"""Watches the memory while several renders run, and has those stand back that were not foreseen."""

import logging
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Slot

from rendermanager.core.amounts import size_words
from rendermanager.core.events import EventKind
from rendermanager.engine.adoption import Foster
from rendermanager.engine.blade import Blade
from rendermanager.engine.slots import Slots
from rendermanager.engine.workshop import Hold, Wish, Workshop
from rendermanager.machine.memory import MemoryNow, memory_now
from rendermanager.machine.processes import pid_of
from rendermanager.scheduling.guard import Deed, Grown, decide, is_tense
from rendermanager.scheduling.memory import Memory

LOOK_MS: Final = 1_000
TENSE_LOOK_MS: Final = 100
"""While much is taken: a program may fill a gigabyte in less than a second."""
HELD_BACK: Final = "held back: memory is short"

_log = logging.getLogger(__name__)


class MemoryGuard(QObject):
    """Looks on a thread of its own: on a pool it would wait behind results that are verified."""

    def __init__(self, workshop: Workshop, slots: Slots, parent: QObject | None = None) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._shop = workshop
        self._slots = slots
        self._tense = False
        self._looking = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """A render was started: look from now on, until none is left."""
        if not self._timer.isActive() and not self._looking:
            self._timer.start(LOOK_MS)

    def close(self) -> None:
        """Look no more; blocks for a look that is under way."""
        self._timer.stop()
        self._pool.waitForDone()

    @Slot()
    def _on_timeout(self) -> None:
        held = self._held()
        if not held:
            self._tense = False
            return
        self._looking = True
        limited = any(each.claim.spec.memory_limit_mb for each in held if each.claim)
        pids = [pid_of(each.supervisor) for each in held] if self._tense or limited else []
        self._shop.background.run(
            self._pool, partial(memory_now, pids), self._on_looked, self._on_not_looked
        )

    def _held(self) -> list[Blade | Foster]:
        """Who runs something, the oldest first."""
        held = [each for each in self._slots if each.claim is not None and each.supervisor]
        return sorted(held, key=lambda each: each.claim.attempt.id if each.claim else 0)

    def _on_not_looked(self, error: Exception) -> None:
        self._looking = False
        _log.info("the memory could not be looked at: %s", error)
        self._timer.start(LOOK_MS)

    def _on_looked(self, now: MemoryNow) -> None:
        self._looking = False
        memory = Memory(now.total, int(now.total * self._shop.memory_ceiling()), now.used)
        held = self._held()
        if now.trees:
            seen = [(each, now.trees.get(pid_of(each.supervisor))) for each in held]
            found = decide(memory, [_grown(each, size) for each, size in seen if size is not None])
            if found is not None:
                deed, whom = found
                for each in held:
                    if each.reserved_task == whom.task:
                        self._carry_out(deed, each, whom.held)
        still = any(each.standing.is_still for each in held)
        self._tense = still or (is_tense(memory) and len(held) > 1)
        if held:
            self._timer.start(TENSE_LOOK_MS if self._tense else LOOK_MS)

    def _carry_out(self, deed: Deed, whom: Blade | Foster, held: int) -> None:
        claim = whom.claim
        if claim is None:
            return
        _log.info("job %s: %s at %s", claim.job.id, deed.name.lower(), size_words(held))
        if deed is Deed.STOP:
            whom.end(Wish.MAKE_ROOM, held)
        elif deed is Deed.REFUSE:
            whom.end(Wish.REFUSE, held)
        elif deed is Deed.HOLD:
            whom.hold(Hold.MEMORY)
            self._tell(claim.job.id, HELD_BACK)
        else:
            whom.let_go(Hold.MEMORY)
            self._tell(claim.job.id, "")

    def _tell(self, job_id: int, words: str) -> None:
        self._shop.board.note(job_id, words)
        self._shop.store.write(
            lambda txn: txn.record(EventKind.NOTED, job_id, reason=words or "it goes on"),
            actor="scheduler",
        )


def _grown(each: Blade | Foster, held: int) -> Grown:
    standing = each.standing
    limit = each.claim.spec.memory_limit_mb * 1_000_000 if each.claim else 0
    return Grown(
        task=each.reserved_task,
        held=held,
        limit=limit,
        still=standing.is_still,
        asleep=standing.is_asleep,
        ending=standing.is_ending,
    )
