"""The blades: as many as renders are allowed at once, replaced when their supervisor dies."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.engine.adoption import Foster
from rendermanager.engine.blade import Blade
from rendermanager.engine.turns import Turns
from rendermanager.engine.workshop import Wish, Workshop
from rendermanager.machine.processes import pid_of
from rendermanager.store.attempts import Claim

TINY_S: Final = 0.1
"""A program that ends sooner is over before the next task would be claimed."""
TINY_RUN: Final = 6
"""So many tiny programs in a row let us expect another one."""
SPARES: Final = 1
"""Tasks that are claimed ahead while programs are tiny."""
RESTART_DELAY_MS: Final = 500
"""Pause before a dead supervisor is replaced, so that one that cannot live does no harm."""


class Slots(QObject):
    """Keeps the wanted number of blades; more than wanted only until the surplus is free.

    While one tiny program follows another, a spare blade claims and prepares the next task
    meanwhile; how many programs run at once is what `Turns` sees to.

    Signals:
        freed: A blade can take a task.
        settled: Everything about an attempt is stored and cleaned up.
    """

    freed = Signal()
    settled = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._shop = workshop
        self._blades: list[Blade] = []
        self._fosters: list[Foster] = []
        self._on_orphan = "stop"
        self._turns = Turns()
        self._closed = False
        self._tiny = 0
        self.wanted = 0

    def __iter__(self) -> Iterator[Blade | Foster]:
        """Every blade, surplus ones too, and who stands in for one."""
        return iter((*self._blades, *self._fosters))

    @property
    def free(self) -> list[Blade]:
        """Blades that can take a task now, surplus ones left out."""
        blades = self._blades[: self._number]
        # Surplus ones that are still at work count: nothing starts in the place of another one.
        taken = sum(blade.is_reserved for blade in self._blades) + self._adopted
        return [blade for blade in blades if blade.is_free][: max(0, self._number - taken)]

    @property
    def active(self) -> Counter[str]:
        """Tasks that are claimed or run, by engine."""
        return Counter(blade.engine_name for blade in self if blade.is_reserved)

    @property
    def alone(self) -> frozenset[str]:
        """Engines of which a task runs that wants nothing of its engine beside it."""
        held = (blade for blade in self._blades if blade.is_reserved)
        return frozenset(blade.engine_name for blade in held if blade.is_alone)

    @property
    def running(self) -> tuple[int, ...]:
        """Jobs that hold a blade."""
        found = (blade.claim.job.id for blade in self if blade.claim is not None)
        return tuple(dict.fromkeys(found))

    @property
    def supervisors(self) -> dict[int, int]:
        """Pids of the processes that watch the tasks which are claimed or run, by task."""
        held = (each for each in self if each.is_reserved and each.supervisor)
        return {each.reserved_task: pid_of(each.supervisor) for each in held}

    @property
    def kinds(self) -> frozenset[str]:
        """Engines and presets of the jobs that hold a blade."""
        specs = (each.claim.spec for each in self if each.claim is not None)
        return frozenset(f"{spec.engine} {spec.preset}".rstrip() for spec in specs)

    @property
    def is_settled(self) -> bool:
        """Whether no blade has anything left to do."""
        return all(blade.is_settled for blade in self)

    def of(self, job_id: int) -> list[Blade | Foster]:
        """The blades that run tasks of this job."""
        return [each for each in self if each.claim is not None and each.claim.job.id == job_id]

    def want(self, number: int) -> None:
        """Have this many blades; a running one is never ended for it."""
        self.wanted = number
        self._turns.limit = max(0, number - self._adopted)
        while len(self._blades) < self._number:
            self._add()
        self._drop_surplus()
        self._turns.serve()

    def adopt(self, claim: Claim) -> Foster:
        """Take over a render that goes on already; a slot is taken for it."""
        foster = Foster(self._shop, claim, self)
        foster.freed.connect(self._on_foster_freed)
        foster.settled.connect(self._on_foster_settled)
        self._fosters.append(foster)
        self.want(self.wanted)
        foster.begin()
        return foster

    def leave_adopted(self) -> None:
        """Forget the renders that were taken over; they go on as before."""
        for foster in self._fosters:
            foster.close()
        self._fosters.clear()

    def set_on_orphan(self, policy: str) -> None:
        """What becomes of renders when the app dies: ``stop`` or ``finish``."""
        self._on_orphan = policy
        for blade in self._blades:
            blade.set_on_orphan(policy)

    def interrupt(self) -> None:
        """End what runs so that it goes on at the next start."""
        for blade in self:
            blade.end(Wish.INTERRUPT)

    def close(self) -> None:
        """End every supervisor."""
        self._closed = True
        self.leave_adopted()
        for blade in self.findChildren(Blade):
            blade.close()
        self._blades.clear()

    @property
    def _adopted(self) -> int:
        """Slots that renders hold which were taken over."""
        return sum(foster.is_reserved for foster in self._fosters)

    @property
    def _number(self) -> int:
        """Blades to have, spare ones included."""
        return self.wanted + (SPARES if self.wanted and self._tiny >= TINY_RUN else 0)

    def _add(self) -> None:
        blade = Blade(self._shop, self._turns, self)
        blade.set_on_orphan(self._on_orphan)
        blade.ready.connect(self._on_free)
        blade.freed.connect(self._on_freed)
        blade.waited.connect(self._on_waited)
        blade.settled.connect(self.settled)
        blade.broken.connect(self._on_broken)
        self._blades.append(blade)

    def _drop_surplus(self) -> None:
        surplus = [blade for blade in self._blades[self._number :] if blade.is_settled]
        self._blades = [blade for blade in self._blades if blade not in surplus]
        for blade in surplus:
            # Its end is reported like any other; nobody replaces it, since it is not ours any more.
            blade.retire()

    @Slot()
    def _on_freed(self) -> None:
        blade = self.sender()
        tiny = isinstance(blade, Blade) and blade.last_s < TINY_S
        self._tiny = self._tiny + 1 if tiny else 0
        if self._tiny == TINY_RUN and not self._closed:
            self.want(self.wanted)
        self._on_free()

    @Slot()
    def _on_waited(self) -> None:
        self._tiny = 0

    @Slot()
    def _on_foster_freed(self) -> None:
        # It takes no slot any more, but its end may still be on its way to the disk.
        self.want(self.wanted)
        self.freed.emit()

    @Slot()
    def _on_foster_settled(self) -> None:
        for foster in [each for each in self._fosters if each.is_settled]:
            self._fosters.remove(foster)
            foster.deleteLater()
        self.settled.emit()

    @Slot()
    def _on_free(self) -> None:
        self._drop_surplus()
        self.freed.emit()

    @Slot()
    def _on_broken(self) -> None:
        blade = self.sender()
        # When everything is being closed, supervisors end on purpose.
        if self._closed or not isinstance(blade, Blade):
            return
        if blade not in self._blades:
            blade.deleteLater()
            return
        self._blades.remove(blade)
        # The end of its last attempt may still be on its way to the disk.
        if blade.is_settled:
            blade.deleteLater()
        else:
            blade.settled.connect(blade.deleteLater)
        QTimer.singleShot(RESTART_DELAY_MS, self, self._on_restart)

    @Slot()
    def _on_restart(self) -> None:
        if not self._closed:
            self.want(self.wanted)
