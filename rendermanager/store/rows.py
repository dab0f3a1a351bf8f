"""Rows of the database to values of the core, and back."""

import functools
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

import msgspec

from rendermanager.core.adaptation import PLAIN, Adaptation
from rendermanager.core.errors import StoreDamaged
from rendermanager.core.events import Event, EventKind
from rendermanager.core.failure import Failure
from rendermanager.core.job import Attempt, Job, JobSpec, Task
from rendermanager.core.output import Artifact, Kept
from rendermanager.core.ripple import Intent
from rendermanager.core.source import SourceInfo
from rendermanager.core.status import JobStatus, TaskState
from rendermanager.core.tasks import WHOLE, TaskSpec

T = TypeVar("T")
A = TypeVar("A")
Row = tuple[Any, ...]

JOB_COLUMNS: Final = (
    "id, status, reason, pause, cancel, position, spec, source, progress, stage, failure, "
    "warnings, artifacts, attempts, retry_at, created, started, ended, elapsed_s, tasks, shared"
)
TASK_COLUMNS: Final = (
    "id, job_id, number, state, fence, tries, retry_at, postponed, adaptation, spec"
)
ATTEMPT_COLUMNS: Final = (
    "id, task_id, job_id, fence, state, supervisor, process, folder, log, artifacts, started, "
    "ended, exit_code, outcome, failure, elapsed_s, adaptation, had, kept, limit_s"
)
EVENT_COLUMNS: Final = "id, at, kind, job_id, task_id, old, new, reason, actor"

_encoder: Final = msgspec.json.Encoder()
_spec: Final = msgspec.json.Decoder(JobSpec)
_source: Final = msgspec.json.Decoder(SourceInfo)
_failure: Final = msgspec.json.Decoder(Failure)
_adaptation: Final = msgspec.json.Decoder(Adaptation)
_task_spec: Final = msgspec.json.Decoder(TaskSpec)
_texts: Final = msgspec.json.Decoder(tuple[str, ...])
_artifacts: Final = msgspec.json.Decoder(tuple[Artifact, ...])
_kept: Final = msgspec.json.Decoder(Kept)


def packed(value: object) -> bytes | None:
    """A value as JSON for a BLOB column; None, () and what says nothing become NULL."""
    if value is None or value in ((), PLAIN, WHOLE):
        return None
    return _encoder.encode(value)


def unreadable(error: Exception) -> StoreDamaged:
    """The error for what is no text, no value or no word that we know."""
    return StoreDamaged(
        f"The queue cannot be read: {error}.",
        "It is damaged: the next start puts it aside and restores the newest backup.",
    )


def _told(read: Callable[[A], T]) -> Callable[[A], T]:
    """Lets a reader of rows or columns say in plain words that one makes no sense."""

    @functools.wraps(read)
    def from_row(stored: A) -> T:
        try:
            return read(stored)
        except (ValueError, TypeError, OverflowError, OSError, msgspec.MsgspecError) as error:
            raise unreadable(error) from error

    return from_row


def _opened(decoder: "msgspec.json.Decoder[T]", blob: bytes | None, empty: T) -> T:
    return empty if blob is None else decoder.decode(blob)


def moment_of(stamp: float | None) -> datetime | None:
    """A time from a row, aware UTC."""
    return None if stamp is None else datetime.fromtimestamp(stamp, UTC)


@_told
def moment_from(stamp: float) -> datetime:
    """A time from a row that always holds one, aware UTC."""
    return datetime.fromtimestamp(stamp, UTC)


@_told
def failure_from(blob: bytes) -> Failure:
    """Why something failed, from its column."""
    return _failure.decode(blob)


@_told
def job_from(row: Row) -> Job:
    """A job from a row of `JOB_COLUMNS`."""
    (
        (job_id, status, reason, pause, cancel, position, spec, source, progress, stage, failure),
        (warnings, artifacts, attempts, retry_at, created, started, ended, elapsed_s),
        (tasks, shared),
    ) = row[:11], row[11:19], row[19:]
    return Job(
        id=job_id,
        spec=_spec.decode(spec),
        status=JobStatus(status),
        reason=reason,
        intent=Intent(pause=bool(pause), cancel=bool(cancel)),
        position=position,
        source=None if source is None else _source.decode(source),
        progress=progress,
        stage=stage,
        failure=None if failure is None else _failure.decode(failure),
        warnings=_opened(_texts, warnings, ()),
        artifacts=_opened(_artifacts, artifacts, ()),
        attempts=attempts,
        retry_at=moment_of(retry_at),
        created=datetime.fromtimestamp(created, UTC),
        started=moment_of(started),
        ended=moment_of(ended),
        elapsed_s=elapsed_s,
        tasks=tasks,
        shared="" if shared.startswith("-") else shared,
    )


@_told
def task_from(row: Row) -> Task:
    """A task from a row of `TASK_COLUMNS`."""
    task_id, job_id, number, state, fence, tries, retry_at, postponed, adaptation, spec = row
    return Task(
        id=task_id,
        job_id=job_id,
        number=number,
        state=TaskState(state),
        fence=fence,
        tries=tries,
        retry_at=moment_of(retry_at),
        postponed=postponed,
        adaptation=adaptation_from(adaptation),
        spec=task_spec_from(spec),
    )


@_told
def source_from(blob: bytes | None) -> SourceInfo | None:
    """What was found in the source of a job, from its column."""
    return None if blob is None else _source.decode(blob)


@_told
def task_spec_from(blob: bytes | None) -> TaskSpec:
    """What a task does of its job, from its column."""
    return _opened(_task_spec, blob, WHOLE)


@_told
def artifacts_from(blob: bytes | None) -> tuple[Artifact, ...]:
    """What was published, from its column."""
    return _opened(_artifacts, blob, ())


@_told
def texts_from(blob: bytes | None) -> tuple[str, ...]:
    """Sentences, from their column."""
    return _opened(_texts, blob, ())


@_told
def adaptation_from(blob: bytes | None) -> Adaptation:
    """How an attempt differs from what was asked for, from its column."""
    return _opened(_adaptation, blob, PLAIN)


@_told
def attempt_from(row: Row) -> Attempt:
    """An attempt from a row of `ATTEMPT_COLUMNS`."""
    (
        (attempt_id, task_id, job_id, fence, state, supervisor, process, folder, log, artifacts),
        (started, ended, exit_code, outcome, failure, elapsed_s, adaptation, had, kept, limit_s),
    ) = row[:10], row[10:]
    return Attempt(
        id=attempt_id,
        task_id=task_id,
        job_id=job_id,
        fence=fence,
        state=TaskState(state),
        supervisor=supervisor,
        process=process,
        folder=folder,
        log=log,
        artifacts=_opened(_artifacts, artifacts, ()),
        started=datetime.fromtimestamp(started, UTC),
        ended=moment_of(ended),
        exit_code=exit_code,
        outcome=outcome,
        failure=None if failure is None else _failure.decode(failure),
        elapsed_s=elapsed_s,
        adaptation=adaptation_from(adaptation),
        had=had,
        kept=None if kept is None else _kept.decode(kept),
        limit_s=limit_s,
    )


@_told
def event_from(row: Row) -> Event:
    """An event from a row of `EVENT_COLUMNS`."""
    event_id, at, kind, job_id, task_id, old, new, reason, actor = row
    return Event(
        id=event_id,
        at=datetime.fromtimestamp(at, UTC),
        kind=EventKind(kind),
        job_id=job_id,
        task_id=task_id,
        old=old,
        new=new,
        reason=reason,
        actor=actor,
    )
