"""Changes a job that has not started: another one takes its place in the queue."""

from rendermanager.core.errors import NotPossibleNow
from rendermanager.core.status import JobStatus
from rendermanager.store.intents import pause, place_at, remove
from rendermanager.store.placing import WAITING
from rendermanager.store.submission import NewJob, submit
from rendermanager.store.txn import Txn


def replace_job(txn: Txn, job_id: int, new: NewJob) -> int:
    """Put a new job where a waiting one stands, which leaves the list; the new one's id.

    Raises:
        NotPossibleNow: It has started meanwhile, or is gone.
        BadInput: Another job writes the file that the new one is to write.
    """
    row = txn.one(
        "SELECT status, priority, position FROM job "
        "WHERE id = ? AND removed IS NULL AND attempts = 0",
        job_id,
    )
    if row is None or JobStatus(row[0]) not in WAITING:
        raise NotPossibleNow(
            "It has started meanwhile, or is gone.", "Duplicate it to render it in another way."
        )
    status, priority, position = row
    (answer,) = remove(txn, [job_id])
    if not answer.done:
        raise NotPossibleNow(f"The job {answer.message}.")
    (new_id,) = submit(txn, [new])
    if priority == int(new.spec.priority):
        place_at(txn, new_id, position)
    if status == JobStatus.PAUSED.value:
        pause(txn, [new_id])
    return new_id
