"""Whether a task may start now and, if not, why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

from rendermanager.core.circuit import Circuit

AUTO_CORES_PER_RENDER = 4
"""Most encoders use about four cores well; more renders at once share what is left."""
MAX_AUTO_SLOTS = 4


class Why(StrEnum):
    """Why a ready task has not started."""

    TURN = "turn"
    """Every slot is taken; its turn will come."""
    QUEUE_PAUSED = "queue_paused"
    """The queue is paused."""
    ARTIST = "artist"
    """Somebody works at this computer."""
    HOURS = "hours"
    """At this hour of the week nothing is started."""
    ENGINE_MISSING = "engine_missing"
    """The program it needs was not found."""
    ENGINE_LIMIT = "engine_limit"
    """As many renders of this engine run as are allowed."""
    STOPPED = "stopped"
    """Its engine or its folder has failed again and again; it is tried again later."""
    ALONE = "alone"
    """It, or one that runs, wants nothing of its engine beside it."""
    SOURCE = "source"
    """Its source is not whole yet, or its drive is gone."""
    SPACE = "space"
    """There is no room for its result."""
    MEMORY = "memory"
    """There is not enough memory beside what runs."""
    STORE = "store"
    """The queue on disk cannot be written."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a task waits.

    Attributes:
        why: The kind of reason.
        text: In words for the artist.
        place: How many other jobs have tasks that stand before it, 0 for the next one.
    """

    why: Why
    text: str
    place: int = 0


class Ready(Protocol):
    """What admission needs to know of a task."""

    @property
    def task_id(self) -> int:
        """Its number."""
        ...

    @property
    def job_id(self) -> int:
        """Its job."""
        ...

    @property
    def engine(self) -> str:
        """The engine it needs."""
        ...

    @property
    def alone(self) -> bool:
        """Whether nothing of its engine may run beside it."""
        ...

    @property
    def circuits(self) -> tuple[Circuit, ...]:
        """What it shares with others and what can be stopped."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The machine at this moment, as far as starting a task depends on it.

    Attributes:
        slots: Renders allowed at once.
        active: Renders that run, by engine.
        queue_paused: Empty, ``after`` or ``now``.
        resting: Why renders keep out of the artist's way; empty when they need not.
        held_off: Why nothing more may start while what runs goes on; None when something may.
        missing: Sentence for each engine whose program was not found.
        limits: Renders allowed at once by engine; engines without a limit are absent.
        kept_back: What a look right before the start found against a task, by its number.
        trouble: Why nothing at all may start; empty when all is well.
        alone: Engines of which a task runs that wants nothing of its engine beside it.
        stopped: What nothing may start for, with the reason.
        probes: What one task may start for, to see whether it works again.
    """

    slots: int
    active: Mapping[str, int] = field(default_factory=dict)
    queue_paused: str = ""
    resting: str = ""
    held_off: tuple[Why, str] | None = None
    missing: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    kept_back: Mapping[int, Reason] = field(default_factory=dict)
    trouble: str = ""
    alone: frozenset[str] = frozenset()
    stopped: Mapping[Circuit, str] = field(default_factory=dict)
    probes: frozenset[Circuit] = frozenset()


R = TypeVar("R", bound=Ready)


def admit(ready: Sequence[R], now: Situation) -> list[R]:
    """The tasks that may start now.

    Args:
        ready: In the order they should start.
        now: The machine at this moment.
    """
    if _common_obstacle(now) is not None:
        return []
    moment = _Moment(now)
    room = now.slots - sum(now.active.values())
    start: list[R] = []
    for task in ready:
        if len(start) >= room:
            break
        if moment.obstacle(task) is None:
            start.append(task)
            moment.begin(task)
    return start


def explain(waiting: Sequence[Ready], now: Situation) -> dict[int, Reason]:
    """Why each of these tasks has not started, by its number.

    Args:
        waiting: In the order they should start.
        now: The machine after `admit` has chosen.
    """
    moment = _Moment(now)
    reasons: dict[int, Reason] = {}
    jobs: dict[int, int] = {}
    for task in waiting:
        place = jobs.setdefault(task.job_id, len(jobs))
        found = _common_obstacle(now) or moment.obstacle(task)
        if found is None:
            found = (Why.TURN, "Next" if place == 0 else f"{place + 1} in line")
        reasons[task.task_id] = Reason(*found, place)
    return reasons


def _common_obstacle(now: Situation) -> tuple[Why, str] | None:
    if now.trouble:
        return Why.STORE, now.trouble
    if now.queue_paused:
        return Why.QUEUE_PAUSED, "The queue is paused"
    if now.resting:
        return Why.ARTIST, now.resting
    return now.held_off


class _Moment:
    """The situation while one task after the other is looked at."""

    def __init__(self, now: Situation) -> None:
        self._now = now
        self._active = dict(now.active)
        self._alone = set(now.alone)
        self._kept: set[str] = set()
        self._tried: set[Circuit] = set()

    def begin(self, task: Ready) -> None:
        """This one starts: it counts from here on."""
        self._active[task.engine] = self._active.get(task.engine, 0) + 1
        self._tried.update(self._now.probes.intersection(task.circuits))
        if task.alone:
            self._alone.add(task.engine)

    def obstacle(self, task: Ready) -> tuple[Why, str] | None:
        """Why it may not start, leaving aside that there may be no slot."""
        now, running = self._now, self._active.get(task.engine, 0)
        if task.engine in now.missing:
            return Why.ENGINE_MISSING, now.missing[task.engine]
        kept = now.kept_back.get(task.task_id)
        if kept is not None:
            return kept.why, kept.text
        for circuit in task.circuits:
            if circuit in now.stopped:
                return Why.STOPPED, now.stopped[circuit]
            if circuit in self._tried:
                return Why.STOPPED, f"{circuit.words} is being tried with one job"
        limit = now.limits.get(task.engine)
        if limit is not None and running >= limit:
            few = (
                f"Only one {task.engine} job runs"
                if limit == 1
                else f"{limit} {task.engine} jobs run"
            )
            return Why.ENGINE_LIMIT, f"{few} at the same time"
        if task.engine in self._alone:
            return Why.ALONE, f"A {task.engine} job that ran out of memory runs on its own"
        if task.engine in self._kept:
            return Why.ALONE, f"A {task.engine} job that ran out of memory goes first, on its own"
        if task.alone and running:
            # Those behind it wait as well; else there would always be one that runs.
            self._kept.add(task.engine)
            return Why.ALONE, f"It ran out of memory: starts when no other {task.engine} job runs"
        return None


def automatic_slots(cores: int) -> int:
    """Renders at once when the person leaves it to the app.

    At least two, so that one that loads or verifies does not leave the machine idle.
    """
    return min(MAX_AUTO_SLOTS, max(2, cores // AUTO_CORES_PER_RENDER))
