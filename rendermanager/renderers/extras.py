"""What an engine may have beyond what every engine has; each with what holds where it has not.

Engines of other packages need none of this. `RenderEngine` names them all.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rendermanager.core.adaptation import Remedy
from rendermanager.core.doubt import Doubt
from rendermanager.core.job import JobSpec
from rendermanager.core.needs import NO_NEEDS, Needs
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo
from rendermanager.core.success import PLAIN_SUCCESS, Success
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import (
    EngineVersion,
    Held,
    Picture,
    RenderEngine,
    RenderRequest,
    Trial,
)


def remedies_of(engine: object) -> frozenset[Remedy]:
    """What an engine can do differently after a failure: its attribute ``remedies``, if any.

    It then honours ``threads`` or ``software`` of a `RenderRequest`.
    """
    return frozenset(getattr(engine, "remedies", ()))


def resumes(engine: object) -> bool:
    """Whether an engine can leave out frames that are there already: its ``resumes``.

    Its ``command`` and ``listener`` then honour ``done`` of a `RenderRequest`, be it that nothing
    is left to render; ``outputs`` is always asked for all frames.
    """
    return bool(getattr(engine, "resumes", False))


def uses_of(engine: object, source: Path) -> tuple[Path, ...]:
    """Files that a source is made of besides its own: what its method ``uses`` says, if any.

    When one of them changes, frames that were rendered before are rendered again. Blocks on the
    disk.
    """
    method = getattr(engine, "uses", None)
    return () if method is None else tuple(method(source))


def needs_of(engine: object, request: RenderRequest[Any]) -> Needs:
    """What a task is going to take of the machine: what the method ``needs`` says, if any."""
    method = getattr(engine, "needs", None)
    found = method(request) if method is not None else NO_NEEDS
    return found if isinstance(found, Needs) else NO_NEEDS


def endings_of(engine: object) -> tuple[str, ...]:
    """How the names of an engine's sources end, to offer these files to a person: its ``endings``.

    Each begins with a point, as ``.blend`` does. They are a help to find files; what the engine
    reads is said by its ``accepts``.
    """
    return tuple(getattr(engine, "endings", ()))


def sources_of(engine: RenderEngine[Any]) -> tuple[str, ...]:
    """What people call an engine's sources, such as “Blender scenes”: its ``sources``.

    An engine that does not say so is named with its endings; one that offers none has no sources.
    """
    said = tuple(getattr(engine, "sources", ()))
    endings = endings_of(engine)
    return said or ((f"{engine.label} ({' '.join(endings)})",) if endings else ())


def picture_of(engine: object, source: Path) -> Picture | None:
    """The picture that a source itself keeps: what its method ``picture`` finds, if it has one.

    It must do with a look at the file, and start no program: it is asked for each row of the list.
    Blocks on the disk.
    """
    method = getattr(engine, "picture", None)
    found = method(source) if method is not None else None
    return found if isinstance(found, Picture) else None


def success_of(engine: object) -> Success:
    """When an engine's program has done its work: as its ``success`` says, else by exit code 0."""
    success = getattr(engine, "success", PLAIN_SUCCESS)
    return success if isinstance(success, Success) else PLAIN_SUCCESS


def doubts_of(engine: object) -> Sequence[Doubt]:
    """What its program says of a result that is doubtful: the engine's ``doubts``, if any."""
    return tuple(getattr(engine, "doubts", ()))


def settings_for(engine: RenderEngine[Any], spec: JobSpec, source: SourceInfo | None) -> type:
    """The settings class for a job: what the method ``settings_for`` says, if the engine has one.

    Such an engine learns from the source which settings there are. Blocks on the disk where the
    source was not inspected yet.

    Args:
        engine: The engine.
        spec: The job, whose source is named.
        source: What was found inside; None before that.

    Raises:
        BadInput: The source cannot be used.
    """
    method = getattr(engine, "settings_for", None)
    kind: type = method(spec, source) if method is not None else engine.settings
    return kind


