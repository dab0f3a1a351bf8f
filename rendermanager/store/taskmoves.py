"""The two primitives of every change of state: move a task, then let its job follow."""

from itertools import pairwise

from rendermanager.core.errors import StaleMove
from rendermanager.core.events import EventKind
from rendermanager.core.ripple import Intent, job_status
from rendermanager.core.status import JobStatus, TaskState, check_move
from rendermanager.store.txn import Txn


def move_task(
    txn: Txn,
    task_id: int,
    fence: int,
    old: TaskState,
    new: TaskState,
    reason: str,
    *,
    via: TaskState | None = None,
) -> None:
    """Compare-and-set one task's state and record it.

    Args:
        txn: The transaction.
        task_id: The task.
        fence: Its fence as known; the move is refused when it has risen since.
        old: Its state as known.
        new: The state it goes to.
        reason: Why, in words.
        via: A state in between that it only passes through; recorded like any other.

    Raises:
        IllegalMove: The table does not know this move.
        StaleMove: The task is in another state, or was claimed anew since.
    """
    stations = (old, new) if via is None else (old, via, new)
    for one, next_one in pairwise(stations):
        check_move(one, next_one)
    row = txn.one(
        "UPDATE task SET state = ?, fence = fence + ?, retry_at = NULL "
        "WHERE id = ? AND state = ? AND fence = ? RETURNING job_id",
        new.value,
        # A new attempt takes it: from now on older ones know that they are stale.
        int(new is TaskState.STARTING),
        task_id,
        old.value,
        fence,
    )
    if row is None:
        raise StaleMove(f"Task {task_id} is not {old.value} any more.")
    (job_id,) = row
    if old is TaskState.RETRY_WAIT:
        txn.run(
            "UPDATE job SET retry_at = (SELECT min(retry_at) FROM task WHERE job_id = job.id) "
            "WHERE id = ?",
            job_id,
        )
    for one, next_one in pairwise(stations):
        txn.record(
            EventKind.MOVED,
            job_id,
            task_id=task_id,
            old=one.value,
            new=next_one.value,
            reason=reason,
        )


def refresh_job(txn: Txn, job_id: int, reason: str) -> JobStatus:
    """Let the job's status follow its tasks; at the end its outputs are free again.

    Raises:
        StaleMove: There is no such job.
    """
    row = txn.one("SELECT status, pause, cancel, checked FROM job WHERE id = ?", job_id)
    if row is None:
        raise StaleMove(f"There is no job {job_id}.")
    before, pause, cancel, checked = row
    states = [
        TaskState(state) for (state,) in txn.all("SELECT state FROM task WHERE job_id = ?", job_id)
    ]
    intent = Intent(pause=bool(pause), cancel=bool(cancel))
    status = job_status(states, intent, checked=bool(checked))
    if status.value == before:
        if status is JobStatus.QUEUED:
            # It waits for something else than before: its turn instead of its next attempt.
            txn.run("UPDATE job SET reason = ? WHERE id = ?", reason, job_id)
        return status
    if status.is_ended:
        txn.run(
            "UPDATE job SET status = ?, reason = ?, ended = ?, pause = 0, cancel = 0, "
            "retry_at = NULL WHERE id = ?",
            status.value,
            reason,
            txn.stamp,
            job_id,
        )
        txn.run("DELETE FROM reservation WHERE job_id = ?", job_id)
    else:
        txn.run(
            "UPDATE job SET status = ?, reason = ?, ended = NULL WHERE id = ?",
            status.value,
            reason,
            job_id,
        )
    txn.record(EventKind.MOVED, job_id, old=before, new=status.value, reason=reason)
    return status
