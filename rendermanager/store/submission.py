"""Moves that bring jobs into the queue and answer the check of their sources."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.events import EventKind
from rendermanager.core.failure import Failure
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo
from rendermanager.core.status import JobStatus, TaskState
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.store import parts
from rendermanager.store.folding import natural, words_of
from rendermanager.store.rows import packed
from rendermanager.store.taskmoves import move_task, refresh_job
from rendermanager.store.txn import Txn

ADDED: Final = "added to the queue"


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job about to be stored.

    Attributes:
        spec: With engine, preset, name and output resolved.
        checked: Whether it may start without a look inside its source.
        reserves: Key of the place that no other unfinished job may write; empty for none.
        further: Keys of more such places.
    """

    spec: JobSpec
    checked: bool
    reserves: str = ""
    further: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Keys of all places that it reserves."""
        return (*filter(None, (self.reserves,)), *self.further)


def submit(txn: Txn, jobs: Sequence[NewJob]) -> list[int]:
    """Store new jobs at the end of their priority; their ids come back in order.

    Raises:
        BadInput: Two jobs would write the same file; every such output is listed.
    """
    row = txn.one("SELECT seq FROM sqlite_sequence WHERE name = 'job'")
    first = (row[0] if row else 0) + 1
    row = txn.one("SELECT seq FROM sqlite_sequence WHERE name = 'task'")
    first_task = (row[0] if row else 0) + 1
    ids = list(range(first, first + len(jobs)))
    txn.many(_INSERT_JOB, [_job_row(txn, *pair) for pair in zip(ids, jobs, strict=True)])
    txn.many(
        "INSERT INTO job_text VALUES (?,?)",
        [(job_id, words_of(job.spec)) for job_id, job in zip(ids, jobs, strict=True)],
    )
    _reserve(txn, ids, jobs)
    txn.many(
        "INSERT INTO task (id, job_id, number, state, priority, position) VALUES (?,?,0,?,?,?)",
        [
            (
                first_task + at,
                job_id,
                TaskState.QUEUED.value if job.checked else TaskState.HELD.value,
                int(job.spec.priority),
                float(job_id),
            )
            for at, (job_id, job) in enumerate(zip(ids, jobs, strict=True))
        ],
    )
    for job_id, job in zip(ids, jobs, strict=True):
        status = JobStatus.QUEUED if job.checked else JobStatus.PENDING
        txn.record(EventKind.ADDED, job_id, new=status.value, reason=ADDED)
    return ids


_INSERT_JOB: Final = (
    "INSERT INTO job (id, name, engine, preset, project, priority, position, status, checked, "
    "spec, reserves, created, name_key) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


def _job_row(txn: Txn, job_id: int, job: NewJob) -> tuple[object, ...]:
    spec = job.spec
    status = JobStatus.QUEUED if job.checked else JobStatus.PENDING
    return (
        job_id,
        spec.name,
        spec.engine,
        spec.preset,
        spec.project,
        int(spec.priority),
        float(job_id),
        status.value,
        int(job.checked),
        packed(spec),
        kept_places(job.places),
        txn.stamp,
        natural(spec.name),
    )


def _reserve(txn: Txn, ids: Sequence[int], jobs: Sequence[NewJob]) -> None:
    problems = []
    for job_id, job in zip(ids, jobs, strict=True):
        for place in job.places:
            owner = reserved_by(txn, place)
            if owner is None:
                txn.run("INSERT INTO reservation VALUES (?,?)", place, job_id)
            else:
                is_output = place == job.reserves and bool(job.spec.output)
                problems.append(_taken(job.spec.output if is_output else place, owner, ids[0]))
    if problems:
        raise BadInput(problems)


def kept_places(places: Sequence[str]) -> str:
    """Keys of places as a job's row keeps them: one as it is, several as a list in JSON."""
    return "".join(places) if len(places) < 2 else json.dumps(places)


def places_of(kept: str) -> tuple[str, ...]:
    """The keys that `kept_places` has put together. None begins like a list: all are absolute."""
    return tuple(json.loads(kept)) if kept.startswith("[") else tuple(filter(None, (kept,)))


