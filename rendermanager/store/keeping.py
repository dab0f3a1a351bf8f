"""The answer of a person who has looked at a doubtful result and wants it as it is."""

from collections.abc import Sequence

from rendermanager.core.events import EventKind
from rendermanager.core.status import JobStatus
from rendermanager.store.intents import Answer
from rendermanager.store.rows import JOB_COLUMNS, job_from
from rendermanager.store.txn import Txn


def keep(txn: Txn, ids: Sequence[int]) -> list[Answer]:
    """Take the warnings off finished jobs; the story of each tells what they were."""
    return [_keep(txn, job_id) for job_id in ids]


def _keep(txn: Txn, job_id: int) -> Answer:
    row = txn.one(f"SELECT {JOB_COLUMNS} FROM job WHERE id = ? AND removed IS NULL", job_id)
    if row is None:
        return Answer(job_id, False, "does not exist")
    job = job_from(row)
    if job.status is not JobStatus.COMPLETED:
        return Answer(job_id, False, f"is {job.status.value}, not done")
    if not job.warnings:
        return Answer(job_id, False, "has no warnings")
    txn.run("UPDATE job SET warnings = NULL, reason = 'done' WHERE id = ?", job_id)
    reason = f"kept although: {' '.join(job.warnings)}"
    txn.record(EventKind.EDITED, job_id, old=job.status.value, new=job.status.value, reason=reason)
    return Answer(job_id, True, "kept")
