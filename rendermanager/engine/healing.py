"""Looks after folders that nothing starts for: work goes on as soon as they are well again."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.circuit import Circuit
from rendermanager.engine.background import Background
from rendermanager.machine.volumes import refusal_to_write, volume_of

LOOK_INTERVAL_MS: Final = 2_000
MORE_ROOM_BYTES: Final = 16 << 20
"""So much more room than before is worth a try."""
TRY_AGAIN_S: Final = 30.0
"""What looks well at the first look is tried at once, but not again before this."""


@dataclass(frozen=True, slots=True)
class Health:
    """How a folder is.

    Attributes:
        writable: It is there, and something can be written into it.
        free: Bytes that may still be written; 0 when nobody can say.
    """

    writable: bool
    free: int = 0

    @property
    def is_well(self) -> bool:
        """Whether nothing speaks against writing there."""
        return self.writable and self.free >= MORE_ROOM_BYTES

    def is_better_than(self, before: "Health") -> bool:
        """Whether a job may succeed now that failed then."""
        if not self.writable or not self.free:
            return False
        return not before.writable or self.free >= before.free + MORE_ROOM_BYTES


class Healing(QObject):
    """Compares the folders that are stopped with how they were at their worst.

    Signals:
        healed: The `Circuit` of a folder for which a job may be tried.
    """

    healed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        """Look after nothing."""
        super().__init__(parent)
        self._background = background
        self._before: dict[Circuit, Health] = {}
        self._stopped: frozenset[Circuit] = frozenset()
        self._tried_s: dict[Circuit, float] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def watch(self, stopped: Iterable[Circuit], well: Iterable[Circuit] = ()) -> None:
        """Look after these folders, and no others.

        Args:
            stopped: Nothing starts for them.
            well: Something was put there since: what happened before says nothing any more.
        """
        self._stopped = frozenset(stopped)
        for each in well:
            self._tried_s.pop(each, None)
        self._before = {each: self._before[each] for each in self._stopped & self._before.keys()}
        if not self._stopped:
            self._timer.stop()
        elif self._stopped - self._before.keys():
            self._look()

    @Slot()
    def _look(self) -> None:
        self._timer.start()
        background = self._background
        work = partial(_healths, self._stopped)
        background.run(background.io, work, self._on_looked, lambda _: None)

    def _on_looked(self, found: Mapping[Circuit, Health]) -> None:
        for each, health in found.items():
            if each not in self._stopped:
                continue
            before = self._before.get(each)
            if before is None or before.is_better_than(health):
                # It is compared with the worst that was seen of it.
                self._before[each] = health
            if health.is_better_than(before) if before else self._is_worth_a_try(each, health):
                self.healed.emit(each)

    def _is_worth_a_try(self, folder: Circuit, health: Health) -> bool:
        """Whether it was well again before anybody could look."""
        now_s = time.monotonic()
        if not health.is_well or now_s < self._tried_s.get(folder, -inf) + TRY_AGAIN_S:
            return False
        self._tried_s[folder] = now_s
        return True


def _healths(circuits: Iterable[Circuit]) -> dict[Circuit, Health]:
    return {each: _health(Path(each.name)) for each in circuits}


def _health(folder: Path) -> Health:
    if not folder.is_dir() or refusal_to_write(folder):
        return Health(writable=False)
    volume = volume_of(folder)
    return Health(writable=True, free=volume.free if volume else 0)
