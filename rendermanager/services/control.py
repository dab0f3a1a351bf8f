"""The verbs by which window, command line and other programs act on the queue."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, Final

from rendermanager.core.status import JobStatus, Priority
from rendermanager.store import editing, intents, keeping, placing
from rendermanager.store.intents import Answer, Place
from rendermanager.store.placing import Moved, Standing
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob, submit
from rendermanager.store.txn import Txn

Answers = list[Answer]

JOB_VERBS: Final[dict[str, Callable[[Txn, Sequence[int]], Answers]]] = {
    "cancel": intents.cancel,
    "pause": intents.pause,
    "resume": intents.resume,
    "retry": intents.retry,
    "retry_from_start": intents.retry_from_start,
    "keep": keeping.keep,
    "remove": intents.remove,
    "restore": intents.restore,
}
"""What can be asked of jobs by their ids alone."""


class Control:
    """Writes what was asked into the store; the dispatcher acts on the committed events."""

    def __init__(self, store: Store, actor: str) -> None:
        """Act on `store` in the name of `actor`."""
        self._store = store
        self._actor = actor

    def ask(self, verb: str, ids: Sequence[int]) -> "Future[Answers]":
        """Ask one of `JOB_VERBS` of these jobs.

        Raises:
            KeyError: There is no such verb.
        """
        change = JOB_VERBS[verb]
        return self._write(lambda txn: change(txn, list(dict.fromkeys(ids))))

    def submit(self, jobs: Sequence[NewJob]) -> "Future[list[int]]":
        """Store new jobs; their ids come back in order."""
        return self._write(lambda txn: submit(txn, jobs))

    def replace(self, job_id: int, new: NewJob) -> "Future[int]":
        """Put a job in the place of one that has not started; the new one's id."""
        return self._write(lambda txn: editing.replace_job(txn, job_id, new))

    def set_priority(self, ids: Sequence[int], priority: Priority) -> "Future[Answers]":
        """Serve jobs earlier or later."""
        return self._write(lambda txn: intents.set_priority(txn, ids, priority))

    def reorder(self, ids: Sequence[int], place: Place) -> "Future[Answers]":
        """Move waiting jobs within their priority."""
        return self._write(lambda txn: intents.reorder(txn, ids, place))

    def cancel_paused(self, ids: Sequence[int]) -> "Future[Answers]":
        """End those jobs that are paused still."""
        return self._write(lambda txn: intents.cancel_paused(txn, ids))

    def move_before(self, ids: Sequence[int], before_id: int | None) -> "Future[Moved]":
        """Move waiting jobs right before another one, or behind all that wait."""
        return self._write(lambda txn: placing.move_before(txn, ids, before_id))

    def run_next(self, ids: Sequence[int]) -> "Future[Moved]":
        """Move waiting jobs before everything else that waits."""
        return self._write(lambda txn: placing.run_next(txn, ids))

    def put_back(self, standings: Sequence[Standing]) -> "Future[Answers]":
        """Undo a move."""
        return self._write(lambda txn: placing.put_back(txn, standings))

    def clear(self, statuses: Sequence[JobStatus]) -> "Future[list[int]]":
        """Remove every ended job in one of these statuses."""
        return self._write(lambda txn: intents.clear(txn, statuses))

    def try_now(self) -> "Future[None]":
        """Try at once what was stopped after failures in a row."""
        return self._write(intents.try_now)

    def pause_queue(self, *, now: bool = False) -> "Future[bool]":
        """Start nothing new; with `now`, suspend what runs as well."""
        return self._write(lambda txn: intents.set_queue_paused(txn, "now" if now else "after"))

    def resume_queue(self) -> "Future[bool]":
        """Let the queue run."""
        return self._write(lambda txn: intents.set_queue_paused(txn, ""))

    def _write(self, change: Callable[[Txn], Any]) -> "Future[Any]":
        return self._store.write(change, actor=self._actor)
