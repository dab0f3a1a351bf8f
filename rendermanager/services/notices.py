"""What is worth a notification: pure decisions, given what ended and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rendermanager.core.status import JobStatus

FAILURE_PAUSE_S: Final = 300.0
"""After one failure was announced, the next ones wait for the summary for this long."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A job that came to an end.

    Attributes:
        job_id: The job.
        name: What the queue calls it.
        status: COMPLETED, FAILED or CANCELLED.
        cause: Why it failed; empty otherwise.
        output: Where the result is; empty when there is none.
    """

    job_id: int
    name: str
    status: JobStatus
    cause: str = ""
    output: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification.

    Attributes:
        title: One short line.
        text: A sentence or two.
        job_id: The job to show when it is clicked; 0 for the queue as a whole.
        urgent: Whether something went wrong.
    """

    title: str
    text: str
    job_id: int = 0
    urgent: bool = False


def failure_notice(ended: Ended, now_s: float, last_s: float | None) -> Notice | None:
    """What to say at once about a job that ended; None when the summary will do.

    Args:
        ended: The job.
        now_s: Monotonic seconds.
        last_s: When the last failure was announced; None for never.
    """
    if ended.status is not JobStatus.FAILED:
        return None
    if last_s is not None and now_s - last_s < FAILURE_PAUSE_S:
        return None
    return Notice(f"“{ended.name}” failed", ended.cause, ended.job_id, urgent=True)


def batch_notice(batch: Sequence[Ended]) -> Notice | None:
    """One notification for everything that ended since the queue last stood still.

    None when there is nothing to tell: no job, only cancelled ones, or a single failure, which
    was announced by itself.
    """
    done = [each for each in batch if each.status is JobStatus.COMPLETED]
    failed = [each for each in batch if each.status is JobStatus.FAILED]
    if not done and len(failed) <= 1:
        return None
    if len(done) == 1 and not failed:
        return Notice(f"“{done[0].name}” is done", done[0].output, done[0].job_id)
    parts = [f"{len(done)} done"] if done else []
    if failed:
        parts.append(f"{len(failed)} failed")
    title = "All renders are done" if not failed else "The queue has finished"
    job_id = failed[0].job_id if failed else done[-1].job_id
    return Notice(title, " · ".join(parts), job_id, urgent=bool(failed))
