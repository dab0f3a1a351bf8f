"""What attempts have taken of the machine, kept with the queue."""

from collections.abc import Sequence
from typing import Any, Final

import apsw

from rendermanager.core.consumption import RECENT, Usage, kind_of
from rendermanager.core.source import SourceInfo
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.store.rows import source_from, task_spec_from
from rendermanager.store.txn import Txn

_KIND: Final = (
    "SELECT task.id, engine, iif(preset = '', coalesce(job.spec ->> '$.argv[0]', ''), preset), "
    "source, task.spec FROM task JOIN job ON job.id = task.job_id WHERE "
)
_OF_TASK: Final = _KIND + "task.id = ?"
_OF_ATTEMPT: Final = _KIND + "task.id = (SELECT task_id FROM attempt WHERE id = ?)"
_OF_JOB: Final = _KIND + "task.job_id = ?"
_COLUMNS: Final = "seconds, cpu_s, memory, card_memory, read, written"


def keep(txn: Txn, attempt_id: int, usage: Usage) -> None:
    """Remember what an attempt has taken; harmless when it is gone from the queue."""
    row = txn.one(_OF_ATTEMPT, attempt_id)
    if row is None:
        return
    txn.run(
        f"INSERT OR REPLACE INTO consumption (attempt_id, kind, {_COLUMNS}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        attempt_id,
        _kind(row),
        usage.seconds,
        usage.cpu_s,
        usage.memory,
        usage.card_memory,
        usage.read,
        usage.written,
    )


def kind_of_task(connection: apsw.Connection, task_id: int) -> str:
    """The kind of a task that is in the queue; empty for one that is not."""
    row = connection.execute(_OF_TASK, (task_id,)).fetchone()
    return "" if row is None else _kind(row)


def kind_for(engine: str, preset: str, source: SourceInfo | None, task: TaskSpec = WHOLE) -> str:
    """The kind of a task; see `kind_of`.

    Args:
        engine: The engine of its job.
        preset: The preset of its job.
        source: What was found in the source of its job.
        task: What it does of the job.
    """
    size = (source.width, source.height) if source else (0, 0)
    if task.engine:
        engine, preset = task.engine, task.preset
    return kind_of(engine, f"{preset} {task.step}".rstrip(), *size)


def of_attempts(connection: apsw.Connection, job_id: int) -> dict[int, Usage]:
    """What the attempts of a job have taken, by their numbers; short ones were not seen."""
    rows = connection.execute(
        f"SELECT attempt_id, {_COLUMNS} FROM consumption "
        "WHERE attempt_id IN (SELECT id FROM attempt WHERE job_id = ?)",
        (job_id,),
    )
    return {attempt_id: _usage(row) for attempt_id, *row in rows}


def usual_of_job(connection: apsw.Connection, job_id: int) -> dict[int, list[Usage]]:
    """What the last attempts of the kind of each task of a job have taken, by the task."""
    rows: list[tuple[Any, ...]] = list(connection.execute(_OF_JOB, (job_id,)))
    kinds: dict[int, str] = {row[0]: _kind(row) for row in rows}
    seen = {kind: recent(connection, kind) for kind in set(kinds.values())}
    return {task_id: seen[kind] for task_id, kind in kinds.items()}


def recent(connection: apsw.Connection, kind: str) -> list[Usage]:
    """What the last attempts of a kind have taken that were completed, the newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM consumption JOIN attempt ON attempt.id = attempt_id "
        "WHERE kind = ? AND outcome = 'completed' ORDER BY attempt_id DESC LIMIT ?",
        (kind, RECENT),
    )
    return [_usage(row) for row in rows]


def _kind(row: Sequence[Any]) -> str:
    _, engine, preset, source, spec = row
    return kind_for(engine, preset, source_from(source), task_spec_from(spec))


def _usage(row: Sequence[Any]) -> Usage:
    seconds, cpu_s, memory, card_memory, read, written = row
    return Usage(
        seconds=seconds,
        cpu_s=cpu_s,
        memory=memory,
        card_memory=card_memory,
        read=read,
        written=written,
    )