def reserved_by(txn: Txn, path: str) -> int | None:
    """The unfinished job that is going to write `path`, or None."""
    row = txn.one("SELECT job_id FROM reservation WHERE path = ?", path)
    return None if row is None else int(row[0])


def reserve_again(txn: Txn, job_id: int) -> int | None:
    """Reserve the results of a job that is to run again; if another job has one, that one's id."""
    (kept,) = txn.one("SELECT reserves FROM job WHERE id = ?", job_id) or ("",)
    owners = {place: reserved_by(txn, place) for place in places_of(kept)}
    for owner in owners.values():
        if owner not in (None, job_id):
            return owner
    for place, owner in owners.items():
        if owner is None:
            txn.run("INSERT INTO reservation VALUES (?,?)", place, job_id)
    return None


def _taken(path: str, owner: int, first: int) -> Problem:
    if owner >= first:
        return Problem(
            "output", f"Two of these jobs write “{path}”.", "Give each an output of its own."
        )
    return Problem(
        "output",
        f"Job {owner} in the queue writes “{path}” already.",
        "Give this one another output, or cancel the other job.",
    )


def begin_check(txn: Txn, job_id: int) -> bool:
    """Mark a pending job as being checked; False when somebody changed it meanwhile."""
    changed = txn.run(
        "UPDATE job SET status = ? WHERE id = ? AND status = ? AND removed IS NULL",
        JobStatus.VALIDATING.value,
        job_id,
        JobStatus.PENDING.value,
    )
    if changed:
        txn.record(
            EventKind.MOVED,
            job_id,
            old=JobStatus.PENDING.value,
            new=JobStatus.VALIDATING.value,
            reason="looking inside the source",
        )
    return bool(changed)


def pass_check(
    txn: Txn,
    job_id: int,
    source: SourceInfo | None,
    tasks: Sequence[TaskSpec] = (WHOLE,),
) -> None:
    """The source is good: the job's tasks may be queued, unless it was paused or cancelled.

    Args:
        txn: The transaction.
        job_id: The job.
        source: What was found inside the source.
        tasks: What the job is cut into.
    """
    if txn.one("SELECT 1 FROM job WHERE id = ? AND checked = 0 AND ended IS NULL", job_id) is None:
        return
    txn.run("UPDATE job SET checked = 1, source = ? WHERE id = ?", packed(source), job_id)
    parts.split(txn, job_id, tasks)
    parts.release(txn, job_id, "the source is good")
    refresh_job(txn, job_id, "ready")


def put_off(txn: Txn, job_id: int, reason: str) -> None:
    """The source is not whole yet: the job goes on waiting for its check, and says why."""
    row = txn.one(
        "SELECT status FROM job WHERE id = ? AND checked = 0 AND removed IS NULL AND status IN "
        "('pending', 'validating')",
        job_id,
    )
    if row is None:
        return
    if row[0] == JobStatus.VALIDATING.value:
        refresh_job(txn, job_id, reason)
        return
    txn.run("UPDATE job SET reason = ? WHERE id = ?", reason, job_id)
    txn.record(EventKind.EDITED, job_id, reason=reason)


def fail_check(txn: Txn, job_id: int, failure: Failure) -> None:
    """The source cannot be used: the job fails before anything ran, unless it has ended."""
    if txn.one("SELECT 1 FROM job WHERE id = ? AND checked = 0 AND ended IS NULL", job_id) is None:
        return
    for task_id, fence in txn.all(
        "SELECT id, fence FROM task WHERE job_id = ? AND state = 'held'", job_id
    ):
        move_task(txn, task_id, fence, TaskState.HELD, TaskState.FAILED, failure.message)
    txn.run("UPDATE job SET failure = ? WHERE id = ?", packed(failure), job_id)
    refresh_job(txn, job_id, failure.message)


def unfinished_checks(txn: Txn) -> int:
    """Put jobs whose check was cut off back to PENDING; their number comes back."""
    rows = txn.all("SELECT id FROM job WHERE status = ?", JobStatus.VALIDATING.value)
    for (job_id,) in rows:
        refresh_job(txn, job_id, "its check was cut off")
    return len(rows)
