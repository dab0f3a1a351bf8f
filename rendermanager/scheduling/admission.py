"""Whether a task may start now and, if not, why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

AUTO_CORES_PER_RENDER = 4
"""Most encoders use about four cores well; more renders at once share what is left."""
MAX_AUTO_SLOTS = 4


class Why(StrEnum):
    """Why a ready task has not started."""

    TURN = "turn"
    """Every slot is taken; its turn will come."""
    QUEUE_PAUSED = "queue_paused"
    """The queue is paused."""
    ENGINE_MISSING = "engine_missing"
    """The program it needs was not found."""
    ENGINE_LIMIT = "engine_limit"
    """As many renders of this engine run as are allowed."""
    STORE = "store"
    """The queue on disk cannot be written."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a task waits.

    Attributes:
        why: The kind of reason.
        text: In words for the artist.
        place: How many ready tasks stand before it, 0 for the next one.
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
    def engine(self) -> str:
        """The engine it needs."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The machine at this moment, as far as starting a task depends on it.

    Attributes:
        slots: Renders allowed at once.
        active: Renders that run, by engine.
        queue_paused: Empty, ``after`` or ``now``.
        missing: Sentence for each engine whose program was not found.
        limits: Renders allowed at once by engine; engines without a limit are absent.
        trouble: Why nothing at all may start; empty when all is well.
    """

    slots: int
    active: Mapping[str, int] = field(default_factory=dict)
    queue_paused: str = ""
    missing: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    trouble: str = ""


R = TypeVar("R", bound=Ready)


def admit(ready: Sequence[R], now: Situation) -> list[R]:
    """The tasks that may start now.

    Args:
        ready: In the order they should start.
        now: The machine at this moment.
    """
    if now.trouble or now.queue_paused:
        return []
    active = dict(now.active)
    room = now.slots - sum(active.values())
    start: list[R] = []
    for task in ready:
        if len(start) >= room:
            break
        if _obstacle(task, now, active) is None:
            start.append(task)
            active[task.engine] = active.get(task.engine, 0) + 1
    return start


def explain(waiting: Sequence[Ready], now: Situation) -> dict[int, Reason]:
    """Why each of these tasks has not started, by its number.

    Args:
        waiting: In the order they should start.
        now: The machine after `admit` has chosen.
    """
    reasons: dict[int, Reason] = {}
    for place, task in enumerate(waiting):
        found = _common_obstacle(now) or _obstacle(task, now, now.active)
        if found is None:
            found = (Why.TURN, "Next" if place == 0 else f"{place + 1} in line")
        reasons[task.task_id] = Reason(*found, place)
    return reasons


def _common_obstacle(now: Situation) -> tuple[Why, str] | None:
    if now.trouble:
        return Why.STORE, now.trouble
    if now.queue_paused:
        return Why.QUEUE_PAUSED, "The queue is paused"
    return None


def _obstacle(task: Ready, now: Situation, active: Mapping[str, int]) -> tuple[Why, str] | None:
    if task.engine in now.missing:
        return Why.ENGINE_MISSING, now.missing[task.engine]
    limit = now.limits.get(task.engine)
    if limit is not None and active.get(task.engine, 0) >= limit:
        return Why.ENGINE_LIMIT, f"{limit} {task.engine} at once is the limit"
    return None


def automatic_slots(cores: int) -> int:
    """Renders at once when the person leaves it to the app.

    At least two, so that one that loads or verifies does not leave the machine idle.
    """
    return min(MAX_AUTO_SLOTS, max(2, cores // AUTO_CORES_PER_RENDER))
