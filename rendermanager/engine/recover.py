"""What a start after a crash does: ends orphans, finishes renames, puts cut-off work back."""

import logging
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.job import Attempt, IfExists
from rendermanager.core.output import Artifact
from rendermanager.core.status import TaskState
from rendermanager.engine import tidying
from rendermanager.engine.kept import Stand, own_results, stand_of
from rendermanager.engine.publishing import (
    Own,
    beside_others,
    holds,
    is_in_place,
    is_private,
    put_in_place,
)
from rendermanager.machine.orphans import forget, goes_on
from rendermanager.machine.processes import end_tagged, end_tree, is_alive, tagged
from rendermanager.media.presence import source_numbers
from rendermanager.store import endings, losses, queries
from rendermanager.store.attempts import Claim
from rendermanager.store.store import Store
from rendermanager.store.submission import unfinished_checks

GRACE_S: Final = 1.0
"""Time an orphaned render gets to end in good order, in seconds."""

CUT_OFF: Final = "Render Manager ended in the middle"

_RUNS: Final = (TaskState.STARTING, TaskState.RUNNING)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What recovery found and did.

    Attributes:
        interrupted: Jobs whose attempt was cut off; they run again, unless that was the second
            time in a row.
        finished: Jobs whose verified output only had to be renamed.
        orphans: Processes that were still alive and were ended.
        adopted: Attempts whose render went on without the app, or has ended without it; they are
            left open for whoever takes them over.
    """

    interrupted: tuple[int, ...] = ()
    finished: tuple[int, ...] = ()
    orphans: int = 0
    adopted: tuple[Claim, ...] = ()


def recover(store: Store) -> Recovery:
    """Bring the store and the disk back in step after the last owner ended without a word.

    Must run before anything is started, and only by the owner of the queue. Blocks while orphans
    are ended, so it belongs on an I/O thread.
    """
    uid = store.read(queries.store_uid)
    open_attempts = store.read(queries.open_attempts)
    adopted = [attempt for attempt in open_attempts if _goes_on(attempt)]
    left_alone = {attempt.supervisor for attempt in adopted}
    supervisors = [each.supervisor for each in open_attempts if each.supervisor not in left_alone]
    spare = [f"{uid}-{attempt.id}" for attempt in adopted]
    orphans = end_orphans(f"{uid}-", supervisors, prefix=True, spare=spare)
    finished, interrupted = [], []
    for attempt in open_attempts:
        if attempt in adopted:
            continue
        done = _published(store, attempt)
        if done is not None:
            change = partial(
                endings.complete, attempt=attempt, artifacts=done.artifacts, warnings=done.warnings
            )
            finished.append(attempt.job_id)
        else:
            # What never began cannot have been the cause, nor what has done its work.
            end = losses.lose if _has_begun(attempt) and not _waits(attempt) else endings.interrupt
            change = partial(end, attempt=attempt, reason=CUT_OFF)
            interrupted.append(attempt.job_id)
        store.change(change, actor="recovery", patient=True)
        forget(attempt.log)
    tidying.sweep(store)
    store.change(unfinished_checks, actor="recovery", patient=True)
    claims = tuple(_claim_of(store, attempt) for attempt in adopted)
    found = Recovery(tuple(interrupted), tuple(finished), orphans, claims)
    if open_attempts or orphans:
        _log.info("recovered from a crash: %s", found)
    return found


def end_orphans(
    tag: str,
    supervisors: Sequence[str] = (),
    *,
    prefix: bool = False,
    spare: Collection[str] = (),
) -> int:
    """End every process that carries this tag, and these supervisors; tells how many there were.

    With `prefix` the tag is the beginning of many; processes that carry one of `spare` are left.
    Blocks for a few seconds at most; for an I/O thread.
    """
    watchers = [identity for identity in supervisors if identity and is_alive(identity)]
    orphans = tagged(tag, prefix=prefix, spare=spare)
    # A supervisor ends its own render; the rest, and whoever escaped it, is found by the tag.
    left = end_tree(watchers, GRACE_S) if watchers else []
    left += end_tagged(tag, GRACE_S, prefix=prefix, spare=spare)
    if left:
        _log.error("processes could not be ended: %s", left)
    return len(watchers) + len(orphans)


def _goes_on(attempt: Attempt) -> bool:
    return attempt.state in _RUNS and goes_on(attempt.supervisor, attempt.log)


def _claim_of(store: Store, attempt: Attempt) -> Claim:
    claim = store.read(lambda db: queries.claim_of(db, attempt))
    if claim is None:
        raise LookupError(f"attempt {attempt.id} has no job")
    return claim


def _has_begun(attempt: Attempt) -> bool:
    """Whether its program was started: the supervisor makes the log just before."""
    return bool(attempt.process) or (attempt.log != "" and Path(attempt.log).exists())


def _waits(attempt: Attempt) -> bool:
    """Whether its result was verified, and may still be there: the next attempt publishes it."""
    is_verified = attempt.state is TaskState.VERIFYING and attempt.artifacts
    return bool(is_verified) and stand_of(attempt) is not Stand.LOST


@dataclass(frozen=True, slots=True)
class _Published:
    artifacts: tuple[Artifact, ...]
    warnings: tuple[str, ...]


def _published(store: Store, attempt: Attempt) -> _Published | None:
    """The result, if it was verified and only the renames were missing, or their record."""
    job = store.read(lambda db: queries.job(db, attempt.job_id))
    if attempt.state is not TaskState.VERIFYING or not attempt.artifacts or job is None:
        return None
    if attempt.kept is not None and stand_of(attempt) is Stand.AWAY:
        _log.info("attempt %s waits for its folder", attempt.id)
        return None
    artifacts = attempt.artifacts
    may_replace = job.spec.if_exists is IfExists.REPLACE or is_private(artifacts, job)
    if not all(_is_whole(artifact) for artifact in artifacts):
        # Nothing that was damaged since may take the place of a good earlier version.
        _log.warning("attempt %s could not be published: its result is gone", attempt.id)
        return None
    try:
        own = own_results(store, attempt)
        if not may_replace:
            artifacts = _renamed(store, attempt, job.warnings, own)
        sources = source_numbers(job.spec.source)
        put_in_place(artifacts, may_replace=may_replace, sources=sources, own=own)
    except (OSError, BadInput) as error:
        _log.warning("attempt %s could not be published: %s", attempt.id, error)
        return None
    return _Published(artifacts, job.warnings)


def _is_whole(artifact: Artifact) -> bool:
    """Whether the file is as it was verified, under its temporary or its final name."""
    written = Path(artifact.written)
    return holds(written, artifact) if os.path.lexists(written) else is_in_place(artifact)


def _renamed(
    store: Store, attempt: Attempt, warnings: tuple[str, ...], own: Own
) -> tuple[Artifact, ...]:
    """What still waits for its name, under names that nobody has taken meanwhile."""
    waiting = [each for each in attempt.artifacts if os.path.lexists(each.written)]
    free = dict(zip(waiting, beside_others(waiting, own), strict=True))
    artifacts = tuple(free.get(each, each) for each in attempt.artifacts)
    if artifacts != attempt.artifacts:
        store.change(
            lambda txn: endings.publish(txn, attempt, artifacts, warnings),
            actor="recovery",
            patient=True,
        )
    return artifacts
