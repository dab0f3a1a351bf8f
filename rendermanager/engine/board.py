"""What each running attempt is doing right now; only the newest counts."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.core.progress import Observation, Progress, Stage, fold
from rendermanager.engine.bus import Bus

FLUSH_INTERVAL_MS: Final = 33
"""Thirty announcements a second look smooth and cost little."""


@dataclass(frozen=True, slots=True)
class Live:
    """A running attempt as it stands.

    Attributes:
        job_id: Its job.
        attempt_id: Its number.
        progress: Where it stands.
        log: Path of its log.
        note: What people should know about it now; empty when all is well.
    """

    job_id: int
    attempt_id: int
    progress: Progress
    log: str
    note: str = ""


class Board(QObject):
    """Keeps the newest progress of each running job and announces changes at 30 Hz at most."""

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        """Announce on `bus`."""
        super().__init__(parent)
        self._bus = bus
        self._live: dict[int, Live] = {}
        self._changed: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLUSH_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def open(self, job_id: int, attempt_id: int, log: str) -> None:
        """An attempt of this job begins."""
        self._set(Live(job_id, attempt_id, Progress(), log))

    def see(self, job_id: int, seen: Observation, active_s: float) -> None:
        """Fold in what its engine said; see `fold`."""
        live = self._live.get(job_id)
        if live is not None:
            self._set(replace(live, progress=fold(live.progress, seen, active_s)))

    def enter(self, job_id: int, stage: Stage) -> None:
        """The attempt entered a stage."""
        live = self._live.get(job_id)
        if live is not None and live.progress.stage is not stage:
            self._set(replace(live, progress=replace(live.progress, stage=stage)))

    def pause(self, job_id: int, *, paused: bool) -> None:
        """Its processes were suspended or go on."""
        live = self._live.get(job_id)
        if live is not None:
            self._set(replace(live, progress=replace(live.progress, paused=paused)))

    def note(self, job_id: int, text: str) -> None:
        """Say something about the attempt; empty takes it back."""
        live = self._live.get(job_id)
        if live is not None and live.note != text:
            self._set(replace(live, note=text))

    def close(self, job_id: int) -> None:
        """The attempt is over."""
        self._live.pop(job_id, None)
        self._changed.discard(job_id)

    def get(self, job_id: int) -> Live | None:
        """Where a job stands, or None when it does not run."""
        return self._live.get(job_id)

    def all(self) -> tuple[Live, ...]:
        """Every running attempt."""
        return tuple(self._live.values())

    def _set(self, live: Live) -> None:
        self._live[live.job_id] = live
        self._changed.add(live.job_id)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        moved = tuple(self._live[job_id] for job_id in self._changed if job_id in self._live)
        self._changed.clear()
        if moved:
            self._bus.progressed.emit(moved)
