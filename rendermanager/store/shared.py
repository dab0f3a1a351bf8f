"""The folders that the tasks of a job share: when nobody needs them any more, and that they went.

Column `shared` of a job is empty as long as it has none, then the path. It begins with `GONE` from
the moment when the folder may be deleted, and is that alone once it is.
"""

from collections.abc import Sequence
from typing import Final

from rendermanager.store.txn import Txn

GONE: Final = "-"


def let_go(txn: Txn) -> list[tuple[int, str]]:
    """Give up the folders of jobs that are done, cancelled or removed: (job id, folder).

    A job that failed keeps its own, so that it can go on from there. Those that were given up
    before, and not seen to go, come back again.
    """
    txn.run(
        "UPDATE job SET shared = ? || shared WHERE shared <> '' AND substr(shared, 1, 1) <> ? "
        "AND ended IS NOT NULL AND (status <> 'failed' OR removed IS NOT NULL)",
        GONE,
        GONE,
    )
    rows = txn.all(
        "SELECT id, substr(shared, 2) FROM job WHERE shared <> '' AND substr(shared, 1, 1) = ? "
        "AND shared <> ?",
        GONE,
        GONE,
    )
    return [(int(job_id), str(folder)) for job_id, folder in rows]


def gone(txn: Txn, job_ids: Sequence[int]) -> None:
    """The folders of these jobs are deleted."""
    # A job that runs again meanwhile has a new one.
    txn.many(
        "UPDATE job SET shared = ? WHERE id = ? AND substr(shared, 1, 1) = ?",
        [(GONE, job_id, GONE) for job_id in job_ids],
    )


def keeps_parts(txn: Txn, job_id: int) -> bool:
    """Whether what finished tasks have left for others is still there."""
    (folder,) = txn.one("SELECT shared FROM job WHERE id = ?", job_id) or ("",)
    return not folder.startswith(GONE)
