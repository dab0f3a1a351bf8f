"""Reads what the page of resources shows, off the main thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rendermanager.core.job import Job
from rendermanager.core.points import Fineness, Point, level_for
from rendermanager.core.usage import CPU, Sample, TreeLoad
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.store.samples import points_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """One running attempt as a row of the page.

    Attributes:
        attempt_id: Its number.
        job: Its job.
        load: What it does.
        is_paused: Whether its processes are suspended.
        seconds: For how long its job has run.
    """

    attempt_id: int
    job: Job
    load: TreeLoad
    is_paused: bool
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was read.

    Attributes:
        now: The moment of reading; the right edge of all curves.
        length: How far back it reaches.
        level: How fine it is.
        newest: The last sample; None before the first.
        series: The points of each series that the newest sample has; else of the processors.
        renders: What runs, the oldest attempt first.
    """

    now: datetime
    length: timedelta
    level: Fineness
    newest: Sample | None
    series: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)
    renders: Sequence[Render] = ()

    def of(self, name: str) -> tuple[Point, ...]:
        """The points of one series; none where it was never measured."""
        return self.series.get(name, ())


def read_past(
    session: Session, length: timedelta, jobs: Mapping[int, int], paused: frozenset[int]
) -> Past:
    """Read it; blocks on the disk.

    Args:
        session: What measures, and the queue.
        length: How far back.
        jobs: The job of each running attempt, by the attempt's number.
        paused: Jobs whose processes are suspended.
    """
    now, newest, level = session.store.now(), session.sampling.newest, level_for(length)
    known = session.store.read(lambda db: queries.jobs_by_id(db, list(set(jobs.values()))))
    renders = [
        _render(attempt_id, known[jobs[attempt_id]], load, paused, now)
        for attempt_id, load in sorted(newest.renders.items() if newest else ())
        if jobs.get(attempt_id) in known
    ]
    names = list(newest.series()) if newest else [CPU]
    series = points_of(session.sampling.path, names, level, now - length)
    return Past(now=now, length=length, level=level, newest=newest, series=series, renders=renders)


def _render(
    attempt_id: int, job: Job, load: TreeLoad, paused: frozenset[int], now: datetime
) -> Render:
    seconds = (now - job.started).total_seconds() if job.started else 0.0
    return Render(
        attempt_id=attempt_id,
        job=job,
        load=load,
        is_paused=job.id in paused,
        seconds=max(0.0, seconds),
    )