def tasks_of(
    engine: object, spec: JobSpec, settings: object, source: SourceInfo | None
) -> tuple[TaskSpec, ...]:
    """The parts an engine renders a job in: what its method ``tasks`` says, if it has one.

    Raises:
        BadInput: The settings and the source do not go together.
        ValueError: The engine's answer makes no sense: no task, or one that waits for a later one.
    """
    method = getattr(engine, "tasks", None)
    if method is None:
        return (WHOLE,)
    tasks = tuple(method(spec, settings, source))
    for number, task in enumerate(tasks):
        if not all(0 <= before < number for before in task.after):
            raise ValueError(f"task {number} of {spec.engine} waits for one that comes later")
    if not tasks:
        raise ValueError(f"{spec.engine} gives the job no task")
    return tasks


def at_once_of(engine: object) -> int:
    """Renders of an engine that may run at the same time: its ``at_once``; 0 for any number."""
    return int(getattr(engine, "at_once", 0))


def jobs_in(engine: object, spec: JobSpec) -> list[Held]:
    """The jobs that a source holds: what its method ``jobs_in`` says, if it has one, else one.

    Blocks on the disk.

    Raises:
        BadInput: The source cannot be used.
    """
    method = getattr(engine, "jobs_in", None)
    return [Held(spec)] if method is None else list(method(spec))


def inspected(engine: RenderEngine[Any], spec: JobSpec, media: MediaReader) -> SourceInfo:
    """What is inside the source of a job: by its method ``inspect_job``, if the engine has one.

    Such an engine has sources that hold several jobs. Runs on an I/O thread.

    Raises:
        BadInput: The source cannot be used; the problems say why.
    """
    method = getattr(engine, "inspect_job", None)
    if method is None:
        return engine.inspect(Path(spec.source), media)
    source: SourceInfo = method(spec, media)
    return source


def further_results(engine: object, request: RenderRequest[Any]) -> list[Path]:
    """Files that are published besides the output: what its method ``further_results`` says.

    Nobody else in the queue may write them. Such an engine publishes them under the names in
    ``expects`` of the job, where as many are there: these were free. Blocks on the disk.

    Raises:
        BadInput: The source cannot be used.
    """
    method = getattr(engine, "further_results", None)
    return [] if method is None else list(method(request))


def runs_source(engine: object) -> bool:
    """Whether rendering a source means running it as a program: the engine's ``runs_source``.

    Such a source needs a person's approval before a job with it is added.
    """
    return bool(getattr(engine, "runs_source", False))


def variable_of(engine: RenderEngine[Any]) -> str:
    """The environment variable that names its program: ``variable``, or one after its name."""
    usual = f"RENDERMANAGER_{engine.name.upper().replace('-', '_')}"
    return str(getattr(engine, "variable", usual))


def trial_of(engine: RenderEngine[Any], version: EngineVersion, folder: Path) -> Trial | None:
    """A tiny render to test a program with: what its method ``trial`` says; None without one.

    Args:
        engine: The engine.
        version: The program.
        folder: An empty folder, which everything is written into.
    """
    method = getattr(engine, "trial", None)
    trial: Trial | None = None if method is None else method(version, folder)
    return trial


def missing_words(
    engine: RenderEngine[Any], env: Mapping[str, str], platform: str = sys.platform
) -> Problem:
    """What is said when its program is not there: by its method ``missing``, if it has one.

    How it is installed comes from its ``install``: sentences by the names of systems, as in
    `sys.platform`; the empty name stands for all others.
    """
    method = getattr(engine, "missing", None)
    if method is not None:
        told: Problem = method(env)
        return told
    return Problem(
        "engine",
        f"{engine.label} was not found on this machine.",
        f"{_how_to_install(engine, platform)} One that is there already can be chosen in the "
        f"settings, or by {variable_of(engine)}.",
    )


def _how_to_install(engine: RenderEngine[Any], platform: str) -> str:
    words: Mapping[str, str] = getattr(engine, "install", {})
    return words.get(platform) or words.get("") or f"Install {engine.label}."


def companions_of(engine: object, env: Mapping[str, str]) -> list[Path]:
    """Files that decide whether its program works: what its method ``also_needs`` names."""
    method = getattr(engine, "also_needs", None)
    return [] if method is None else list(method(env))
