"""The parts a job is rendered in: chunks of frames, steps that build on each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from rendermanager.core.frames import FrameRange

SHARED: Final = "{shared}"
"""In the source of a step: the folder that all tasks of a job share."""
STEP_SHARE: Final = 0.05
"""What a step without frames of its own counts for, beside all that have some."""
TOO_MANY_FAILED: Final = 3
"""When so many tasks of a job have failed for good, the rest of it is not tried any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSpec:
    """What one task of a job does. The empty one does all of it.

    Attributes:
        name: Shown to people: ``frames 1-10``, ``encode``.
        frames: Its share of the frames, as `FrameRange` reads it; empty means all.
        step: Name of its step, for its engine.
        after: Numbers, from 0, of tasks of the same job that must be completed first.
        parameters: Values for its engine.
        engine: Engine of this step; empty means the job's own.
        preset: Preset of that other engine; empty takes its default one.
        source: What that other engine reads; may begin with `SHARED`.
        settings: Changes to that preset, by the names of that engine's settings.
    """

    name: str = ""
    frames: str = ""
    step: str = ""
    after: tuple[int, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""
    preset: str = ""
    source: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)


WHOLE: Final = TaskSpec()
"""The task of a job that has one."""


def refitted(before: Sequence[TaskSpec], now: Sequence[TaskSpec]) -> tuple[TaskSpec, ...] | None:
    """The parts of a job that is run again, after its source was looked into again.

    Their frames and what follows from the source are new; presets stay as they were.

    Args:
        before: What it was cut into, with all settings.
        now: What its engine would cut it into, with those settings alone that it gives itself.

    Returns:
        None where these are other parts: then it is another job.
    """
    if [_shape(each) for each in before] != [_shape(each) for each in now]:
        return None
    return tuple(
        replace(new, preset=old.preset, settings={**old.settings, **new.settings})
        for old, new in zip(before, now, strict=True)
    )


def _shape(task: TaskSpec) -> tuple[object, ...]:
    return task.step, task.after, task.parameters, task.engine, task.source


@dataclass(frozen=True, slots=True)
class Share:
    """What one task is of its job.

    Attributes:
        weight: Its part of the work, 0 to 1.
        done: Part of the work that other tasks have finished, 0 to 1.
        frames_done: Frames that other tasks have finished.
        frames: Frames of all tasks; 0 when unknown.
        of: Number of tasks.
    """

    weight: float = 1.0
    done: float = 0.0
    frames_done: int = 0
    frames: int = 0
    of: int = 1


ALL: Final = Share()
"""The share of the one task of a job."""


def shares(tasks: Sequence[TaskSpec], finished: Sequence[bool]) -> list[Share]:
    """What each task is of its job, where some are finished.

    Args:
        tasks: All tasks of the job, in order.
        finished: For each, whether it is.
    """
    frames = [len(FrameRange.parse(task.frames)) if task.frames else 0 for task in tasks]
    total = sum(frames)
    sizes = [count or max(1.0, STEP_SHARE * total) for count in frames]
    weights = [size / sum(sizes) for size in sizes]
    done = sum(weight for weight, is_done in zip(weights, finished, strict=True) if is_done)
    frames_done = sum(count for count, is_done in zip(frames, finished, strict=True) if is_done)
    return [
        Share(
            weight,
            done - weight if is_done else done,
            frames_done - count if is_done else frames_done,
            total,
            len(tasks),
        )
        for weight, count, is_done in zip(weights, frames, finished, strict=True)
    ]
