"""What a start after a crash does: ends orphans, finishes renames, puts cut-off work back."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from rendermanager.core.job import Attempt
from rendermanager.core.status import TaskState
from rendermanager.engine.finish import is_in_place, put_in_place, remove_folder
from rendermanager.machine.processes import end_tagged, end_tree, is_alive, tagged
from rendermanager.store import attempts, queries
from rendermanager.store.store import Store
from rendermanager.store.submission import unfinished_checks

GRACE_S: Final = 1.0
"""Time an orphaned render gets to end in good order, in seconds."""

CUT_OFF: Final = "Render Manager ended in the middle"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What recovery found and did.

    Attributes:
        interrupted: Jobs whose attempt was cut off and that run again.
        finished: Jobs whose verified output only had to be renamed.
        orphans: Processes that were still alive and were ended.
    """

    interrupted: tuple[int, ...] = ()
    finished: tuple[int, ...] = ()
    orphans: int = 0


def recover(store: Store) -> Recovery:
    """Bring the store and the disk back in step after the last owner ended without a word.

    Must run before anything is started, and only by the owner of the queue. Blocks while orphans
    are ended, so it belongs on an I/O thread.
    """
    uid = store.read(queries.store_uid)
    open_attempts = store.read(queries.open_attempts)
    supervisors = [attempt.supervisor for attempt in open_attempts]
    orphans = end_orphans(f"{uid}-", supervisors, prefix=True)
    finished, interrupted = [], []
    for attempt in open_attempts:
        if _can_finish(attempt):
            change = partial(attempts.complete, attempt=attempt, artifacts=attempt.artifacts)
            finished.append(attempt.job_id)
        else:
            change = partial(attempts.interrupt, attempt=attempt, reason=CUT_OFF)
            interrupted.append(attempt.job_id)
        store.change(change, actor="recovery")
    _sweep(store)
    store.change(unfinished_checks, actor="recovery")
    found = Recovery(tuple(interrupted), tuple(finished), orphans)
    if open_attempts or orphans:
        _log.info("recovered from a crash: %s", found)
    return found


def end_orphans(tag: str, supervisors: Sequence[str] = (), *, prefix: bool = False) -> int:
    """End every process that carries this tag, and these supervisors; tells how many there were.

    Blocks for a few seconds at most; for an I/O thread.
    """
    watchers = [identity for identity in supervisors if identity and is_alive(identity)]
    orphans = tagged(tag, prefix=prefix)
    left = end_tree([*watchers, *orphans], GRACE_S) + end_tagged(tag, GRACE_S, prefix=prefix)
    if left:
        _log.error("processes could not be ended: %s", left)
    return len(watchers) + len(orphans)


def _can_finish(attempt: Attempt) -> bool:
    """Whether it was verified and only the renames were missing, or their record."""
    if attempt.state is not TaskState.VERIFYING or not attempt.artifacts:
        return False
    try:
        put_in_place(attempt.artifacts)
    except OSError as error:
        _log.warning("attempt %s could not be published: %s", attempt.id, error)
        return False
    return all(is_in_place(artifact) for artifact in attempt.artifacts)


def _sweep(store: Store) -> None:
    """Delete the temporary folders of attempts that are over."""
    left = store.read(queries.folders_left)
    gone = [attempt_id for attempt_id, folder in left if remove_folder(folder)]
    if gone:
        store.change(lambda txn: attempts.folder_gone(txn, gone), durable=False)
