"""What came to an end, page by page, searched for what a person types."""

from collections.abc import Sequence

import apsw
from peewee import SQL, SqliteDatabase, Tuple, fn

from rendermanager.core.job import Job
from rendermanager.store.models import MODELS, JobRow
from rendermanager.store.rows import JOB_COLUMNS, job_from

# Never opened: it tells peewee which SQL to write, which runs on a reader of the store.
SqliteDatabase(None).bind(MODELS, bind_refs=False, bind_backrefs=False)

_SPEC = JobRow.spec.cast("TEXT")
_TEXT = fn.concat_ws(
    " ",
    JobRow.name,
    JobRow.preset,
    JobRow.engine,
    JobRow.project,
    fn.json_extract(_SPEC, "$.source"),
    fn.json_extract(_SPEC, "$.output"),
)
"""Everything about a job that is searched; what is absent is left out."""


def history(
    connection: apsw.Connection,
    before: tuple[float, int] | None,
    limit: int,
    words: Sequence[str] = (),
) -> list[Job]:
    """Jobs that came to an end, the latest first; those cleared from the queue as well.

    Args:
        connection: To read from.
        before: (end in seconds since 1970, id) of the last job read so far; None begins.
        limit: Most jobs to return.
        words: Each has to occur in the name, preset, engine, project, source or output.
    """
    query = (
        JobRow.select(SQL(JOB_COLUMNS))
        .where(JobRow.ended.is_null(False), JobRow.removed.is_null() | (JobRow.attempts > 0))
        .order_by(JobRow.ended.desc(), JobRow.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(Tuple(JobRow.ended, JobRow.id) < before)
    for word in words:
        query = query.where(_TEXT.contains(word))
    return [job_from(row) for row in connection.execute(*query.sql())]


def previous_run(connection: apsw.Connection, job: Job) -> Job | None:
    """The render of the same source by the same engine before a job; of commands by their name.

    One with the same preset comes before others.
    """
    if job.ended is None:
        return None
    same = fn.json_extract(_SPEC, "$.source") == job.spec.source
    query = (
        JobRow.select(SQL(JOB_COLUMNS))
        .where(
            Tuple(JobRow.ended, JobRow.id) < (job.ended.timestamp(), job.id),
            JobRow.attempts > 0,
            JobRow.engine == job.spec.engine,
            same if job.spec.source else JobRow.name == job.name,
        )
        .order_by((JobRow.preset == job.spec.preset).desc(), JobRow.ended.desc())
        .limit(1)
    )
    rows = [job_from(row) for row in connection.execute(*query.sql())]
    return rows[0] if rows else None
