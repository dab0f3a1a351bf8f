"""How an attempt goes on when its program has ended: verified, published, and its four ends."""

from datetime import datetime, timedelta

from rendermanager.core.adaptation import Adaptation
from rendermanager.core.errors import StaleMove
from rendermanager.core.failure import Failure
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact, Kept
from rendermanager.core.status import TaskState
from rendermanager.store import leftovers, parts
from rendermanager.store.rows import adaptation_from, packed, texts_from
from rendermanager.store.taskmoves import move_task, refresh_job
from rendermanager.store.txn import Txn


def verify(txn: Txn, attempt: Attempt, exit_code: int | None, elapsed_s: float) -> None:
    """The program ended well; its output is looked at next.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    _leave(txn, attempt, TaskState.VERIFYING, "the program ended well")
    txn.run(
        "UPDATE attempt SET state = ?, exit_code = ?, elapsed_s = ? WHERE id = ?",
        TaskState.VERIFYING.value,
        exit_code,
        elapsed_s,
        attempt.id,
    )


def publish(
    txn: Txn,
    attempt: Attempt,
    artifacts: tuple[Artifact, ...],
    warnings: tuple[str, ...] = (),
    kept: Kept | None = None,
) -> None:
    """Record what is about to be renamed, so that a crash in between can be finished.

    The warnings go with it: what was doubtful before a crash is so afterwards. With `kept` the
    files can wait for their folder, and a later attempt takes them over.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    _holds(txn, attempt, TaskState.VERIFYING)
    txn.run(
        "UPDATE attempt SET artifacts = ?, kept = coalesce(?, kept) WHERE id = ?",
        packed(artifacts),
        packed(kept),
        attempt.id,
    )
    if parts.count(txn, attempt.job_id) > 1:
        warnings = _with_earlier(txn, attempt, warnings)
    txn.run("UPDATE job SET warnings = ? WHERE id = ?", packed(warnings), attempt.job_id)


def complete(
    txn: Txn,
    attempt: Attempt,
    artifacts: tuple[Artifact, ...] = (),
    warnings: tuple[str, ...] = (),
    elapsed_s: float | None = None,
) -> None:
    """The output is verified and stands under its final name.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    reason = "done, with warnings" if warnings else "done"
    _leave(txn, attempt, TaskState.COMPLETED, reason)
    _end(txn, attempt, "completed", TaskState.COMPLETED, elapsed_s=elapsed_s)
    _done(txn, attempt, reason, artifacts, warnings)


def finish(txn: Txn, attempt: Attempt, exit_code: int | None, elapsed_s: float) -> None:
    """The program ended well and promised no file: verified and completed in one go.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    _leave(txn, attempt, TaskState.COMPLETED, "done", via=TaskState.VERIFYING)
    _end(txn, attempt, "completed", TaskState.COMPLETED, None, exit_code, elapsed_s)
    _done(txn, attempt, "done", (), ())


def _done(
    txn: Txn,
    attempt: Attempt,
    reason: str,
    artifacts: tuple[Artifact, ...],
    warnings: tuple[str, ...],
) -> None:
    is_one_of_many = parts.count(txn, attempt.job_id) > 1
    if is_one_of_many:
        warnings = _with_earlier(txn, attempt, warnings)
    txn.run(
        "UPDATE job SET progress = 1, stage = '', made = '', artifacts = ?, warnings = ?, "
        "failure = NULL, "
        "elapsed_s = (SELECT elapsed_s FROM attempt WHERE id = ?) WHERE id = ?",
        packed(artifacts),
        packed(warnings),
        attempt.id,
        attempt.job_id,
    )
    if not is_one_of_many:
        refresh_job(txn, attempt.job_id, reason)
        return
    parts.save_share(txn, attempt.job_id)
    parts.release(txn, attempt.job_id, "what it needs is done")
    _refresh(txn, attempt, parts.end_words(txn, attempt.job_id, warned=bool(warnings)))


def _with_earlier(txn: Txn, attempt: Attempt, warnings: tuple[str, ...]) -> tuple[str, ...]:
    """These warnings after those of the other tasks of the job."""
    (blob,) = txn.one("SELECT warnings FROM job WHERE id = ?", attempt.job_id) or (None,)
    return tuple(dict.fromkeys((*texts_from(blob), *warnings)))


def _refresh(txn: Txn, attempt: Attempt, reason: str) -> None:
    """Let the job follow its tasks; where there are many, its end is made of theirs."""
    status = refresh_job(txn, attempt.job_id, reason)
    if status.is_ended and parts.count(txn, attempt.job_id) > 1:
        parts.sum_up(txn, attempt.job_id)


