"""What has ended lately, for those who were not looking: read from the event rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import apsw

from rendermanager.core.events import Event
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.store import queries
from rendermanager.store.rows import EVENT_COLUMNS, event_from

LOOKED_AT: Final = 20_000
"""Events that are looked through at most; they are in the order of their numbers, without index."""
_ENDS: Final = (JobStatus.COMPLETED.value, JobStatus.FAILED.value)


@dataclass(frozen=True, slots=True)
class Told:
    """What was read at once.

    Attributes:
        events: Jobs that were done or failed, and what else was noted; the newest first.
        jobs: These jobs as they are now, by their numbers.
        newest: Number of the newest event of the queue, whatever it was about.
    """

    events: Sequence[Event]
    jobs: dict[int, Job]
    newest: int


def told_since(
    connection: apsw.Connection, after: int, limit: int, noted: Sequence[str] = ()
) -> Told:
    """Jobs that were done or failed after an event, and what was noted.

    Args:
        connection: To read from.
        after: Number of an event; 0 for all.
        limit: Most events to return, the newest ones.
        noted: What notes are wanted, by the word in `new`.
    """
    newest = int(connection.execute("SELECT coalesce(max(id), 0) FROM event").get)
    marks = ",".join("?" * len(noted))
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM event WHERE id > ? AND task_id = 0 AND "
        f"(kind = 'moved' AND new IN (?, ?) OR kind = 'noted' AND new IN ({marks})) "
        "ORDER BY id DESC LIMIT ?",
        (max(after, newest - LOOKED_AT), *_ENDS, *noted, limit),
    )
    events = [event_from(row) for row in rows]
    ids = {each.job_id for each in events if each.new in _ENDS}
    jobs = queries.jobs_by_id(connection, sorted(ids))
    return Told(events, jobs, newest)


def is_in_queue(connection: apsw.Connection, job_id: int) -> bool:
    """Whether a job stands in the list; what was cleared from it is in the history alone."""
    found = connection.execute("SELECT 1 FROM job WHERE id = ? AND removed IS NULL", (job_id,)).get
    return found is not None
