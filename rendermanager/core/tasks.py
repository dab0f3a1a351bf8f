"""The parts a job is rendered in: chunks of frames, steps that build on each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SHARED = "{shared}"
"""In the source or output of a step: the folder that all tasks of a job share."""


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


WHOLE = TaskSpec()
"""The task of a job that has one."""
