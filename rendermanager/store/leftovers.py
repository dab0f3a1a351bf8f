"""What broken attempts have left for the next one of their task: whose it is, how long.

Frames: `made_from` of an attempt tells what they depend on; it is recorded before the first of them
can be there. Empty, what is in its folder is nobody's. Of a part of a job that makes one file it
tells the same of that file, once it is published.

Results: an attempt with `kept` had all its files verified, and could not give them their names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import apsw

from rendermanager.core.errors import StaleMove
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact
from rendermanager.core.status import TaskState
from rendermanager.store.rows import ATTEMPT_COLUMNS, artifacts_from, attempt_from
from rendermanager.store.taskmoves import move_task, refresh_job
from rendermanager.store.txn import Txn

_UNFINISHED: Final = (
    "EXISTS (SELECT 1 FROM task JOIN job ON job.id = task.job_id "
    "WHERE task.id = attempt.task_id AND task.state NOT IN ('completed', 'cancelled') "
    "AND job.status NOT IN ('completed', 'cancelled') AND job.removed IS NULL)"
)
_WANTED: Final = f"made_from <> '' AND {_UNFINISHED}"
_KEEPS: Final = (
    "attempt.kept IS NOT NULL AND attempt.artifacts IS NOT NULL AND attempt.folder <> '' "
    f"AND attempt.outcome IN ('failed', 'interrupted', 'lost') AND {_UNFINISHED}"
)
_BETTER: Final = "its folder can be written to again"


@dataclass(frozen=True, slots=True)
class Leftover:
    """What one attempt has left.

    Attributes:
        attempt_id: The attempt.
        folder: Absolute path of its folder.
        made_from: What its frames depend on, as a hash.
    """

    attempt_id: int
    folder: str
    made_from: str


def own(txn: Txn, attempt: Attempt, made_from: str) -> None:
    """What the attempt's folder is going to hold depends on this."""
    txn.run("UPDATE attempt SET made_from = ? WHERE id = ?", made_from, attempt.id)


def took(txn: Txn, attempt: Attempt, frames: str) -> None:
    """These frames, as `FrameRange` writes them, lie in the attempt's folder already."""
    txn.run("UPDATE attempt SET had = ? WHERE id = ?", frames, attempt.id)


def disown(txn: Txn, attempt: Attempt) -> None:
    """Nobody is to use what this attempt and those before it have made."""
    txn.run(
        "UPDATE attempt SET made_from = '', kept = NULL WHERE task_id = ? AND fence <= ?",
        attempt.task_id,
        attempt.fence,
    )


def has_any(txn: Txn, attempt: Attempt) -> bool:
    """Whether an attempt was given frames."""
    return txn.one("SELECT 1 FROM attempt WHERE id = ? AND had <> ''", attempt.id) is not None


def before(connection: apsw.Connection, attempt: Attempt) -> list[Leftover]:
    """What earlier attempts of the same task have left, the newest first."""
    rows = connection.execute(
        "SELECT id, folder, made_from FROM attempt WHERE task_id = ? AND fence < ? "
        "AND outcome <> '' AND folder <> '' ORDER BY fence DESC",
        (attempt.task_id, attempt.fence),
    )
    return [Leftover(*row) for row in rows]


def published(connection: apsw.Connection, attempt: Attempt, made_from: str) -> list[Artifact]:
    """What earlier attempts of the same task have published that depended on just this."""
    rows = connection.execute(
        "SELECT artifacts FROM attempt WHERE task_id = ? AND fence < ? AND made_from = ? "
        "AND outcome = 'completed' AND artifacts IS NOT NULL ORDER BY fence DESC",
        (attempt.task_id, attempt.fence, made_from),
    )
    return [artifact for (blob,) in rows for artifact in artifacts_from(blob)]


