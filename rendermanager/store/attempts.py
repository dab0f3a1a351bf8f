"""How an attempt begins: a task is claimed, its program runs. See `endings` for the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rendermanager.core.circuit import Circuit, circuits_of
from rendermanager.core.errors import StaleMove
from rendermanager.core.job import Attempt, Job, JobSpec, step_spec
from rendermanager.core.status import TaskState
from rendermanager.core.tasks import ALL, WHOLE, Share, TaskSpec
from rendermanager.store import parts
from rendermanager.store.rows import JOB_COLUMNS, adaptation_from, job_from, task_spec_from
from rendermanager.store.taskmoves import move_task, refresh_job
from rendermanager.store.txn import Txn


@dataclass(frozen=True, slots=True)
class Candidate:
    """A task that could start, with what order and admission need to know.

    Attributes:
        task_id: Its number.
        job_id: Its job.
        fence: Its fence as read; the claim compares it.
        tries: Attempts counted so far.
        priority: Of its job.
        position: Of its job.
        engine: Name of its engine.
        program: First argument of a command; empty for other engines.
        output: Absolute path of its result; empty when it names none.
        alone: Whether nothing of its engine may run beside it.
        number: Its place within the job.
        memory_mb: Megabytes of memory that it takes at least, as a person has said or an attempt
            has shown; 0 for nothing known.
    """

    task_id: int
    job_id: int
    fence: int
    tries: int
    priority: int
    position: float
    engine: str
    program: str = ""
    output: str = ""
    alone: bool = False
    number: int = 0
    memory_mb: int = 0

    @property
    def circuits(self) -> tuple[Circuit, ...]:
        """What it shares with other tasks."""
        return circuits_of(self.engine, self.program, self.output)


@dataclass(frozen=True, slots=True)
class Claim:
    """A task that now belongs to one attempt.

    Attributes:
        attempt: The new attempt, in STARTING.
        job: Its job after the claim.
        tries: Attempts that counted before this one.
        postponed: Those that did not, because the destination was not there.
        task: What it does of the job.
        share: How much of the job that is.
    """

    attempt: Attempt
    job: Job
    tries: int
    postponed: int = 0
    task: TaskSpec = WHOLE
    share: Share = ALL

    @property
    def spec(self) -> JobSpec:
        """What its engine is asked for; see `step_spec`."""
        return step_spec(self.job.spec, self.task, self.job.shared)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an attempt works; recorded with the claim, before anything is made there.

    Attributes:
        supervisor: Identity of the process that will watch it.
        folder: Its temporary folder; empty when it needs none.
        log: Path of its log.
        shared: Folder that all tasks of its job share; empty for a job with one.
    """

    supervisor: str = ""
    folder: str = ""
    log: str = ""
    shared: str = ""


def claim(txn: Txn, candidate: Candidate, place: Callable[[Job, str], Place]) -> Claim:
    """Take a queued task for a new attempt.

    Args:
        txn: The transaction.
        candidate: The task as it was read.
        place: Tells where the attempt will work, from the job and the name of this run of it.

    Raises:
        StaleMove: Somebody took, held or cancelled it meanwhile.
    """
    task_id, job_id = candidate.task_id, candidate.job_id
    task = txn.one("SELECT adaptation, postponed, spec FROM task WHERE id = ?", task_id)
    blob, postponed, spec_blob = task or (None, 0, None)
    adaptation = adaptation_from(blob)
    turn = "its turn has come" + (f", {adaptation.words}" if adaptation.words else "")
    old, new = TaskState.QUEUED, TaskState.STARTING
    move_task(txn, task_id, candidate.fence, old, new, turn)
    fence = candidate.fence + 1
    refresh_job(txn, job_id, turn)
    row = txn.one(
        "UPDATE job SET attempts = attempts + 1, started = coalesce(started, ?), "
        "progress = iif(tasks > 1, progress, 0), stage = '', reason = '', failure = NULL, "
        "warnings = iif(tasks > 1, warnings, NULL), retry_at = NULL WHERE id = ? "
        f"RETURNING {JOB_COLUMNS}",
        txn.stamp,
        job_id,
    )
    if row is None:
        raise StaleMove(f"There is no job {job_id}.")
    job = job_from(row)
    where = place(job, f"{candidate.number}.{fence}" if candidate.number else str(fence))
    if where.shared and where.shared != job.shared:
        txn.run("UPDATE job SET shared = ? WHERE id = ?", where.shared, job_id)
        job = replace(job, shared=where.shared)
    (attempt_id,) = txn.one(
        "INSERT INTO attempt (task_id, job_id, fence, state, supervisor, folder, log, started, "
        "adaptation) VALUES (?,?,?,?,?,?,?,?,?) RETURNING id",
        task_id,
        job_id,
        fence,
        TaskState.STARTING.value,
        where.supervisor,
        where.folder,
        where.log,
        txn.stamp,
        blob,
    ) or (0,)
    attempt = Attempt(
        id=attempt_id,
        task_id=task_id,
        job_id=job_id,
        fence=fence,
        state=TaskState.STARTING,
        supervisor=where.supervisor,
        folder=where.folder,
        log=where.log,
        started=txn.now,
        adaptation=adaptation,
    )
    if job.tasks > 1:
        job = replace(job, attempts=parts.count_attempts(txn, job_id))
    share = parts.share_of(txn, job_id, task_id) if job.tasks > 1 else ALL
    return Claim(attempt, job, candidate.tries, postponed, task_spec_from(spec_blob), share)


def begin(txn: Txn, attempt: Attempt, process: str, limit_s: float = 0.0) -> None:
    """The program runs, for at most `limit_s` seconds; 0 for any time.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    move_task(
        txn,
        attempt.task_id,
        attempt.fence,
        TaskState.STARTING,
        TaskState.RUNNING,
        "the program runs",
    )
    txn.run(
        "UPDATE attempt SET state = ?, process = ?, limit_s = ? WHERE id = ?",
        TaskState.RUNNING.value,
        process,
        limit_s,
        attempt.id,
    )


def folder_gone(txn: Txn, attempt_ids: Sequence[int]) -> None:
    """The temporary folders of these attempts are deleted."""
    txn.many("UPDATE attempt SET folder = '' WHERE id = ?", [(each,) for each in attempt_ids])


def save_progress(txn: Txn, rows: Sequence[tuple[float, str, int]]) -> None:
    """Keep (fraction, stage, job id) of running jobs for those who only read the store."""
    txn.many("UPDATE job SET progress = ?, stage = ? WHERE id = ? AND ended IS NULL", rows)


def due_again(txn: Txn) -> int:
    """Queue every task whose pause between attempts is over; their number comes back."""
    rows = txn.all(
        "SELECT id, job_id, fence FROM task WHERE state = 'retry_wait' AND retry_at <= ?",
        txn.stamp,
    )
    for task_id, job_id, fence in rows:
        move_task(txn, task_id, fence, TaskState.RETRY_WAIT, TaskState.QUEUED, "the wait is over")
        refresh_job(txn, job_id, "ready for the next attempt")
    return len(rows)
