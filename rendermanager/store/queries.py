"""Questions to the store; each returns frozen values of the core."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import apsw
import msgspec

from rendermanager.core.events import Event
from rendermanager.core.job import Attempt, Job
from rendermanager.core.output import Artifact
from rendermanager.core.status import JobStatus
from rendermanager.store.attempts import Candidate, Claim
from rendermanager.store.parts import TASKS_OF, share_among
from rendermanager.store.rows import (
    ATTEMPT_COLUMNS,
    EVENT_COLUMNS,
    JOB_COLUMNS,
    artifacts_from,
    attempt_from,
    event_from,
    job_from,
    task_spec_from,
)

RUN_ORDER: Final = (
    "CASE status WHEN 'rendering' THEN 0 WHEN 'failed' THEN 2 WHEN 'completed' THEN 3 "
    "WHEN 'cancelled' THEN 3 ELSE 1 END, "
    "CASE WHEN status IN ('failed', 'completed', 'cancelled') THEN -ended ELSE priority END, "
    "position, id"
)
"""What renders, what waits in the order it will run, what failed, what is done (latest first)."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many jobs stand in each status.

    Attributes:
        by_status: Only statuses that occur.
    """

    by_status: dict[JobStatus, int]

    def of(self, *statuses: JobStatus) -> int:
        """Jobs in any of these statuses."""
        return sum(self.by_status.get(status, 0) for status in statuses)

    @property
    def waiting(self) -> int:
        """Jobs that are accepted and have not started."""
        return self.of(
            JobStatus.PENDING,
            JobStatus.VALIDATING,
            JobStatus.QUEUED,
            JobStatus.SCHEDULED,
            JobStatus.BLOCKED,
        )


class Brief(NamedTuple):
    """A job in one line.

    A named tuple, because thousands of them are made at once.

    Attributes:
        id: Its number.
        status: Where it stands.
        progress: 0 to 1, as last saved.
        name: Shown to people.
        stage: What it is doing.
        reason: Why it stands there.
        failure: Why it failed, in one sentence; empty when it has not.
        warning: The first thing that is doubtful about its result.
    """

    id: int
    status: str
    progress: float
    name: str
    stage: str
    reason: str
    failure: str
    warning: str


_TASK_ENGINE: Final = "coalesce(nullif(task.spec ->> '$.engine', ''), job.engine)"
"""A step of a job may need another engine than the job itself."""


def candidates(
    connection: apsw.Connection, limit: int, first_job: int = 0, without: Collection[str] = ()
) -> list[Candidate]:
    """The next tasks in the order they would start, straight from the index.

    Args:
        connection: To read from.
        limit: Most tasks to return.
        first_job: Jobs with a lower number are left out.
        without: Engines whose tasks are left out.
    """
    marks = ", ".join("?" for _ in without)
    others = f"AND {_TASK_ENGINE} NOT IN ({marks}) " if without else ""
    return [
        Candidate(*row)
        for row in connection.execute(
            "SELECT task.id, task.job_id, task.fence, task.tries, task.priority, task.position, "
            f"{_TASK_ENGINE}, "
            "coalesce(job.spec ->> '$.argv[0]', ''), job.spec ->> '$.output', "
            "coalesce(adaptation ->> '$.alone', 0), task.number, "
            "max(coalesce(job.spec ->> '$.memory_mb', 0), "
            "coalesce(adaptation ->> '$.memory_mb', 0)) "
            "FROM task INDEXED BY task_next JOIN job ON job.id = task.job_id "
            f"WHERE task.state = 'queued' AND task.job_id >= ? {others}"
            "ORDER BY task.priority, task.position, task.id LIMIT ?",
            (first_job, *without, limit),
        )
    ]


def ready_window(
    connection: apsw.Connection, limit: int, first_job: int, full: Collection[str]
) -> list[Candidate]:
    """The next tasks, and as many of other engines than those of which no more may run.

    Args:
        connection: To read from.
        limit: Most tasks of either kind.
        first_job: Jobs with a lower number are left out.
        full: Engines whose tasks must not keep others from being seen.
    """
    found = candidates(connection, limit, first_job)
    if not full or len(found) < limit:
        return found
    seen = {each.task_id for each in found}
    others = candidates(connection, limit, first_job, full)
    # Those that were not seen yet come after all that were.
    return [*found, *(each for each in others if each.task_id not in seen)]


def pending_checks(connection: apsw.Connection, limit: int, first_job: int = 0) -> list[Job]:
    """Jobs whose source was not looked at yet, most urgent first; see `candidates`."""
    return _jobs(
        connection,
        "WHERE status = 'pending' AND removed IS NULL AND id >= ? "
        "ORDER BY priority, position LIMIT ?",
        first_job,
        limit,
    )


def next_retry(connection: apsw.Connection) -> float | None:
    """When the earliest pause between attempts is over, in seconds since 1970."""
    row = connection.execute("SELECT min(retry_at) FROM task WHERE state = 'retry_wait'").get
    return None if row is None else float(row)


def job(connection: apsw.Connection, job_id: int) -> Job | None:
    """One job, removed ones too."""
    found = _jobs(connection, "WHERE id = ?", job_id)
    return found[0] if found else None


def jobs_by_id(connection: apsw.Connection, ids: Sequence[int]) -> dict[int, Job]:
    """The jobs with these ids, as far as they exist."""
    # One value for all of them: SQLite takes 32,766 values in one statement.
    listed = msgspec.json.encode(list(ids)).decode()
    found = _jobs(connection, "WHERE id IN (SELECT value FROM json_each(?))", listed)
    return {each.id: each for each in found}


def jobs(
    connection: apsw.Connection, statuses: Sequence[JobStatus] = (), limit: int = -1
) -> list[Job]:
    """Jobs in run order, optionally only those with one of the statuses."""
    clause, values = _wanted(statuses)
    return _jobs(connection, f"{clause} ORDER BY {RUN_ORDER} LIMIT ?", *values, limit)


def briefs(connection: apsw.Connection, statuses: Sequence[JobStatus] = ()) -> list[Brief]:
    """What one line of a list says of each job, in run order: a tenth of the work of `jobs`."""
    clause, values = _wanted(statuses)
    return [
        Brief(*row)
        for row in connection.execute(
            "SELECT id, status, progress, name, stage, reason, "
            "coalesce(failure ->> '$.message', ''), coalesce(warnings ->> '$[0]', '') "
            f"FROM job {clause} ORDER BY {RUN_ORDER}",
            values,
        )
    ]


def job_ids(connection: apsw.Connection, statuses: Sequence[JobStatus] = ()) -> list[int]:
    """Ids in run order; cheap even for 100,000 jobs."""
    clause, values = _wanted(statuses)
    return [
        row[0]
        for row in connection.execute(f"SELECT id FROM job {clause} ORDER BY {RUN_ORDER}", values)
    ]


def counts(connection: apsw.Connection) -> Counts:
    """How many jobs stand in each status."""
    return Counts(
        {
            JobStatus(status): number
            for status, number in connection.execute(
                "SELECT status, count(*) FROM job WHERE removed IS NULL GROUP BY status"
            )
        }
    )


def totals(connection: apsw.Connection) -> dict[str, float]:
    """Sums over what was done: attempts that completed and failed, and their seconds of work."""
    row = connection.execute(
        "SELECT count(*) FILTER (WHERE outcome = 'completed'), "
        "count(*) FILTER (WHERE outcome = 'failed'), "
        "coalesce(sum(elapsed_s), 0) FROM attempt WHERE outcome <> ''"
    ).get
    return {"attempts_completed": row[0], "attempts_failed": row[1], "render_seconds": row[2]}


def open_attempts(connection: apsw.Connection) -> list[Attempt]:
    """Attempts that have not ended."""
    return _attempts(connection, "WHERE outcome = ''")


def claim_of(connection: apsw.Connection, attempt: Attempt) -> Claim | None:
    """An attempt that holds its task, with its job, as its claim gave them."""
    found = job(connection, attempt.job_id)
    columns = "tries, postponed, spec"
    sql = f"SELECT {columns} FROM task WHERE id = ?"
    row = next(iter(connection.execute(sql, (attempt.task_id,))), None)
    if found is None or row is None:
        return None
    tries, postponed, spec = row
    rows = list(connection.execute(TASKS_OF, (attempt.job_id,)))
    share = share_among(rows, attempt.task_id)
    return Claim(attempt, found, tries, postponed, task_spec_from(spec), share)


def published(connection: apsw.Connection, attempt: Attempt) -> list[Artifact]:
    """What other attempts of the same job have published, or were about to."""
    rows = connection.execute(
        "SELECT artifacts FROM attempt WHERE job_id = ? AND id <> ? AND artifacts IS NOT NULL",
        (attempt.job_id, attempt.id),
    )
    return [artifact for (blob,) in rows for artifact in artifacts_from(blob)]


def attempts_of(connection: apsw.Connection, job_id: int) -> list[Attempt]:
    """Every attempt of a job, the first one first."""
    return _attempts(connection, "WHERE job_id = ? ORDER BY id", job_id)


def part_names(connection: apsw.Connection, job_id: int) -> dict[int, str]:
    """What the tasks of a job are called, by their ids; nothing for the one task of a job."""
    rows = connection.execute("SELECT id, spec FROM task WHERE job_id = ?", (job_id,))
    found = {int(task_id): task_spec_from(blob).name for task_id, blob in rows}
    return found if len(found) > 1 else {}


def events_of(connection: apsw.Connection, job_id: int) -> list[Event]:
    """The story of a job, oldest first."""
    return [
        event_from(row)
        for row in connection.execute(
            f"SELECT {EVENT_COLUMNS} FROM event WHERE job_id = ? ORDER BY id", (job_id,)
        )
    ]


def queue_paused(connection: apsw.Connection) -> str:
    """How the queue is paused: empty, ``after`` or ``now``; see `set_queue_paused`."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'queue_paused'").get
    return "" if row is None else str(row)


