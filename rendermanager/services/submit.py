"""Turns what was asked for into jobs that can be stored, or into a list of what is wrong."""

import dataclasses
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rendermanager.config.paths import absolute
from rendermanager.config.settings import Settings
from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.naming import first_free
from rendermanager.core.problem import Problem, Severity
from rendermanager.media.sequences import Found, frame_path, is_pattern
from rendermanager.renderers.api import Preset, RenderEngine
from rendermanager.renderers.discovery import on_path
from rendermanager.renderers.registry import Registry
from rendermanager.renderers.settings import read_settings
from rendermanager.services.sources import expand, source_problems, with_neighbours
from rendermanager.store.submission import NewJob


@dataclass(frozen=True, slots=True)
class Plan:
    """What a submission would do.

    Attributes:
        jobs: Ready to be stored, in order.
        problems: Everything that is wrong or worth knowing; blocking ones have no job.
    """

    jobs: tuple[NewJob, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def blocking(self) -> list[Problem]:
        """The problems for which something was left out."""
        return [problem for problem in self.problems if problem.blocks]


class Submitter:
    """Resolves engines, presets, settings and outputs of new jobs. Blocks on disks."""

    def __init__(
        self,
        registry: Registry,
        settings: Settings,
        is_reserved: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Plan with these engines and settings.

        Args:
            registry: The engines and presets.
            settings: Where results go by default, and which preset is used.
            is_reserved: Whether an unfinished job in the store writes this path already.
        """
        self._registry = registry
        self._settings = settings
        self._is_reserved = is_reserved
        self._planned: set[str] = set()
        self._programs: dict[str, str] = {}

    def plan_inputs(self, inputs: Sequence[str], wish: JobSpec) -> Plan:
        """Jobs for files, folders, sequences or the sample, each made as `wish` says."""
        expanded = expand(inputs)
        specs: list[JobSpec] = []
        problems = list(expanded.problems)
        for found in expanded.found:
            whole = self._whole(found, wish)
            wrong = source_problems(whole)
            problems += wrong
            if not any(problem.blocks for problem in wrong):
                specs.append(replace(wish, source=str(whole.path)))
        if len(specs) > 1 and wish.output and not _is_folder(wish.output):
            text = f"“{wish.output}” is one file, but there are {len(specs)} things to render."
            return Plan((), (*problems, Problem("output", text, "Name a folder for the results.")))
        planned = self.plan(specs)
        return Plan(planned.jobs, (*problems, *planned.problems))

    def plan(self, specs: Iterable[JobSpec]) -> Plan:
        """Jobs for specs that name their sources; those with problems are left out."""
        jobs: list[NewJob] = []
        problems: list[Problem] = []
        for spec in specs:
            try:
                job, notes = self._resolve(spec)
            except BadInput as error:
                problems += error.problems
                continue
            problems += notes
            if job is not None:
                jobs.append(job)
        return Plan(tuple(jobs), tuple(problems))

    def _whole(self, found: Found, wish: JobSpec) -> Found:
        """A single frame stands for its sequence, unless a still is what is wanted."""
        whole = with_neighbours(found)
        if whole is found:
            return found
        try:
            engine, preset = self._engine_and_preset(replace(wish, source=str(whole.path)))
            layer = preset.settings if preset else {}
            settings: Any = read_settings(engine.settings, layer)
            output = engine.default_output(replace(wish, source=str(found.path)), settings)
        except BadInput:
            return found
        stills = {".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".exr"}
        wants_still = output.suffix.lower() in stills and not is_pattern(output)
        return found if wants_still else whole

    def _resolve(self, spec: JobSpec) -> tuple[NewJob | None, list[Problem]]:
        engine, preset = self._engine_and_preset(spec)
        layer = preset.settings if preset else {}
        settings: Any = read_settings(engine.settings, layer, spec.settings)
        spec = replace(
            spec,
            engine=engine.name,
            preset=preset.name if preset else "",
            settings=_changed(settings),
            name=spec.name or _name(spec),
            argv=self._resolved(spec.argv),
        )
        if not engine.reads_source:
            problems = [each for each in engine.validate(_bare(spec, settings)) if each.blocks]
            if problems:
                raise BadInput(problems)
            return NewJob(spec, checked=True), []
        return self._with_output(engine, spec, settings)

    def _engine_and_preset(self, spec: JobSpec) -> tuple[RenderEngine[Any], Preset | None]:
        name = spec.engine or ("command" if spec.argv else "")
        preset: Preset | None = None
        if spec.preset:
            preset = self._registry.preset(spec.preset, name)
            name = name or preset.engine
        if not name:
            engine = self._registry.for_source(Path(spec.source))
        else:
            engine = self._registry.get(name)
        if preset is None and self._settings.default_preset and engine.reads_source:
            preset = self._default_preset(engine)
        if preset is None and engine.presets:
            preset = engine.presets[0]
        return engine, preset

    def _default_preset(self, engine: RenderEngine[Any]) -> Preset | None:
        try:
            return self._registry.preset(self._settings.default_preset, engine.name)
        except BadInput:
            return None

    def _resolved(self, argv: tuple[str, ...]) -> tuple[str, ...]:
        """The arguments with an absolute program, looked up once for each name."""
        if not argv:
            return argv
        known = self._programs.get(argv[0])
        if known is None:
            known = _program(argv[0])
            self._programs[argv[0]] = known
        return (known, *argv[1:])

    def _with_output(
        self, engine: RenderEngine[Any], spec: JobSpec, settings: object
    ) -> tuple[NewJob | None, list[Problem]]:
        if not spec.source:
            raise BadInput([Problem("source", "No source is named.", "Name a file to render.")])
        wanted = replace(spec, output=spec.output or self._settings.output_folder)
        output = Path(absolute(str(engine.default_output(wanted, settings))))
        problem = _folder_problem(output.parent)
        if problem is not None:
            raise BadInput([problem])
        if spec.if_exists is IfExists.SKIP and self._stands(output):
            text = f"“{output}” exists already: “{spec.name}” is skipped."
            return None, [Problem("output", text, severity=Severity.WARNING)]
        notes: list[Problem] = []
        final = self._free(output, spec.if_exists)
        if final != output and spec.output and not _is_folder(spec.output):
            text = f"“{output}” is taken: the result will be “{final.name}”."
            notes.append(Problem("output", text, severity=Severity.WARNING))
        self._planned.add(str(final))
        spec = replace(spec, output=str(final))
        return NewJob(spec, checked=False, reserves=str(final)), notes

    def _free(self, output: Path, if_exists: IfExists) -> Path:
        """The output itself, or its first numbered version that nobody has or plans."""
        if if_exists is IfExists.REPLACE:
            if self._is_reserved(str(output)) or str(output) in self._planned:
                text = f"Another job in the queue writes “{output}” already."
                raise BadInput([Problem("output", text, "Give this one another output.")])
            return output
        parent = output.parent
        name = first_free(
            output.name,
            lambda each: (
                str(parent / each) in self._planned
                or self._stands(parent / each)
                or self._is_reserved(str(parent / each))
            ),
        )
        return parent / name

    @staticmethod
    def _stands(output: Path) -> bool:
        if os.path.lexists(output):
            return True
        if not is_pattern(output):
            return False
        return any(os.path.lexists(frame_path(output, number)) for number in (0, 1))


def _changed(settings: object) -> dict[str, object]:
    """The settings that differ from the engine's defaults: what a job has to remember."""
    found: dict[str, object] = {}
    for field in dataclasses.fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, field.name)
        if value != field.default:
            found[field.name] = value
    return found


def _bare(spec: JobSpec, settings: object) -> Any:
    from rendermanager.renderers.api import RenderRequest  # noqa: PLC0415

    return RenderRequest(spec, settings, None, Path(), Path())


def _name(spec: JobSpec) -> str:
    if spec.source:
        return Path(spec.source).name
    return Path(spec.argv[0]).name if spec.argv else "Untitled"


def _program(name: str) -> str:
    """The absolute program for a name; the name itself when there is none (checked later)."""
    if os.sep in name:
        return absolute(name)
    return str(on_path(name, os.environ) or name)


def _is_folder(text: str) -> bool:
    return text.endswith(("/", os.sep)) or Path(text).is_dir()


def _folder_problem(folder: Path) -> Problem | None:
    """Why nothing can be written into `folder`, which may still have to be made."""
    existing = folder
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if not existing.is_dir():
        return Problem("output", f"“{existing}” is a file, not a folder.", "Choose a folder.")
    if not os.access(existing, os.W_OK | os.X_OK):
        return Problem(
            "output",
            f"The folder “{existing}” may not be written to.",
            "Choose another output folder, or change its permissions.",
        )
    return None
