"""What is looked at right before a task starts: its source, the room for its result, its needs."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rendermanager.core.arriving import arriving
from rendermanager.core.consumption import Usage, expected_memory
from rendermanager.core.job import Job
from rendermanager.core.needs import NO_NEEDS, Basis, Needs
from rendermanager.engine.prepare import request_for
from rendermanager.engine.reaching import found_for, look_at
from rendermanager.engine.room import Promise, room_problem
from rendermanager.machine.memory import MemoryNow
from rendermanager.machine.volumes import gone_volume
from rendermanager.media.trouble import shown
from rendermanager.renderers.api import RenderEngine, RenderRequest
from rendermanager.renderers.extras import needs_of
from rendermanager.scheduling.admission import Reason, Why


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look before the start has found.

    Attributes:
        reason: Why the task has to wait; None when it may start.
        promise: Room that it is going to use; None when nobody can say.
        needs: What else it takes.
        memory: The memory at that moment; None where nobody has looked at it.
    """

    reason: Reason | None = None
    promise: Promise | None = None
    needs: Needs = NO_NEEDS
    memory: MemoryNow | None = None


def look_before_start(
    job: Job,
    engine: RenderEngine[Any],
    promises: Sequence[Promise],
    seen: Sequence[Usage],
    least_mb: int,
    floor_bytes: int,
) -> Looked:
    """Whether the source is there and whole, and whether the result has room. Blocks on disks.

    What is simply wrong is no reason to wait: the start tells it.

    Args:
        job: What is to be rendered.
        engine: Its engine.
        promises: Room that renders under way are still going to use.
        seen: What the last attempts of its kind have taken.
        least_mb: Megabytes of memory that it takes at least; see `Candidate.memory_mb`.
        floor_bytes: What is to stay free on the volume of its result.

    Raises:
        BadInput: The stored settings do not fit the engine any more.
    """
    if reason := _source_reason(job):
        return Looked(Reason(Why.SOURCE, reason))
    folder = Path(job.spec.output).parent
    if gone := unplugged(folder):
        return Looked(gone)
    request = request_for(job.spec, job.source, engine)
    outputs = engine.outputs(request)
    if text := room_problem(folder, outputs, promises, floor_bytes):
        return Looked(Reason(Why.SPACE, text))
    promise = Promise(folder, sum(each.about_bytes for each in outputs))
    return Looked(promise=promise, needs=_needs(job, engine, request, seen, least_mb))


def _needs(
    job: Job,
    engine: RenderEngine[Any],
    request: RenderRequest[Any],
    seen: Sequence[Usage],
    least_mb: int,
) -> Needs:
    """What it takes: as a person has said, else as others of its kind took, else as predicted."""
    least = least_mb * 1_000_000
    if job.spec.memory_mb:
        # What is asked for is among the least that is known of it.
        return Needs(memory_bytes=least, basis=Basis.ASKED)
    learned = Needs(memory_bytes=max(least, expected_memory(seen)), basis=Basis.LEARNED)
    if expected_memory(seen):
        return learned
    predicted = needs_of(engine, request)
    return predicted if predicted.memory_bytes >= least else learned


def unplugged(folder: Path) -> Reason | None:
    """That the drive of a result is not there; None when it is."""
    mount = gone_volume(folder, may_be_made=True)
    return Reason(Why.SPACE, f"no drive is connected at “{mount}”") if mount else None


def _source_reason(job: Job) -> str:
    source = Path(job.spec.source)
    if mount := gone_volume(source):
        return f"no drive is connected at “{mount}”"
    try:
        found = found_for(job.spec)
        text = arriving(look_at(found), time.time()) if found is not None else ""
    except (OSError, ValueError):
        return ""
    return f"“{shown(source)}” is {text}" if text else ""