def fail(
    txn: Txn,
    attempt: Attempt,
    failure: Failure,
    *,
    exit_code: int | None = None,
    elapsed_s: float = 0.0,
    delay_s: float | None = None,
    counts: bool = True,
) -> None:
    """The attempt failed; with `delay_s` the task waits that many seconds for the next one.

    Args:
        txn: The transaction.
        attempt: The attempt.
        failure: Why it failed.
        exit_code: Of its program, where that ended by itself.
        elapsed_s: Seconds it ran.
        delay_s: Pause before the next attempt; None when there is to be none.
        counts: Whether this one is used up: not where its destination was not there.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    retry_at: datetime | None = None
    state, reason = TaskState.FAILED, failure.message
    if delay_s is not None:
        blob = txn.one("SELECT adaptation FROM task WHERE id = ?", attempt.task_id) or (None,)
        words = f" {adaptation_from(*blob).words}".rstrip()
        told = f"trying again{words}" if counts else _waits_for(failure)
        state, reason = TaskState.RETRY_WAIT, f"{told}: {failure.message}"
        retry_at = txn.now + timedelta(seconds=delay_s)
    _leave(txn, attempt, state, reason)
    _end(txn, attempt, "failed", state, failure, exit_code, elapsed_s or None)
    if state is TaskState.FAILED:
        parts.give_up(txn, attempt.job_id)
    stamp = None if retry_at is None else retry_at.timestamp()
    txn.run(
        "UPDATE task SET tries = tries + ?, postponed = postponed + ?, retry_at = ? WHERE id = ?",
        int(counts),
        int(not counts),
        stamp,
        attempt.task_id,
    )
    txn.run(
        "UPDATE job SET failure = ?, retry_at = ?, "
        "elapsed_s = (SELECT elapsed_s FROM attempt WHERE id = ?) WHERE id = ?",
        packed(failure),
        stamp,
        attempt.id,
        attempt.job_id,
    )
    _hold_back(txn, attempt, state, reason)


def _waits_for(failure: Failure) -> str:
    return "waiting" if failure.cause.says_nothing else "waiting for its folder"


def adapt(txn: Txn, attempt: Attempt, adaptation: Adaptation) -> None:
    """Have the next attempt of this task made differently; to be said before `fail`."""
    txn.run(
        "UPDATE task SET adaptation = ? WHERE id = ? AND fence = ?",
        packed(adaptation),
        attempt.task_id,
        attempt.fence,
    )


def interrupt(txn: Txn, attempt: Attempt, reason: str, outcome: str = "interrupted") -> None:
    """The attempt was cut off through no fault of the render: it costs no try.

    The task goes back to the queue, or where a pause or cancel that was asked for wants it.

    Args:
        txn: The transaction.
        attempt: The attempt.
        reason: Why, in words.
        outcome: What its row says; see `Attempt.outcome`.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    row = txn.one("SELECT cancel FROM job WHERE id = ?", attempt.job_id)
    if row is not None and row[0]:
        cancelled(txn, attempt)
        return
    _leave(txn, attempt, TaskState.QUEUED, reason)
    _end(txn, attempt, outcome, TaskState.QUEUED)
    parts.save_share(txn, attempt.job_id)
    _hold_back(txn, attempt, TaskState.QUEUED, reason)


def give_back(txn: Txn, attempt: Attempt, reason: str) -> None:
    """The program was never started: the task goes back to the queue as if it had not been claimed.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    if leftovers.has_any(txn, attempt):
        # Its row alone knows where the frames are that it was given.
        interrupt(txn, attempt, reason)
        return
    _leave(txn, attempt, TaskState.QUEUED, reason)
    txn.run("DELETE FROM attempt WHERE id = ?", attempt.id)
    txn.run(
        "UPDATE job SET attempts = attempts - 1, "
        "started = (SELECT min(started) FROM attempt WHERE job_id = job.id) WHERE id = ?",
        attempt.job_id,
    )
    if parts.count(txn, attempt.job_id) > 1:
        parts.count_attempts(txn, attempt.job_id)
    _hold_back(txn, attempt, TaskState.QUEUED, reason)


def cancelled(txn: Txn, attempt: Attempt, elapsed_s: float = 0.0) -> None:
    """The processes of a cancelled attempt are gone.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    _leave(txn, attempt, TaskState.CANCELLED, "cancelled")
    _end(txn, attempt, "cancelled", TaskState.CANCELLED, elapsed_s=elapsed_s or None)
    _refresh(txn, attempt, "cancelled")


def _hold_back(txn: Txn, attempt: Attempt, state: TaskState, reason: str) -> None:
    """Let a pause or cancel that was asked for meanwhile have its way with a task that waits."""
    pause, cancel = txn.one("SELECT pause, cancel FROM job WHERE id = ?", attempt.job_id) or (0, 0)
    if cancel and not state.is_ended:
        reason = "cancelled"
        move_task(txn, attempt.task_id, attempt.fence, state, TaskState.CANCELLED, reason)
    elif pause and not state.is_ended:
        move_task(txn, attempt.task_id, attempt.fence, state, TaskState.HELD, "the job is paused")
    _refresh(txn, attempt, reason)


def _leave(
    txn: Txn, attempt: Attempt, new: TaskState, reason: str, via: TaskState | None = None
) -> None:
    row = txn.one("SELECT state, fence FROM task WHERE id = ?", attempt.task_id)
    # The fence rises with the next claim only: in between, the state tells that it has ended.
    if row is None or row[1] != attempt.fence or not TaskState(row[0]).is_active:
        raise _stale(attempt)
    move_task(txn, attempt.task_id, attempt.fence, TaskState(row[0]), new, reason, via=via)


def _holds(txn: Txn, attempt: Attempt, state: TaskState) -> None:
    row = txn.one("SELECT state, fence FROM task WHERE id = ?", attempt.task_id)
    if row != (state.value, attempt.fence):
        raise _stale(attempt)


def _stale(attempt: Attempt) -> StaleMove:
    return StaleMove(f"Attempt {attempt.id} does not hold its task any more.")


def _end(
    txn: Txn,
    attempt: Attempt,
    outcome: str,
    state: TaskState,
    failure: Failure | None = None,
    exit_code: int | None = None,
    elapsed_s: float | None = None,
) -> None:
    txn.run(
        "UPDATE attempt SET state = ?, outcome = ?, ended = ?, failure = ?, "
        "exit_code = coalesce(?, exit_code), elapsed_s = coalesce(?, elapsed_s) WHERE id = ?",
        state.value,
        outcome,
        txn.stamp,
        packed(failure),
        exit_code,
        elapsed_s,
        attempt.id,
    )
