"""Jobs of several tasks: how they are cut up, who waits for whom, and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import apsw

from rendermanager.core.output import Artifact
from rendermanager.core.status import TaskState
from rendermanager.core.tasks import ALL, TOO_MANY_FAILED, WHOLE, Share, TaskSpec, shares
from rendermanager.store.rows import Row, artifacts_from, packed, task_spec_from
from rendermanager.store.taskmoves import move_task
from rendermanager.store.txn import Txn

_DONE: Final = frozenset({TaskState.COMPLETED, TaskState.SKIPPED})
_WAITING: Final = frozenset({TaskState.HELD, TaskState.QUEUED, TaskState.RETRY_WAIT})
_OUT_OF_REACH: Final = "a task before it has failed"


TASKS_OF: Final = "SELECT id, fence, state, spec FROM task WHERE job_id = ? ORDER BY number"
"""The tasks of a job."""


@dataclass(frozen=True, slots=True)
class _Part:
    id: int
    fence: int
    state: TaskState
    spec: TaskSpec


def split(txn: Txn, job_id: int, tasks: Sequence[TaskSpec]) -> None:
    """Cut a job that has one task into these; all are held until `release`.

    One that was cut up before keeps its tasks, which do from now on what these say.

    Args:
        txn: The transaction.
        job_id: The job, with one task, or with as many as there are to be.
        tasks: At least one.
    """
    if tuple(tasks) == (WHOLE,):
        return
    if count(txn, job_id) > 1:
        rows = txn.all("SELECT id FROM task WHERE job_id = ? ORDER BY number", job_id)
        specs = [(packed(task), *row) for task, row in zip(tasks, rows, strict=True)]
        txn.many("UPDATE task SET spec = ? WHERE id = ?", specs)
        return
    first, *others = tasks
    txn.run("UPDATE task SET spec = ? WHERE job_id = ? AND number = 0", packed(first), job_id)
    row = txn.one("SELECT priority, position FROM job WHERE id = ?", job_id)
    priority, position = row or (0, 0.0)
    txn.many(
        "INSERT INTO task (job_id, number, state, priority, position, spec) VALUES (?,?,?,?,?,?)",
        [
            (job_id, number, TaskState.HELD.value, priority, position, packed(task))
            for number, task in enumerate(others, start=1)
        ],
    )
    txn.run("UPDATE job SET tasks = ? WHERE id = ?", len(tasks), job_id)


def specs_of(connection: apsw.Connection, job_id: int) -> list[TaskSpec]:
    """What the tasks of a job do, in order."""
    return [_part(row).spec for row in connection.execute(TASKS_OF, (job_id,))]


def release(txn: Txn, job_id: int, reason: str) -> None:
    """Queue the held tasks of a job that wait for no other, unless the job is paused."""
    row = txn.one("SELECT checked, pause FROM job WHERE id = ?", job_id)
    checked, pause = row or (0, 0)
    if not checked or pause:
        return
    parts = _parts(txn, job_id)
    for part in parts:
        ready = all(parts[number].state in _DONE for number in part.spec.after)
        if part.state is TaskState.HELD and ready:
            move_task(txn, part.id, part.fence, TaskState.HELD, TaskState.QUEUED, reason)


def give_up(txn: Txn, job_id: int) -> None:
    """After a task has failed for good: skip those that need it, and all when many have failed."""
    if count(txn, job_id) < 2:
        return
    parts = _parts(txn, job_id)
    lost = {number for number, part in enumerate(parts) if part.state is TaskState.FAILED}
    all_of_them = len(lost) >= TOO_MANY_FAILED
    for number, part in enumerate(parts):
        if part.state in _WAITING and (all_of_them or lost.intersection(part.spec.after)):
            _skip(txn, part)
            lost.add(number)


def _skip(txn: Txn, part: _Part) -> None:
    state = part.state
    if state is TaskState.RETRY_WAIT:
        move_task(txn, part.id, part.fence, state, TaskState.QUEUED, _OUT_OF_REACH)
        state = TaskState.QUEUED
    move_task(txn, part.id, part.fence, state, TaskState.SKIPPED, _OUT_OF_REACH)


def share_of(txn: Txn, job_id: int, task_id: int) -> Share:
    """What a task is of its job, as that stands now."""
    return share_among(txn.all(TASKS_OF, job_id), task_id)


def share_among(rows: Sequence[Row], task_id: int) -> Share:
    """The same from the rows of `TASKS_OF`."""
    if len(rows) < 2:
        return ALL
    parts = [_part(row) for row in rows]
    at = next((n for n, part in enumerate(parts) if part.id == task_id), 0)
    return shares([part.spec for part in parts], [part.state in _DONE for part in parts])[at]


def save_share(txn: Txn, job_id: int) -> None:
    """Let the stored progress of a job be that of its finished tasks."""
    progress = 0.0
    if count(txn, job_id) > 1:
        parts = _parts(txn, job_id)
        finished = [part.state in _DONE for part in parts]
        each = shares([part.spec for part in parts], finished)
        parts_done = (s.weight for s, is_done in zip(each, finished, strict=True) if is_done)
        progress = 1.0 if all(finished) else sum(parts_done)
    txn.run("UPDATE job SET progress = ?, stage = '' WHERE id = ?", progress, job_id)


def sum_up(txn: Txn, job_id: int) -> None:
    """Give a job that has ended what its tasks have published, and the first of their failures."""
    row = txn.one(
        "SELECT failure FROM attempt JOIN task ON task.id = attempt.task_id "
        "WHERE attempt.job_id = ? AND task.state = 'failed' AND attempt.fence = task.fence "
        "ORDER BY task.number",
        job_id,
    )
    txn.run(
        "UPDATE job SET artifacts = ?, failure = ?, elapsed_s = ? WHERE id = ?",
        packed(_results(txn, job_id)),
        row[0] if row else None,
        _spent_s(txn, job_id),
        job_id,
    )
    save_share(txn, job_id)


def count_attempts(txn: Txn, job_id: int) -> int:
    """Let a job count the attempts of that task which was tried most; their number."""
    (most,) = txn.one(
        "SELECT max(made) FROM (SELECT count(*) AS made FROM attempt WHERE job_id = ? "
        "GROUP BY task_id)",
        job_id,
    ) or (0,)
    txn.run("UPDATE job SET attempts = ? WHERE id = ?", most or 0, job_id)
    return most or 0


def _spent_s(txn: Txn, job_id: int) -> float:
    """Seconds in which at least one task was rendered: no waits, no pauses, nothing twice."""
    spans = txn.all(
        "SELECT ended - elapsed_s, ended FROM attempt WHERE job_id = ? AND ended IS NOT NULL "
        "ORDER BY ended - elapsed_s",
        job_id,
    )
    spent_s, until = 0.0, 0.0
    for begun, ended in spans:
        spent_s += max(0.0, ended - max(begun, until))
        until = max(until, ended)
    return spent_s


def end_words(txn: Txn, job_id: int, *, warned: bool) -> str:
    """Why a job ends with the last of its tasks, should that be so."""
    if txn.one("SELECT 1 FROM task WHERE job_id = ? AND state = 'failed'", job_id):
        return "some of its tasks have failed"
    return "done, with warnings" if warned else "done"


def _results(txn: Txn, job_id: int) -> tuple[Artifact, ...]:
    """What the finished tasks have published, but for what is there for tasks alone."""
    (shared,) = txn.one("SELECT shared FROM job WHERE id = ?", job_id) or ("",)
    blobs = txn.all(
        "SELECT attempt.artifacts FROM attempt JOIN task ON task.id = attempt.task_id "
        "WHERE attempt.job_id = ? AND task.state = 'completed' AND attempt.fence = task.fence "
        "ORDER BY task.number",
        job_id,
    )
    found = (artifact for (blob,) in blobs for artifact in artifacts_from(blob))
    return tuple(each for each in found if not (shared and each.final.startswith(shared)))


def count(txn: Txn, job_id: int) -> int:
    """How many tasks a job has."""
    (tasks,) = txn.one("SELECT tasks FROM job WHERE id = ?", job_id) or (0,)
    return int(tasks)


def _parts(txn: Txn, job_id: int) -> list[_Part]:
    return [_part(row) for row in txn.all(TASKS_OF, job_id)]


def _part(row: Row) -> _Part:
    task_id, fence, state, blob = row
    return _Part(task_id, fence, TaskState(state), task_spec_from(blob))