def is_reserved(connection: apsw.Connection, path: str, besides: int = 0) -> bool:
    """Whether an unfinished job, other than one, is going to write this path."""
    found = connection.execute(
        "SELECT 1 FROM reservation WHERE path = ? AND job_id != ?", (path, besides)
    ).get
    return found is not None


def store_uid(connection: apsw.Connection) -> str:
    """A name of this queue that no other queue has; it marks the processes that we start."""
    return str(connection.execute("SELECT value FROM setting WHERE name = 'uid'").get)


def folders_left(connection: apsw.Connection) -> list[tuple[int, str]]:
    """(attempt id, folder) of ended attempts whose temporary folder was not seen to go."""
    return list(
        connection.execute(
            "SELECT id, folder FROM attempt WHERE outcome <> '' AND folder <> '' ORDER BY id"
        )
    )


def _wanted(statuses: Sequence[JobStatus]) -> tuple[str, tuple[str, ...]]:
    if not statuses:
        return "WHERE removed IS NULL", ()
    marks = ",".join("?" * len(statuses))
    return (
        f"WHERE removed IS NULL AND status IN ({marks})",
        tuple(status.value for status in statuses),
    )


def _jobs(connection: apsw.Connection, clause: str, *values: object) -> list[Job]:
    return [
        job_from(row)
        for row in connection.execute(f"SELECT {JOB_COLUMNS} FROM job {clause}", values)
    ]


def _attempts(connection: apsw.Connection, clause: str, *values: object) -> list[Attempt]:
    return [
        attempt_from(row)
        for row in connection.execute(f"SELECT {ATTEMPT_COLUMNS} FROM attempt {clause}", values)
    ]
