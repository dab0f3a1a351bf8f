"""Failures that have the same cause, whatever file they happened to."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rendermanager.core.failure import Failure

_VARIABLE: Final = re.compile(r"“[^”]*”|'[^']*'|(?<!\w)(?:[A-Za-z]:)?[\\/][^\s,;]+|\d+(?:[.,]\d+)*")
_KEY_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that failed, as far as its cause goes.

    Attributes:
        job_id: Its number.
        name: What the queue calls it.
        engine: Name of its engine.
        failure: Why it failed.
        ended: When, aware UTC.
    """

    job_id: int
    name: str
    engine: str
    failure: Failure
    ended: datetime


@dataclass(frozen=True, slots=True)
class CauseGroup:
    """Jobs that failed for one cause.

    Attributes:
        key: Short name of the cause, the same for as long as its words are.
        engine: Name of the engine.
        failure: Why the newest of them failed.
        jobs: The newest first.
    """

    key: str
    engine: str
    failure: Failure
    jobs: tuple[FailedJob, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.jobs)

    @property
    def newest(self) -> datetime:
        """When the newest of them failed."""
        return self.jobs[0].ended


def cause_key(engine: str, failure: Failure) -> str:
    """A short name for the cause: engine, kind and message without names, paths and numbers."""
    text = _VARIABLE.sub("…", failure.message)
    told = f"{engine}\n{failure.kind.value}\n{text}".encode(errors="replace")
    digest = hashlib.sha256(told).hexdigest()[:_KEY_DIGITS]
    return f"{engine or 'job'}-{digest}"


def grouped(failed: Iterable[FailedJob]) -> list[CauseGroup]:
    """The jobs by their cause, the largest group first and of equal ones the newest."""
    found: dict[str, list[FailedJob]] = {}
    for job in sorted(failed, key=lambda each: (each.ended, each.job_id), reverse=True):
        found.setdefault(cause_key(job.engine, job.failure), []).append(job)
    groups = [
        CauseGroup(key, jobs[0].engine, jobs[0].failure, tuple(jobs)) for key, jobs in found.items()
    ]
    return sorted(groups, key=lambda each: (-each.count, -each.newest.timestamp()))
