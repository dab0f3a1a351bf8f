"""What people ask of jobs that exist: cancel, pause, resume, run again, remove, reorder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from rendermanager.core.events import EventKind
from rendermanager.core.status import ENDED_JOBS, JobStatus, Priority, TaskState
from rendermanager.store import leftovers, parts
from rendermanager.store.rows import JOB_COLUMNS, job_from, packed
from rendermanager.store.shared import keeps_parts
from rendermanager.store.submission import reserve_again
from rendermanager.store.taskmoves import move_task, refresh_job
from rendermanager.store.txn import Txn

PAUSED_ALREADY: Final = "is paused already"
"""The answer to a pause that was not needed."""
TRY_NOW: Final = "try_now"
"""What an event says that asks for another try of what was stopped."""

_WAITING: Final = "('held', 'queued', 'retry_wait')"


class Place(StrEnum):
    """Where to move jobs within their priority."""

    TOP = "top"
    """Before all that wait."""
    UP = "up"
    """One place earlier."""
    DOWN = "down"
    """One place later."""
    BOTTOM = "bottom"
    """After all that wait."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request about one job.

    Attributes:
        job_id: The job.
        done: Whether anything changed or is going to.
        message: What happened or why not, in a few words.
    """

    job_id: int
    done: bool
    message: str


def cancel(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """End jobs: waiting tasks at once; for active ones the wish is recorded for the dispatcher."""
    return [_cancel(txn, job_id) for job_id in ids]


def _cancel(txn: Txn, job_id: int) -> Answer:
    status = _status(txn, job_id)
    if status is None:
        return _nobody(job_id)
    if status.is_ended:
        return Answer(job_id, False, f"is {status.value} already")
    txn.run("UPDATE job SET cancel = 1, pause = 0 WHERE id = ?", job_id)
    _move_waiting(txn, job_id, TaskState.CANCELLED, "cancelled")
    after = refresh_job(txn, job_id, "cancelled")
    if after.is_ended:
        return Answer(job_id, True, "cancelled")
    txn.record(EventKind.ASKED, job_id, old=after.value, new="cancel", reason="cancel asked")
    return Answer(job_id, True, "cancelling")


def cancel_paused(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """End those jobs that are paused: the second half of a cancel that could be undone.

    Somebody who resumed a job in between wants it to run.
    """
    still = [job_id for job_id in ids if _status(txn, job_id) is JobStatus.PAUSED]
    others = [
        Answer(job_id, False, "is not paused any more") for job_id in ids if job_id not in still
    ]
    return [*cancel(txn, still), *others]


def pause(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """Keep jobs from running; processes that run are suspended by the dispatcher."""
    return [_pause(txn, job_id) for job_id in ids]


def _pause(txn: Txn, job_id: int) -> Answer:
    status = _status(txn, job_id)
    if status is None:
        return _nobody(job_id)
    if status.is_ended:
        return Answer(job_id, False, f"is {status.value}")
    if status is JobStatus.PAUSED:
        return Answer(job_id, False, PAUSED_ALREADY)
    if not txn.run("UPDATE job SET pause = 1 WHERE id = ? AND cancel = 0", job_id):
        return Answer(job_id, False, "is being cancelled")
    _move_waiting(txn, job_id, TaskState.HELD, "paused")
    refresh_job(txn, job_id, f"paused by {txn.actor}" if txn.actor else "paused")
    return Answer(job_id, True, "paused")


def resume(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """Let paused jobs go on."""
    return [_resume(txn, job_id) for job_id in ids]


def _resume(txn: Txn, job_id: int) -> Answer:
    status = _status(txn, job_id)
    if status is None:
        return _nobody(job_id)
    if status is not JobStatus.PAUSED:
        return Answer(job_id, False, f"is {status.value}, not paused")
    txn.run("UPDATE job SET pause = 0 WHERE id = ?", job_id)
    parts.release(txn, job_id, "resumed")
    refresh_job(txn, job_id, "resumed")
    return Answer(job_id, True, "resumed")


def retry(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """Run ended jobs again with a fresh number of attempts; a waiting retry starts at once.

    What failed or was cancelled goes on: frames that are there, and made of the same, stay.
    """
    return [_retry(txn, job_id) for job_id in ids]


def retry_from_start(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """The same, but nothing that was rendered before counts."""
    return [_retry(txn, job_id, anew=True) for job_id in ids]


def _retry(txn: Txn, job_id: int, *, anew: bool = False) -> Answer:
    status = _status(txn, job_id)
    if status is None:
        return _nobody(job_id)
    waiting = txn.all(
        "SELECT id, fence FROM task WHERE job_id = ? AND state = 'retry_wait'", job_id
    )
    if not status.is_ended and not waiting:
        return Answer(job_id, False, f"is {status.value}, not ended")
    owner = reserve_again(txn, job_id)
    if owner is not None:
        return Answer(job_id, False, f"job {owner} writes its output now")
    anew = anew or status is JobStatus.COMPLETED
    if anew:
        leftovers.forget(txn, job_id)
    done = frozenset() if anew else _stays_done(txn, job_id)
    for task_id, state, fence in txn.all(
        "SELECT id, state, fence FROM task WHERE job_id = ?", job_id
    ):
        if state == TaskState.RETRY_WAIT or (TaskState(state).is_ended and task_id not in done):
            move_task(txn, task_id, fence, TaskState(state), TaskState.HELD, "run again")
    txn.run(
        "UPDATE task SET tries = 0, postponed = 0, adaptation = NULL, retry_at = NULL "
        "WHERE job_id = ?",
        job_id,
    )
    txn.run(
        "UPDATE job SET failure = NULL, retry_at = NULL, "
        "warnings = iif(tasks > 1, warnings, NULL) WHERE id = ?",
        job_id,
    )
    if status.is_ended:
        _look_again(txn, job_id)
    parts.save_share(txn, job_id)
    parts.release(txn, job_id, "run again")
    refresh_job(txn, job_id, "run again")
    return Answer(job_id, True, "queued again")


def _look_again(txn: Txn, job_id: int) -> None:
    """Have the source looked into once more: what was wrong with it may have been mended since.

    A job whose source stays with it, as the text that it was, and one that reads none, needs that
    not.
    """
    txn.run(
        "UPDATE job SET checked = 0 WHERE id = ? AND source IS NOT NULL "
        "AND coalesce(source ->> '$.text', '') = ''",
        job_id,
    )


def _stays_done(txn: Txn, job_id: int) -> frozenset[int]:
    """The tasks that need not run again: what they have left is there, and cannot be compared.

    What can be is claimed once more: it finds its own result, or renders it from what is new.
    """
    if not keeps_parts(txn, job_id):
        return frozenset()
    rows = txn.all("SELECT id FROM task WHERE job_id = ? AND state = 'completed'", job_id)
    return frozenset(task_id for (task_id,) in rows) - leftovers.comparable(txn, job_id)


def remove(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """Take ended or waiting jobs out of the list; `restore` brings them back."""
    return [_remove(txn, job_id) for job_id in ids]


def _remove(txn: Txn, job_id: int) -> Answer:
    status = _status(txn, job_id)
    if status is None:
        return _nobody(job_id)
    active = txn.one(
        "SELECT 1 FROM task WHERE job_id = ? AND state IN ('starting', 'running', 'verifying')",
        job_id,
    )
    if active:
        return Answer(job_id, False, "is rendering: cancel it first")
    _move_waiting(txn, job_id, TaskState.CANCELLED, "removed")
    refresh_job(txn, job_id, "removed")
    txn.run("UPDATE job SET removed = ? WHERE id = ?", txn.stamp, job_id)
    txn.record(EventKind.REMOVED, job_id, old=status.value, reason="removed")
    return Answer(job_id, True, "removed")


def restore(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """Bring removed jobs back into the list; those that were waiting wait again."""
    answers = []
    for job_id in ids:
        row = txn.one(
            "SELECT old FROM event WHERE job_id = ? AND kind = 'removed' ORDER BY id DESC", job_id
        )
        changed = txn.run(
            "UPDATE job SET removed = NULL WHERE id = ? AND removed IS NOT NULL", job_id
        )
        if row is None or not changed:
            answers.append(Answer(job_id, False, "was not removed"))
            continue
        status = _status(txn, job_id)
        txn.record(
            EventKind.ADDED, job_id, new=status.value if status else "", reason="brought back"
        )
        answers.append(Answer(job_id, True, _wait_again(txn, job_id, JobStatus(row[0]))))
    return answers


def _wait_again(txn: Txn, job_id: int, before: JobStatus) -> str:
    """Let a job that was brought back stand as before; what to say about it."""
    if before in ENDED_JOBS:
        return "brought back"
    answer = _retry(txn, job_id)
    if not answer.done:
        return f"brought back; {answer.message}"
    if before is JobStatus.PAUSED:
        _pause(txn, job_id)
    return "brought back"


def clear(txn: Txn, statuses: Sequence[JobStatus]) -> list[int]:
    """Remove every job with one of these ended statuses; their ids come back."""
    wanted = [status for status in statuses if status.is_ended]
    marks = ",".join("?" * len(wanted))
    rows = txn.all(
        f"SELECT id, status FROM job WHERE removed IS NULL AND status IN ({marks}) ORDER BY id",
        *(status.value for status in wanted),
    )
    txn.many("UPDATE job SET removed = ? WHERE id = ?", [(txn.stamp, row[0]) for row in rows])
    for job_id, status in rows:
        txn.record(EventKind.REMOVED, job_id, old=status, reason="cleared")
    return [row[0] for row in rows]


def set_priority(txn: Txn, ids: Sequence[int], priority: Priority) -> list[Answer]:
    """Serve jobs earlier or later; running ones keep running."""
    answers = []
    for job_id in ids:
        row = txn.one(f"SELECT {JOB_COLUMNS} FROM job WHERE id = ? AND removed IS NULL", job_id)
        if row is None:
            answers.append(_nobody(job_id))
            continue
        job = job_from(row)
        if job.priority is priority:
            answers.append(Answer(job_id, False, f"has priority {priority.word} already"))
            continue
        spec = replace(job.spec, priority=priority)
        txn.run(
            "UPDATE job SET priority = ?, spec = ? WHERE id = ?",
            int(priority),
            packed(spec),
            job_id,
        )
        txn.run("UPDATE task SET priority = ? WHERE job_id = ?", int(priority), job_id)
        txn.record(
            EventKind.EDITED,
            job_id,
            old=job.priority.word,
            new=priority.word,
            reason=f"priority {job.priority.word} → {priority.word}",
        )
        answers.append(Answer(job_id, True, f"priority is {priority.word}"))
    return answers


def reorder(txn: Txn, ids: Sequence[int], place: Place) -> list[Answer]:
    """Move waiting jobs within their priority, keeping their order among themselves."""
    wanted = set(ids)
    moved = {job_id for level in Priority for job_id in _reorder(txn, wanted, place, level)}
    return [
        Answer(job_id, True, f"moved {place.value}") if job_id in moved else _unmoved(txn, job_id)
        for job_id in ids
    ]


def _unmoved(txn: Txn, job_id: int) -> Answer:
    status = _status(txn, job_id)
    return _nobody(job_id) if status is None else Answer(job_id, False, f"is {status.value}")


def _reorder(txn: Txn, ids: set[int], place: Place, level: Priority) -> list[int]:
    rows = txn.all(
        "SELECT id, position FROM job WHERE removed IS NULL AND priority = ? AND status IN "
        "('pending','validating','queued','scheduled','blocked','paused') ORDER BY position, id",
        int(level),
    )
    order = [row[0] for row in rows]
    chosen = [job_id for job_id in order if job_id in ids]
    wanted = _arranged(order, chosen, place)
    if wanted != order:
        before: dict[int, float] = dict(rows)
        row = txn.one("SELECT seq FROM sqlite_sequence WHERE name = 'job'")
        next_job = float(row[0] if row else 0) + 1
        for job_id, position in _positions(wanted, len(chosen), before, place, next_job):
            if before[job_id] != position:
                place_at(txn, job_id, position)
    return chosen


def _positions(
    wanted: list[int], count: int, before: Mapping[int, float], place: Place, next_job: float
) -> Iterable[tuple[int, float]]:
    """Who gets which position; at the two ends only those that move get a new one.

    Args:
        wanted: All waiting jobs in their new order.
        count: How many of them move.
        before: Their positions.
        place: Where they move.
        next_job: The position of the next new job: nobody may stand behind it.
    """
    if place is Place.TOP:
        first = before[wanted[count]]
        return zip(wanted[:count], (first - count + at for at in range(count)), strict=True)
    if place is Place.BOTTOM:
        last = before[wanted[-count - 1]]
        step = (next_job - last) / (count + 1)
        places = [last + step * at for at in range(1, count + 1)]
        if _rises([last, *places, next_job]):
            return zip(wanted[-count:], places, strict=True)
    places = sorted(before.values())
    if place is Place.BOTTOM or not _rises(places):
        # The gaps are used up, or two share a place: everybody gets a whole number again.
        places = [float(number) for number in range(1, len(wanted) + 1)]
    return zip(wanted, places, strict=True)


def _rises(numbers: Sequence[float]) -> bool:
    return all(one < two for one, two in pairwise(numbers))


def _arranged(order: list[int], chosen: list[int], place: Place) -> list[int]:
    picked = set(chosen)
    others = [job_id for job_id in order if job_id not in picked]
    if place is Place.TOP:
        return chosen + others
    if place is Place.BOTTOM:
        return others + chosen
    moved = list(order)
    step = range(1, len(moved)) if place is Place.UP else range(len(moved) - 2, -1, -1)
    for at in step:
        neighbour = at - 1 if place is Place.UP else at + 1
        if moved[at] in picked and moved[neighbour] not in picked:
            moved[at], moved[neighbour] = moved[neighbour], moved[at]
    return moved


def place_at(txn: Txn, job_id: int, position: float) -> None:
    """Give a job this position within its priority."""
    txn.run("UPDATE job SET position = ? WHERE id = ?", position, job_id)
    txn.run("UPDATE task SET position = ? WHERE job_id = ?", position, job_id)
    txn.record(EventKind.EDITED, job_id, reason="moved in the queue")


def try_now(txn: Txn) -> None:
    """Let the dispatcher try at once what it has stopped after failures in a row."""
    txn.record(EventKind.ASKED, new=TRY_NOW, reason="try now what was stopped")


def set_queue_paused(txn: Txn, mode: str) -> bool:
    """Pause or resume the whole queue; False when it stood so already.

    Args:
        txn: The transaction.
        mode: Empty to run; ``after`` starts nothing new; ``now`` suspends what runs as well.
    """
    row = txn.one("SELECT value FROM setting WHERE name = 'queue_paused'")
    before = row[0] if row else ""
    if before == mode:
        return False
    txn.run("INSERT OR REPLACE INTO setting VALUES ('queue_paused', ?)", mode)
    words = {"": "queue resumed", "after": "queue paused after the current jobs"}
    txn.record(EventKind.QUEUE, old=before, new=mode, reason=words.get(mode, "queue paused now"))
    return True


def _status(txn: Txn, job_id: int) -> JobStatus | None:
    row = txn.one("SELECT status FROM job WHERE id = ? AND removed IS NULL", job_id)
    return None if row is None else JobStatus(row[0])


def _nobody(job_id: int) -> Answer:
    return Answer(job_id, False, "does not exist")


def _move_waiting(
    txn: Txn, job_id: int, new: TaskState, reason: str, states: str = _WAITING
) -> None:
    for task_id, state, fence in txn.all(
        f"SELECT id, state, fence FROM task WHERE job_id = ? AND state IN {states}", job_id
    ):
        if state != new.value:
            move_task(txn, task_id, fence, TaskState(state), new, reason)
