"""A render of five seconds that shows what a preset makes: planned here, rendered by the queue."""

import dataclasses
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.status import Priority
from rendermanager.renderers.api import Preset, RenderEngine
from rendermanager.services.session import Session
from rendermanager.services.sources import SAMPLE, sample_file
from rendermanager.store import queries
from rendermanager.store.submission import NewJob

SECONDS: Final = 5.0
KEPT_S: Final = 86_400.0
"""What a test has made is there to be looked at for a day."""


@dataclass(frozen=True, slots=True)
class PlannedTest:
    """A test that can be queued.

    Attributes:
        jobs: The one job.
        seconds: How much of the source is rendered; 0 where it has no length.
        is_paused: Whether the queue is paused, so that it has to wait.
    """

    jobs: tuple[NewJob, ...]
    seconds: float
    is_paused: bool


@dataclass(frozen=True, slots=True)
class Minute:
    """What a minute would come to, going by a shorter piece.

    Attributes:
        size_bytes: Size of the result.
        elapsed_s: Seconds it takes to render.
    """

    size_bytes: int
    elapsed_s: float


def can_be_tested(engine: RenderEngine[Any]) -> bool:
    """Whether a piece of a film can be rendered with it, and what it is can be said in advance."""
    names = {field.name for field in dataclasses.fields(engine.settings)}
    return {"start", "end"} <= names and engine.accepts(sample_file())


def per_minute(size_bytes: int, elapsed_s: float, seconds: float) -> Minute | None:
    """What a minute would come to; None where a piece without length says nothing about it."""
    if seconds <= 0:
        return None
    times = 60 / seconds
    return Minute(round(size_bytes * times), elapsed_s * times)


def plan_test(
    session: Session, preset: Preset, source: str, name: str, before: Path | None
) -> PlannedTest:
    """Make the job for a test. Blocks on the disk.

    Args:
        session: Where everything is.
        preset: With what is being changed of it.
        source: Path of a film, or the sample.
        name: What the job is called.
        before: Folder of an earlier test, which is deleted.

    Raises:
        BadInput: The source cannot be rendered so; all problems are listed.
        OSError: There is no room for the result.
    """
    if before is not None:
        shutil.rmtree(before, ignore_errors=True)
    top = session.paths.preset_tests
    top.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = tempfile.mkdtemp(dir=top)
    wish = JobSpec(
        engine=preset.engine,
        preset=preset.name,
        output=folder + "/",
        settings=_cut(session.registry.get(preset.engine), preset),
        name=name,
        priority=Priority.URGENT,
        submitter="window",
    )
    plan = session.submitter().plan_inputs([source], wish)
    if plan.blocking or not plan.jobs:
        raise BadInput(plan.problems)
    read = sample_file() if source == SAMPLE else Path(source)
    length = session.media.probe(read).duration_s
    paused = session.store.read(queries.queue_paused)
    seconds = 0.0 if preset.settings.get("still") else min(SECONDS, length)
    return PlannedTest(tuple(plan.jobs[:1]), seconds, bool(paused))


def sweep_tests(session: Session, now_s: float) -> None:
    """Delete what old tests have left, but for what a job in the queue still names.

    Blocks on the disk.

    Args:
        session: Where they lie.
        now_s: Seconds since 1970.

    Raises:
        OSError: Their folder cannot be read.
    """
    top = session.paths.preset_tests
    if not top.is_dir():
        return
    old = [each for each in top.iterdir() if each.stat().st_mtime < now_s - KEPT_S]
    if not old:
        return
    wanted = {Path(job.spec.output) for job in session.store.read(queries.jobs)}
    for folder in old:
        if not any(each.is_relative_to(folder) for each in wanted):
            shutil.rmtree(folder, ignore_errors=True)


def _cut(engine: RenderEngine[Any], preset: Preset) -> dict[str, object]:
    """The settings of a preset for its first seconds, whatever piece it is made for."""
    if preset.settings.get("still"):
        return dict(preset.settings)
    usual = {field.name: field.default for field in dataclasses.fields(engine.settings)}
    return {**preset.settings, "start": usual["start"], "end": f"{SECONDS:g}"}
