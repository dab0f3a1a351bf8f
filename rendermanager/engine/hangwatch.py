"""Looks after running renders: says which one shows no sign of life, and has it ended."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.core.events import EventKind
from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.machine.cards import CardReader
from rendermanager.machine.trees import Tree, mark_of, trees_of
from rendermanager.scheduling.hangs import (
    AUTOMATIC,
    Moment,
    Signs,
    Stillness,
    Verdict,
    first_look,
    judge,
    limit_for,
    look,
    next_look_s,
)
from rendermanager.store.store import Store

NEVER_S: Final = 24 * 3600.0
"""The limit that the pace of looks is worked out from while nothing is ever ended."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """A render to look after.

    Attributes:
        job_id: Its job.
        attempt_id: Its attempt.
        supervisor: Pid of the process whose descendants it consists of.
        folder: Where its output grows; empty for nowhere.
        files: More files that it writes.
        least_s: How long its engine says that it may be still, in seconds.
        hung: Called when it is to be ended, with the seconds that it was still.
    """

    job_id: int
    attempt_id: int
    supervisor: int
    folder: str = ""
    files: Sequence[str] = ()
    least_s: float = 0.0
    hung: Callable[[float], None]


@dataclass(slots=True)
class _Bed:
    """What is known of one patient.

    Attributes:
        round: Rises when what was seen before does not count any more.
        due_s: When to look next, by the monotonic clock; 0 to work it out anew.
    """

    patient: Patient
    known: Stillness | None = None
    round: int = 0
    asleep: bool = False
    warned: bool = False
    heard: int = 0
    heard_at_s: float | None = None
    gap_s: float = 0.0
    due_s: float = 0.0


class HangWatch(QObject):
    """Looks at every running render now and then, on a pool; seldom while all is well."""

    def __init__(
        self, background: Background, board: Board, store: Store, parent: QObject | None = None
    ) -> None:
        """Look after nobody yet."""
        super().__init__(parent)
        self._background = background
        self._board = board
        self._store = store
        self._beds: dict[int, _Bed] = {}
        self._wish_s = AUTOMATIC
        self._looking = False
        self._gpus = CardReader()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def set_limit(self, seconds: float) -> None:
        """How long a render may be still; see `limit_for`. Counts at once."""
        self._wish_s = seconds
        for bed in self._beds.values():
            bed.due_s = 0.0
        self._plan()

    def watch(self, patient: Patient) -> None:
        """Look after a render that has just started."""
        self._beds[patient.attempt_id] = _Bed(patient)
        self._plan()

    def trees(self) -> dict[int, int]:
        """Pid of the supervisor of each render, by its attempt. May be called from any thread."""
        patients = [bed.patient for bed in tuple(self._beds.values())]
        return {each.attempt_id: each.supervisor for each in patients}

    def forget(self, attempt_id: int) -> None:
        """It is over; harmless when it was not looked after."""
        bed = self._beds.pop(attempt_id, None)
        if bed is not None and bed.warned:
            self._board.note(bed.patient.job_id, "")
        if not self._beds:
            self._timer.stop()

    def heard(self, attempt_id: int) -> None:
        """It has printed something."""
        bed = self._beds.get(attempt_id)
        if bed is None:
            return
        now = time.monotonic()
        if bed.heard_at_s is not None:
            bed.gap_s = max(bed.gap_s, now - bed.heard_at_s)
        bed.heard_at_s = now
        bed.heard += 1

    def pause(self, attempt_id: int) -> None:
        """Its processes are suspended: it cannot show any sign."""
        self._rest(attempt_id, asleep=True)

    def resume(self, attempt_id: int) -> None:
        """Its processes go on."""
        self._rest(attempt_id, asleep=False)

    def close(self) -> None:
        """Look after nobody any more."""
        self._timer.stop()
        self._beds.clear()
        self._gpus.close()

    def _rest(self, attempt_id: int, *, asleep: bool) -> None:
        bed = self._beds.get(attempt_id)
        if bed is None:
            return
        bed.asleep = asleep
        bed.round += 1
        bed.known = bed.heard_at_s = None
        bed.due_s = 0.0
        if bed.warned:
            self._unwarn(bed)
        self._plan()

    def _limit_of(self, bed: _Bed) -> float | None:
        spoke = bed.heard > 0
        return limit_for(self._wish_s, bed.patient.least_s, spoke=spoke, gap_s=bed.gap_s)

    def _plan(self) -> None:
        """Set the timer for the render that is to be looked at next."""
        awake = [bed for bed in self._beds.values() if not bed.asleep]
        if self._looking or self._wish_s < 0 or not awake:
            self._timer.stop()
            return
        now = time.monotonic()
        for bed in awake:
            if not bed.due_s:
                limit = self._limit_of(bed) or NEVER_S
                bed.due_s = now + next_look_s(bed.known, limit)
        first = min(bed.due_s for bed in awake)
        self._timer.start(max(0, int((first - now) * 1000)) + 1)

    @Slot()
    def _on_timeout(self) -> None:
        awake = [bed for bed in self._beds.values() if not bed.asleep]
        if not awake:
            return
        self._looking = True
        asked = {bed.patient.attempt_id: (bed.patient, bed.round, _is_still(bed)) for bed in awake}
        self._background.run(
            self._background.io,
            partial(_see, [(patient, still) for patient, _, still in asked.values()], self._gpus),
            partial(self._on_seen, {key: number for key, (_, number, _) in asked.items()}),
            self._on_unseen,
        )

    def _on_seen(self, rounds: Mapping[int, int], seen: tuple[Moment, Mapping[int, Signs]]) -> None:
        self._looking = False
        now, signs = seen
        for attempt_id, number in rounds.items():
            bed = self._beds.get(attempt_id)
            # Paused, resumed or ended meanwhile: what was seen is not true any more.
            if bed is not None and bed.round == number:
                self._examine(bed, signs[attempt_id], now)
        self._plan()

    def _on_unseen(self, error: Exception) -> None:
        self._looking = False
        _log.error("renders could not be looked at: %s", error)
        for bed in self._beds.values():
            bed.known, bed.due_s = None, 0.0
        self._plan()

    def _examine(self, bed: _Bed, seen: Signs, now: Moment) -> None:
        limit = self._limit_of(bed)
        signs = replace(seen, heard=bed.heard)
        if bed.known is None:
            bed.known = first_look(signs, now)
        else:
            waited = bed.due_s - bed.known.at.monotonic_s
            bed.known = look(bed.known, signs, now, waited)
        bed.due_s = 0.0
        verdict = judge(bed.known, limit)
        if verdict is Verdict.ALIVE:
            if bed.warned:
                self._unwarn(bed)
        else:
            self._warn(bed, bed.known.still_s)
        if verdict is Verdict.HUNG:
            still_s = bed.known.still_s
            self.forget(bed.patient.attempt_id)
            bed.patient.hung(still_s)

    def _warn(self, bed: _Bed, still_s: float) -> None:
        words = f"no sign of life for {span(still_s)}"
        self._board.note(bed.patient.job_id, words)
        if not bed.warned:
            bed.warned = True
            self._tell(bed, words)

    def _unwarn(self, bed: _Bed) -> None:
        bed.warned = False
        self._board.note(bed.patient.job_id, "")
        self._tell(bed, "it shows signs of life again")

    def _tell(self, bed: _Bed, words: str) -> None:
        job_id = bed.patient.job_id
        self._store.write(
            lambda txn: txn.record(EventKind.NOTED, job_id, reason=words), actor="scheduler"
        )


def span(seconds: float) -> str:
    """A length of time in words, cut and not rounded: ``4 min``."""
    return f"{int(seconds)} s" if seconds < 120 else f"{int(seconds) // 60} min"


def _is_still(bed: _Bed) -> bool:
    """Whether the last look saw no sign of life, so that the next one has to be thorough."""
    return bed.known is not None and bed.known.still_s > 0


def _see(
    patients: Sequence[tuple[Patient, bool]], gpus: CardReader
) -> tuple[Moment, Mapping[int, Signs]]:
    """Look at these renders, thoroughly at those that were still the last time; on a pool."""
    closely = [patient.supervisor for patient, still in patients if still]
    found = trees_of([patient.supervisor for patient, _ in patients], closely)
    drawing = gpus.at_work() if closely else frozenset()
    signs = {}
    for patient, still in patients:
        seen = found[patient.supervisor]
        signs[patient.attempt_id] = _signs(patient, seen, drawing, thorough=still)
    return Moment(time.monotonic(), time.time()), signs


def _signs(patient: Patient, seen: Tree, drawing: frozenset[int], *, thorough: bool) -> Signs:
    busy = seen.busy or any(pid in drawing for pid, _ in seen.members)
    return Signs(
        cpu_s=seen.cpu_s,
        io_bytes=seen.moved,
        members=seen.members,
        busy=busy,
        # Not needed where the rest says enough: a share that does not answer would hold us up.
        output=mark_of(patient.folder, patient.files) if thorough and not busy else None,
    )
