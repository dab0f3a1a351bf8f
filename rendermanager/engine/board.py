"""What each running attempt is doing right now; only the newest counts."""

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.core.output import ExpectedOutput
from rendermanager.core.progress import Observation, Progress, Stage, fold, joined
from rendermanager.core.tasks import ALL, Share
from rendermanager.engine.bus import Bus

FLUSH_INTERVAL_MS: Final = 33
"""Thirty announcements a second look smooth and cost little."""
RESTED: Final = 64
"""Jobs between two of their tasks whose pace is remembered."""


@dataclass(frozen=True, slots=True)
class Live:
    """A running attempt as it stands.

    Attributes:
        job_id: Its job.
        attempt_id: Its number.
        progress: Where it stands.
        log: Path of its log.
        note: What people should know about it now; empty when all is well.
        expected: What its newest attempt is to leave first; None while that is not known.
    """

    job_id: int
    attempt_id: int
    progress: Progress
    log: str
    note: str = ""
    expected: ExpectedOutput | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the attempts that a job runs at the moment.

    Attributes:
        job_id: Its job.
        share: What its task is of the job.
        progress: Its own progress.
    """

    job_id: int
    share: Share
    progress: Progress = field(default_factory=Progress)


class Board(QObject):
    """Keeps the newest progress of each running job and announces changes at 30 Hz at most.

    Attempts say how they get on; the progress of a job is made of that of its attempts.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        """Announce on `bus`."""
        super().__init__(parent)
        self._bus = bus
        self._live: dict[int, Live] = {}
        self._parts: dict[int, _Part] = {}
        self._rested: dict[int, Progress] = {}
        self._changed: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLUSH_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def open(self, job_id: int, attempt_id: int, log: str, share: Share = ALL) -> None:
        """An attempt of this job begins; `share` is what its task is of the job."""
        self._parts[attempt_id] = _Part(job_id, share)
        live = self._live.get(job_id)
        before = live.progress if live is not None else self._rested.pop(job_id, Progress())
        self._set(Live(job_id, attempt_id, before if share.of > 1 else Progress(), log))

    def expect(self, attempt_id: int, expected: ExpectedOutput) -> None:
        """Say what the attempt is to leave."""
        part = self._parts.get(attempt_id)
        if part is not None:
            self._set(replace(self._live[part.job_id], expected=expected))

    def see(self, attempt_id: int, seen: Observation, active_s: float) -> None:
        """Fold in what its engine said; see `fold`."""
        part = self._parts.get(attempt_id)
        if part is not None:
            self._turn(attempt_id, part, fold(part.progress, seen, active_s))

    def enter(self, attempt_id: int, stage: Stage) -> None:
        """The attempt entered a stage."""
        part = self._parts.get(attempt_id)
        if part is not None and part.progress.stage is not stage:
            self._turn(attempt_id, part, replace(part.progress, stage=stage))

    def pause(self, attempt_id: int, *, paused: bool) -> None:
        """Its processes were suspended or go on."""
        part = self._parts.get(attempt_id)
        if part is not None:
            self._turn(attempt_id, part, replace(part.progress, paused=paused))

    def _turn(self, attempt_id: int, part: _Part, progress: Progress) -> None:
        """Take an attempt's new progress into that of its job."""
        self._parts[attempt_id] = replace(part, progress=progress)
        live = self._live[part.job_id]
        if part.share.of > 1:
            mates = [each for each in self._parts.values() if each.job_id == part.job_id]
            spent_s = (progress.active_s - part.progress.active_s) / len(mates)
            together = [(each.share, each.progress) for each in mates]
            progress = joined(live.progress, together, spent_s)
        self._set(replace(live, progress=progress))

    def note(self, job_id: int, text: str) -> None:
        """Say something about the attempt; empty takes it back."""
        live = self._live.get(job_id)
        if live is not None and live.note != text:
            self._set(replace(live, note=text))

    def close(self, attempt_id: int) -> None:
        """The attempt is over."""
        part = self._parts.pop(attempt_id, None)
        if part is None or any(each.job_id == part.job_id for each in self._parts.values()):
            return
        live = self._live.pop(part.job_id)
        self._changed.discard(part.job_id)
        if part.share.of > 1:
            # Its next task goes on with the pace that was found.
            self._rested[part.job_id] = live.progress
            if len(self._rested) > RESTED:
                del self._rested[next(iter(self._rested))]

    def job_of(self, attempt_id: int) -> int:
        """The job of a running attempt; 0 for one that does not run any more."""
        part = self._parts.get(attempt_id)
        return part.job_id if part else 0

    def get(self, job_id: int) -> Live | None:
        """Where a job stands, or None when it does not run."""
        return self._live.get(job_id)

    def all(self) -> tuple[Live, ...]:
        """Every running attempt."""
        return tuple(self._live.values())

    @property
    def fractions(self) -> dict[int, float]:
        """By attempt: the share of it that is finished, 0 to 1; 0 while nobody knows."""
        return {each: part.progress.fraction or 0.0 for each, part in self._parts.items()}

    @property
    def is_anything_paused(self) -> bool:
        """Whether the processes of some attempt are suspended."""
        return any(part.progress.paused for part in self._parts.values())

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
