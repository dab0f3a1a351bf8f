"""Looks as far into jobs that are not added yet as their check and their start will."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.source import SourceInfo
from rendermanager.engine.prepare import request_for
from rendermanager.engine.programs import Programs
from rendermanager.engine.room import Promise, room_problem
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import (
    EngineVersion,
    RenderEngine,
)
from rendermanager.renderers.extras import (
    inspected,
)
from rendermanager.renderers.registry import Registry

Inspect = Callable[[RenderEngine[Any], JobSpec], SourceInfo]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks against one job.

    Attributes:
        problems: Errors, with which it would fail, and notes.
        about_bytes: About how large its result gets; 0 when nobody can say.
    """

    problems: tuple[Problem, ...]
    about_bytes: int = 0

    @property
    def blocks(self) -> bool:
        """Whether the job would fail."""
        return any(problem.blocks for problem in self.problems)


class Preflight:
    """Examines the jobs of one submission; blocks on disks and on media helpers."""

    def __init__(
        self,
        registry: Registry,
        programs: Programs,
        media: MediaReader,
        inspect: Inspect | None = None,
        floor_bytes: int = 0,
    ) -> None:
        """Examine with these.

        Args:
            registry: The engines.
            programs: Their programs.
            media: Looks inside sources.
            inspect: Does so in another way, such as one that remembers.
            floor_bytes: What is to stay free on each volume.
        """
        self._registry = registry
        self._programs = programs
        self._inspect = inspect or (lambda engine, spec: inspected(engine, spec, media))
        self._floor_bytes = floor_bytes
        self._promises: list[Promise] = []

    def examine(self, spec: JobSpec) -> Verdict:
        """What would come of a job that was planned."""
        engine = self._registry.get(spec.engine)
        version, problems = self._version(engine)
        if not engine.reads_source:
            return Verdict(tuple(problems))
        try:
            source = self._inspect(engine, spec)
        except BadInput as error:
            return Verdict((*problems, *error.problems))
        request = request_for(spec, source, engine)
        problems += engine.validate(request, version)
        if any(problem.field == "source" and problem.blocks for problem in problems):
            return Verdict(tuple(problems))
        outputs = engine.outputs(request)
        folder = Path(spec.output).parent
        if text := room_problem(folder, outputs, self._promises, self._floor_bytes):
            text = f"The result of “{spec.name}” {text}: the job waits until there is room."
            hint = "Make room, or choose another output."
            problems.append(Problem("output", text, hint, Severity.WARNING))
        needed = sum(output.about_bytes for output in outputs)
        self._promises.append(Promise(folder, needed))
        return Verdict(tuple(problems), needed)

    def _version(self, engine: RenderEngine[Any]) -> tuple[EngineVersion | None, list[Problem]]:
        try:
            return self._programs.get(engine), []
        except NotPossibleNow as error:
            return None, [Problem("engine", error.message, error.hint)]