def comparable(txn: Txn, job_id: int) -> frozenset[int]:
    """The tasks of a job whose last attempt has published what it can be held against."""
    rows = txn.all(
        "SELECT task.id FROM task JOIN attempt ON attempt.task_id = task.id "
        "AND attempt.fence = task.fence "
        "WHERE task.job_id = ? AND attempt.outcome = 'completed' AND attempt.made_from <> ''",
        job_id,
    )
    return frozenset(task_id for (task_id,) in rows)


def forget(txn: Txn, job_id: int) -> None:
    """All of this job is to be made anew: nothing that was made for it counts any more."""
    txn.run("UPDATE attempt SET made_from = '', kept = NULL WHERE job_id = ?", job_id)


def wanted(connection: apsw.Connection, attempt_ids: Sequence[int]) -> frozenset[int]:
    """Those of these attempts whose frames the next attempt of their task can use."""
    return frozenset(
        attempt_id
        for attempt_id in attempt_ids
        for _ in connection.execute(
            f"SELECT 1 FROM attempt WHERE id = ? AND {_WANTED}", (attempt_id,)
        )
    )


def is_gone(connection: apsw.Connection, attempt_id: int) -> bool:
    """Whether the folder of an attempt was seen to go, be it with the one around it."""
    sql = "SELECT 1 FROM attempt WHERE id = ? AND folder = ''"
    return connection.execute(sql, (attempt_id,)).get is not None


def keeps_result(connection: apsw.Connection, attempt_id: int) -> bool:
    """Whether the folder of an attempt that is over holds a verified result."""
    sql = f"SELECT 1 FROM attempt WHERE id = ? AND {_KEEPS}"
    return connection.execute(sql, (attempt_id,)).get is not None


def result_of(connection: apsw.Connection, task_id: int) -> Attempt | None:
    """The last attempt of an unfinished task whose verified result waits for its name."""
    sql = (
        f"SELECT {ATTEMPT_COLUMNS} FROM attempt WHERE task_id = ? AND {_KEEPS} "
        "ORDER BY fence DESC LIMIT 1"
    )
    return next((attempt_from(row) for row in connection.execute(sql, (task_id,))), None)


def take_result(txn: Txn, attempt: Attempt, earlier: Attempt) -> None:
    """What an earlier attempt has verified is this one's: its folder, and the log that tells."""
    txn.run("UPDATE attempt SET kept = NULL, folder = '' WHERE id = ?", earlier.id)
    txn.run(
        "UPDATE attempt SET folder = ?, log = ? WHERE id = ?",
        earlier.folder,
        earlier.log,
        attempt.id,
    )


def give_up_result(txn: Txn, attempt_id: int) -> None:
    """What this attempt has verified is of no use any more."""
    txn.run("UPDATE attempt SET kept = NULL WHERE id = ?", attempt_id)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task that waits for its next attempt, with a verified result.

    Attributes:
        task_id: The task.
        job_id: Its job.
        fence: Of its last claim.
        folder: Absolute path of the folder that the result is to stand in.
    """

    task_id: int
    job_id: int
    fence: int
    folder: str


def waiting_results(connection: apsw.Connection) -> list[Waiting]:
    """Every task in a pause between attempts that has nothing left to do but to be published."""
    sql = (
        "SELECT DISTINCT task.id, task.job_id, task.fence, job.spec ->> '$.output' "
        "FROM task JOIN attempt ON attempt.task_id = task.id JOIN job ON job.id = task.job_id "
        f"WHERE task.state = 'retry_wait' AND {_KEEPS}"
    )
    return [
        Waiting(task_id, job_id, fence, str(Path(output).parent))
        for task_id, job_id, fence, output in connection.execute(sql)
    ]


def queue_waiting(txn: Txn, waiting: Sequence[Waiting]) -> None:
    """The folder of these results is better than it was: they need not wait any longer."""
    for each in waiting:
        try:
            move_task(
                txn, each.task_id, each.fence, TaskState.RETRY_WAIT, TaskState.QUEUED, _BETTER
            )
        except StaleMove:
            continue  # it was queued, cancelled or held meanwhile
        refresh_job(txn, each.job_id, _BETTER)
