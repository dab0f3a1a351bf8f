"""Attempts that ended with the death of their supervisor or of the app, and how many in a row."""

from rendermanager.core.job import Attempt
from rendermanager.core.quarantine import quarantine
from rendermanager.core.status import ENDED_TASKS
from rendermanager.store import endings
from rendermanager.store.txn import Txn

_ENDED = ", ".join(f"'{state.value}'" for state in sorted(ENDED_TASKS))


def lose(txn: Txn, attempt: Attempt, reason: str) -> None:
    """Whoever watched the attempt died: once it runs again, twice in a row it is put aside.

    A cancel that was asked for has its way, as with `endings.interrupt`.

    Raises:
        StaleMove: The attempt does not hold the task any more.
    """
    failure = quarantine(losses_before(txn, attempt) + 1, reason)
    (cancel,) = txn.one("SELECT cancel FROM job WHERE id = ?", attempt.job_id) or (0,)
    if failure is None or cancel:
        endings.interrupt(txn, attempt, reason, outcome="lost")
    else:
        endings.fail(txn, attempt, failure)


def losses_before(txn: Txn, attempt: Attempt) -> int:
    """Lost attempts just before this one, back to another end or to a person's “run again”."""
    since = txn.one(
        f"SELECT max(at) FROM event WHERE job_id = ? AND task_id = ? AND old IN ({_ENDED})",
        attempt.job_id,
        attempt.task_id,
    )
    begun_after = (since[0] if since else None) or 0.0
    losses = 0
    for outcome, started in txn.all(
        "SELECT outcome, started FROM attempt WHERE task_id = ? AND fence < ? ORDER BY fence DESC",
        attempt.task_id,
        attempt.fence,
    ):
        if outcome != "lost" or started < begun_after:
            break
        losses += 1
    return losses
