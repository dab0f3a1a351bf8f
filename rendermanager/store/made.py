"""Folders that were made for results: they go again where nothing came to be in them."""

from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from rendermanager.store.txn import Txn


@dataclass(frozen=True, slots=True)
class Made:
    """What was made for a job that has failed or was cancelled.

    Attributes:
        job_id: The job.
        folder: The uppermost folder that was made for it.
        output: Where its result was to stand, somewhere below.
    """

    job_id: int
    folder: str
    output: str


def making(txn: Txn, job_id: int, folder: str) -> None:
    """This folder, and those in it that lead to the result, are about to be made for a job."""
    txn.run("UPDATE job SET made = ? WHERE id = ?", folder, job_id)


def in_vain(connection: apsw.Connection) -> list[Made]:
    """What was made for jobs that have failed or were cancelled, and have no other folder left."""
    rows = connection.execute(
        "SELECT id, made, spec ->> '$.output' FROM job "
        "WHERE made <> '' AND status IN ('failed', 'cancelled') AND NOT EXISTS "
        "(SELECT 1 FROM attempt WHERE attempt.job_id = job.id AND attempt.folder <> '')"
    )
    return [Made(*row) for row in rows]


def gone(txn: Txn, job_ids: Sequence[int]) -> None:
    """What was made for these jobs is not there any more, or is used by others."""
    txn.many("UPDATE job SET made = '' WHERE id = ?", [(each,) for each in job_ids])
