"""Jobs in a real store, brought to where a test needs them."""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import apsw

from rendermanager.core.events import Event
from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Attempt, Job, JobSpec, Task
from rendermanager.core.status import JobStatus, Priority, TaskState
from rendermanager.store import attempts, endings, queries, submission
from rendermanager.store.attempts import Claim, Place
from rendermanager.store.rows import TASK_COLUMNS, task_from
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob

T = TypeVar("T")

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
WAIT_S = 20.0
"""Longest wait for something that happens at once on a healthy machine."""
BROKEN = Failure(FailureKind.SYSTEM_ERROR, "The program crashed.", "Try again.", Retry.ONCE)


def quick_folder() -> "tempfile.TemporaryDirectory[str]":
    """A temporary folder in memory where the system has one: for tests that make many queues."""
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def new_job(
    name: str = "job",
    *,
    checked: bool = True,
    priority: Priority = Priority.NORMAL,
    reserves: str = "",
    further: tuple[str, ...] = (),
    **spec: Any,
) -> NewJob:
    """A job as a submitter hands it to the store."""
    asked = JobSpec(name=name, engine="ffmpeg", preset="h264", priority=priority)
    return NewJob(replace(asked, **spec), checked, reserves, further)


def add(store: Store, *jobs: NewJob) -> list[int]:
    """Submit jobs; their ids."""
    return store.change(lambda txn: submission.submit(txn, jobs), actor="cli")


def add_one(store: Store, **changes: Any) -> int:
    """Submit one job; its id."""
    return add(store, new_job(**changes))[0]


def at(supervisor: str = "blade", folder: str = "", log: str = "") -> Callable[[Job, str], Place]:
    """A place for an attempt, whatever its job."""
    return lambda job, run: Place(supervisor, folder, log)


def claim_next(store: Store) -> Claim:
    """Start an attempt of the task whose turn it is."""
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))
    return store.change(lambda txn: attempts.claim(txn, candidate, at()), actor="scheduler")


def start(store: Store, **changes: Any) -> Attempt:
    """The attempt of a new job, STARTING. There must be no other candidate before it."""
    add_one(store, **changes)
    return claim_next(store).attempt


def run(store: Store, **changes: Any) -> Attempt:
    """The attempt of a new job, RUNNING."""
    attempt = start(store, **changes)
    store.change(lambda txn: attempts.begin(txn, attempt, "process 7"), actor="scheduler")
    return attempt


def verifying(store: Store, **changes: Any) -> Attempt:
    """The attempt of a new job, VERIFYING."""
    attempt = run(store, **changes)
    store.change(lambda txn: endings.verify(txn, attempt, 0, 12.5), actor="scheduler")
    return attempt


def finished(store: Store, **changes: Any) -> int:
    """A job that completed."""
    attempt = verifying(store, **changes)
    store.change(lambda txn: endings.complete(txn, attempt), actor="scheduler")
    return attempt.job_id


def doubtful(store: Store, *warnings: str, **changes: Any) -> int:
    """A job that is done with warnings."""
    attempt = verifying(store, **changes)
    told = warnings or ("It is black.",)
    store.change(lambda txn: endings.complete(txn, attempt, (), told), actor="scheduler")
    return attempt.job_id


def failed(store: Store, **changes: Any) -> int:
    """A job that failed for good."""
    attempt = run(store, **changes)
    store.change(lambda txn: endings.fail(txn, attempt, BROKEN), actor="scheduler")
    return attempt.job_id


def job(store: Store, job_id: int) -> Job:
    """A job that exists."""
    found = store.read(lambda connection: queries.job(connection, job_id))
    assert found is not None
    return found


def status(store: Store, job_id: int) -> JobStatus:
    """Where a job stands."""
    return job(store, job_id).status


def task(store: Store, job_id: int) -> Task:
    """The only task of a job."""
    (row,) = rows(store, f"SELECT {TASK_COLUMNS} FROM task WHERE job_id = ?", job_id)
    return task_from(row)


def task_state(store: Store, job_id: int) -> TaskState:
    """Where the only task of a job stands."""
    return task(store, job_id).state


def last_attempt(store: Store, job_id: int) -> Attempt:
    """The newest attempt of a job, as stored."""
    return store.read(lambda connection: queries.attempts_of(connection, job_id))[-1]


def story(store: Store, job_id: int) -> list[Event]:
    """The events of a job."""
    return store.read(lambda connection: queries.events_of(connection, job_id))


def told(events: Sequence[Event]) -> list[str]:
    """Events in short: ``J: old > new (reason)`` or ``T: …``."""
    return [
        f"{'T' if event.task_id else 'J'}: {event.old or '-'} > {event.new or '-'} ({event.reason})"
        for event in events
    ]


def rows(store: Store, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows that a query finds."""

    def ask(connection: apsw.Connection) -> list[tuple[Any, ...]]:
        return list(connection.execute(sql, values))

    return store.read(ask)


@contextmanager
def writer_busy(store: Store) -> Iterator[None]:
    """Keep the writer occupied, so that all that is handed in meanwhile shares one commit."""
    entered, leave = threading.Event(), threading.Event()

    def wait(_txn: object) -> None:
        entered.set()
        leave.wait(WAIT_S)

    blocker = store.write(wait)
    assert entered.wait(WAIT_S)
    try:
        yield
    finally:
        leave.set()
        blocker.result(WAIT_S)
