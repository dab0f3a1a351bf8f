"""How long renders took, and which ones are next: what an outlook on the queue is made of."""

from dataclasses import dataclass
from typing import Final

import apsw

SAMPLES: Final = 400
"""Finished jobs that are looked at, the latest ones."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What a job is going to do, as far as that decides how long it takes.

    Attributes:
        job_id: The job.
        engine: Name of its engine.
        preset: Name of its preset.
        frames: Pictures in its source; 0 when unknown.
        duration_s: Seconds of its source; 0 when unknown.
    """

    job_id: int
    engine: str
    preset: str
    frames: int
    duration_s: float


@dataclass(frozen=True, slots=True)
class Sample:
    """A job that was rendered.

    Attributes:
        work: What it did.
        seconds: How long that took, pauses left out.
    """

    work: Workload
    seconds: float


_WORK: Final = (
    "id, engine, preset, coalesce(source ->> '$.frames', 0), coalesce(source ->> '$.duration_s', 0)"
)


def rendered(connection: apsw.Connection, limit: int = SAMPLES) -> list[Sample]:
    """The jobs that were rendered last, those taken out of the list included."""
    return [
        Sample(Workload(*row[:-1]), row[-1])
        for row in connection.execute(
            f"SELECT {_WORK}, elapsed_s FROM job WHERE status = 'completed' AND elapsed_s > 0 "
            "ORDER BY ended DESC LIMIT ?",
            (limit,),
        )
    ]


def upcoming(connection: apsw.Connection, limit: int) -> list[Workload]:
    """The jobs that are ready or about to be, in the order in which they will run."""
    return [
        Workload(*row)
        for row in connection.execute(
            f"SELECT {_WORK} FROM job WHERE removed IS NULL "
            "AND status IN ('pending', 'validating', 'queued') "
            "ORDER BY priority, position, id LIMIT ?",
            (limit,),
        )
    ]
