"""Progress of a render: what an engine said, folded into what a person sees."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite
from typing import Final, TypeVar

from rendermanager.core.tasks import Share

T = TypeVar("T")

NEARLY_DONE: Final = 0.995
"""The bar stays below this until the output is verified and published."""
SPEED_SMOOTHING_S: Final = 8.0
"""Time constant of the moving average of the pace, in seconds."""
SETTLE_S: Final = 3.0
"""Before this many seconds no time left is shown: the first numbers mislead."""
LONGEST_GUESS_S: Final = 365 * 24 * 3600.0
"""A time left beyond this many seconds is noise, and is not shown."""
SHORTEST_STEP_S: Final = 0.001
"""Lines closer than this many seconds came in one burst; they count for the pace together."""


class Stage(StrEnum):
    """What an attempt is doing."""

    PREPARE = "prepare"
    """Folders, files and the program are made ready."""
    RENDER = "render"
    """The program works."""
    VERIFY = "verify"
    """The output is checked."""
    PUBLISH = "publish"
    """The output gets its final name."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What one line of an engine's output tells. None means: says nothing about it.

    Attributes:
        frame: Pictures finished so far.
        frames: Pictures in all.
        fraction: Share finished, 0 to 1, where the engine says so itself.
        position_s: Seconds of the result finished so far.
        duration_s: Seconds of the result in all.
        fps: Pictures per second, by the engine's own count.
        speed: Seconds of the result per second of work.
        step: What it does now, in a few words.
        warning: A line a person should see.
        ended: The engine says it has finished.
    """

    frame: int | None = None
    frames: int | None = None
    fraction: float | None = None
    position_s: float | None = None
    duration_s: float | None = None
    fps: float | None = None
    speed: float | None = None
    step: str | None = None
    warning: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an attempt stands. `fraction` never falls.

    Attributes:
        stage: What it is doing.
        fraction: 0 to 1; None while there is no honest number.
        frame: Pictures finished.
        frames: Pictures in all; 0 when unknown.
        position_s: Seconds of the result finished.
        duration_s: Seconds of the result in all; 0 when unknown.
        fps: Pictures per second.
        speed: Seconds of the result per second of work.
        step: What the engine says it does.
        active_s: Seconds of work so far, pauses left out.
        pace: Share finished per second of work, smoothed; 0 when unknown.
        moved_s: `active_s` when the pace was last taken.
        paused: Whether its processes are suspended.
        moved_from: `fraction` when the pace was last taken.
    """

    stage: Stage = Stage.PREPARE
    fraction: float | None = None
    frame: int = 0
    frames: int = 0
    position_s: float = 0.0
    duration_s: float = 0.0
    fps: float = 0.0
    speed: float = 0.0
    step: str = ""
    active_s: float = 0.0
    pace: float = 0.0
    moved_s: float = 0.0
    paused: bool = False
    moved_from: float = 0.0

    @property
    def time_left_s(self) -> float | None:
        """Seconds of work left, or None while nothing honest can be said."""
        if self.fraction is None or self.pace <= 0 or self.active_s < SETTLE_S:
            return None
        left = (1.0 - self.fraction) / self.pace
        return left if left <= LONGEST_GUESS_S else None


def fold(progress: Progress, seen: Observation, active_s: float) -> Progress:
    """Progress after one more observation.

    Args:
        progress: So far.
        seen: What the engine said; a number that is not finite says nothing.
        active_s: Seconds of work since the attempt started, pauses left out; a value below the
            last one (a clock that jumped) counts as no time passed.
    """
    now = max(active_s, progress.active_s)
    known = replace(
        progress,
        stage=Stage.RENDER if progress.stage is Stage.PREPARE else progress.stage,
        frame=max(progress.frame, _or(seen.frame, 0)),
        frames=_or(seen.frames, progress.frames),
        position_s=max(progress.position_s, _number(seen.position_s, 0.0)),
        duration_s=_number(seen.duration_s, progress.duration_s),
        fps=_number(seen.fps, progress.fps),
        speed=_number(seen.speed, progress.speed),
        step=_or(seen.step, progress.step),
        active_s=now,
    )
    return _with_fraction(known, _fraction(known, seen))


def resumed(seen: Observation, had: int, frames: int) -> Observation:
    """What an engine says of the frames that were missing, as said of all of them.

    Args:
        seen: What it says.
        had: Frames that were there already.
        frames: Frames in all; at least one.
    """
    frame, fraction = seen.frame, seen.fraction
    if fraction is not None:
        fraction = (had + fraction * (frames - had)) / frames
    return replace(
        seen,
        frame=None if frame is None else had + frame,
        frames=None if seen.frames is None else frames,
        fraction=fraction,
    )


def joined(whole: Progress, parts: Sequence[tuple[Share, Progress]], spent_s: float) -> Progress:
    """Progress of a job of many tasks after one of them has moved.

    Args:
        whole: The job so far.
        parts: Those tasks that run, each with what it is of the job.
        spent_s: Seconds that have gone by since, pauses left out.
    """
    share = parts[-1][0]
    seen = Observation(
        frame=share.frames_done + sum(each.frame for _, each in parts),
        frames=share.frames or None,
        fraction=share.done + sum(part.weight * (each.fraction or 0.0) for part, each in parts),
        fps=sum(each.fps for _, each in parts),
        step=next((each.step for _, each in parts if each.step), None),
    )
    known = fold(whole, seen, whole.active_s + max(0.0, spent_s))
    # The job renders as long as one of its tasks does.
    stages = [each.stage for _, each in parts]
    stage = Stage.RENDER if Stage.RENDER in stages else stages[0]
    return replace(known, stage=stage, paused=all(each.paused for _, each in parts))


def _or(value: T | None, fallback: T) -> T:
    return fallback if value is None else value


def _number(value: float | None, fallback: float) -> float:
    return fallback if value is None or not isfinite(value) else value


def _fraction(known: Progress, seen: Observation) -> float | None:
    """The engine's own share first, then pictures (they do not run ahead), then time."""
    if seen.fraction is not None and isfinite(seen.fraction):
        return seen.fraction
    if known.frames > 0:
        # Before the first picture there is no number: sound runs far ahead of a slow encoder.
        return min(known.frame, known.frames) / known.frames if known.frame > 0 else None
    if known.duration_s > 0 and known.position_s > 0:
        return known.position_s / known.duration_s
    return None


def _with_fraction(known: Progress, fraction: float | None) -> Progress:
    if fraction is None:
        return known
    before = known.fraction or 0.0
    share = min(max(fraction, before), NEARLY_DONE)
    if share <= before:
        return known if known.fraction is not None else replace(known, fraction=share)
    if known.active_s <= 0:
        # What is there before any work was done tells nothing about the pace.
        return replace(known, fraction=share, moved_from=share)
    elapsed = known.active_s - known.moved_s
    if elapsed < SHORTEST_STEP_S:
        return replace(known, fraction=share)
    pace = (share - known.moved_from) / elapsed
    weight = min(1.0, elapsed / SPEED_SMOOTHING_S) if known.pace > 0 else 1.0
    smooth = known.pace + weight * (pace - known.pace)
    return replace(known, fraction=share, pace=smooth, moved_s=known.active_s, moved_from=share)
