"""Where waiting jobs stand in the queue: moved before another one, to the very front, or back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from rendermanager.core.status import JobStatus, Priority
from rendermanager.store.intents import Answer, place_at, set_priority
from rendermanager.store.txn import Row, Txn

WAITING: Final = frozenset(
    {
        JobStatus.PENDING,
        JobStatus.VALIDATING,
        JobStatus.QUEUED,
        JobStatus.SCHEDULED,
        JobStatus.BLOCKED,
        JobStatus.PAUSED,
    }
)
"""Jobs whose place in the queue means something."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of one waiting job.

    Attributes:
        job_id: The job.
        priority: Its priority.
        position: Its position within that.
    """

    job_id: int
    priority: Priority
    position: float


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of a move.

    Attributes:
        answers: One for each job that was asked for.
        before: Where the moved ones stood; `put_back` takes it.
    """

    answers: list[Answer] = field(default_factory=list)
    before: tuple[Standing, ...] = ()


def move_before(txn: Txn, ids: Sequence[int], before_id: int | None) -> Moved:
    """Move waiting jobs right before another one, keeping their order among themselves.

    Each keeps its priority where its new neighbours allow that and takes the nearest one
    otherwise, so that the order of the list stays the order of work.

    Args:
        txn: The transaction.
        ids: The jobs to move; those that do not wait stay where they are.
        before_id: The job before which they go; None puts them behind all that wait.
    """
    order = _waiting(txn)
    wanted = set(ids)
    at = _target(order, wanted, before_id)
    if at is None:
        return Moved([Answer(job_id, False, "its new place is gone") for job_id in ids])
    return _place(txn, ids, order, at)


def run_next(txn: Txn, ids: Sequence[int]) -> Moved:
    """Move waiting jobs before everything else that waits, whatever its priority."""
    return _place(txn, ids, _waiting(txn), 0)


def put_back(txn: Txn, standings: Sequence[Standing]) -> list[Answer]:
    """Give jobs that still wait the places they had before a move."""
    waiting = {row[0] for row in _waiting(txn)}
    answers = []
    for each in standings:
        if each.job_id not in waiting:
            answers.append(Answer(each.job_id, False, "does not wait any more"))
            continue
        set_priority(txn, [each.job_id], each.priority)
        place_at(txn, each.job_id, each.position)
        answers.append(Answer(each.job_id, True, "moved back"))
    return answers


def _waiting(txn: Txn) -> list[Row]:
    """(id, priority, position) of all that wait, in order; plain rows, as there may be many."""
    marks = ",".join("?" * len(WAITING))
    return txn.all(
        f"SELECT id, priority, position FROM job WHERE removed IS NULL AND status IN ({marks}) "
        "ORDER BY priority, position, id",
        *(status.value for status in WAITING),
    )


def _target(order: Sequence[Row], moved: set[int], before_id: int | None) -> int | None:
    """Where among those that stay the moved ones go; None when the place does not exist."""
    end = len(order)
    if before_id is not None:
        found = (at for at, row in enumerate(order) if row[0] == before_id)
        end = next(found, -1)
    return None if end < 0 else sum(1 for row in order[:end] if row[0] not in moved)


def _place(txn: Txn, ids: Sequence[int], order: Sequence[Row], at: int) -> Moved:
    wanted = set(ids)
    chosen = [Standing(row[0], Priority(row[1]), row[2]) for row in order if row[0] in wanted]
    others = [row for row in order if row[0] not in wanted]
    first = Priority(others[at - 1][1]) if at > 0 else min(Priority)
    last = Priority(others[at][1]) if at < len(others) else max(Priority)
    levels = [min(max(each.priority, first), last) for each in chosen]
    for each, level in zip(chosen, levels, strict=True):
        if each.priority is not level:
            set_priority(txn, [each.job_id], level)
    for level in dict.fromkeys(levels):
        inside = [each.job_id for each, own in zip(chosen, levels, strict=True) if own is level]
        _settle(txn, inside, others, at, level)
    moved = {each.job_id for each in chosen}
    answers = [
        Answer(job_id, True, "moved") if job_id in moved else Answer(job_id, False, "does not wait")
        for job_id in ids
    ]
    return Moved(answers, tuple(chosen))


def _settle(
    txn: Txn, moved: Sequence[int], others: Sequence[Row], at: int, level: Priority
) -> None:
    """Give jobs of one priority positions between their neighbours of that priority."""
    low = others[at - 1][2] if at > 0 and others[at - 1][1] == level else None
    high = others[at][2] if at < len(others) and others[at][1] == level else None
    places = _between(low, high, len(moved), _ceiling(txn))
    if places is None:
        # The gap is used up: everybody of this priority gets a whole number again.
        before = [row[0] for row in others[:at] if row[1] == level]
        after = [row[0] for row in others[at:] if row[1] == level]
        moved = [*before, *moved, *after]
        places = [float(number) for number in range(1, len(moved) + 1)]
    for job_id, position in zip(moved, places, strict=True):
        place_at(txn, job_id, position)


def _between(
    low: float | None, high: float | None, count: int, ceiling: float
) -> list[float] | None:
    """Evenly spread positions strictly between two others, or None when there is no room."""
    if low is None:
        low = 0.0 if high is None else high - 1
    if high is None:
        high = ceiling
    step = (high - low) / (count + 1)
    places = [low + step * number for number in range(1, count + 1)]
    return places if _rises([low, *places, high]) else None


def _rises(numbers: Iterable[float]) -> bool:
    found = list(numbers)
    return all(one < two for one, two in pairwise(found))


def _ceiling(txn: Txn) -> float:
    """The position of the next new job, which is its number: nothing may stand behind that."""
    row = txn.one("SELECT seq FROM sqlite_sequence WHERE name = 'job'")
    return float(row[0] if row else 0) + 1
