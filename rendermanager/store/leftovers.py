"""Frames that broken attempts have left for the next one of their task: whose they are, how long.

`made_from` of an attempt tells what its frames depend on; it is recorded before the first of them
can be there. Empty, what is in its folder is nobody's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import apsw

from rendermanager.core.job import Attempt
from rendermanager.store.txn import Txn

_WANTED: Final = (
    "made_from <> '' AND EXISTS (SELECT 1 FROM task JOIN job ON job.id = task.job_id "
    "WHERE task.id = attempt.task_id AND task.state NOT IN ('completed', 'cancelled') "
    "AND job.status NOT IN ('completed', 'cancelled') AND job.removed IS NULL)"
)


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
        "UPDATE attempt SET made_from = '' WHERE task_id = ? AND fence <= ?",
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


def wanted(connection: apsw.Connection, attempt_ids: Sequence[int]) -> frozenset[int]:
    """Those of these attempts whose frames the next attempt of their task can use."""
    return frozenset(
        attempt_id
        for attempt_id in attempt_ids
        for _ in connection.execute(
            f"SELECT 1 FROM attempt WHERE id = ? AND {_WANTED}", (attempt_id,)
        )
    )
