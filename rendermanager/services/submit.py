"""Turns what was asked for into jobs that can be stored, or into a list of what is wrong."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rendermanager.config.paths import absolute
from rendermanager.config.settings import Settings
from rendermanager.core.errors import BadInput
from rendermanager.core.job import DEFAULT_MAX_ATTEMPTS, IfExists, JobSpec
from rendermanager.core.naming import MAX_VERSION, numbered
from rendermanager.core.problem import Problem, Severity
from rendermanager.engine.reaching import source_problems
from rendermanager.media.sequences import Found, is_pattern, sequence_at, shown_pattern
from rendermanager.renderers.api import RenderRequest
from rendermanager.renderers.discovery import on_path
from rendermanager.renderers.registry import Registry
from rendermanager.services.places import Places
from rendermanager.services.recipe import NO_SOURCE, Recipe, find_recipe, once
from rendermanager.services.refusals import output_problems, spec_problems
from rendermanager.services.sources import (
    expand,
    is_sample,
    named,
    sample_results,
    with_neighbours,
)
from rendermanager.store.submission import NewJob

_Resolve = Callable[[JobSpec], tuple[NewJob | None, list[Problem]]]


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
            is_reserved: Whether an unfinished job in the store writes there already; asked by the
                key of `Places`.
        """
        self._registry = registry
        self._settings = settings
        self._is_reserved = is_reserved
        self._places = Places()
        self._planned: set[str] = set()
        self._versions: dict[Path, int] = {}
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
        if not specs:
            problems += self._wish_problems(wish, expanded.found)
        if len(specs) > 1 and wish.output and not _is_folder(wish.output):
            text = f"“{wish.output}” is one file, but there are {len(specs)} things to render."
            return Plan((), (*problems, Problem("output", text, "Name a folder for the results.")))
        planned = self._plan(specs, self._resolve)
        return Plan(planned.jobs, once((*problems, *planned.problems)))

    def plan(self, specs: Iterable[JobSpec]) -> Plan:
        """Jobs for specs that name their sources; those with problems are left out."""
        return self._plan(specs, self._look_and_resolve)

    def _plan(self, specs: Iterable[JobSpec], resolve: _Resolve) -> Plan:
        jobs: list[NewJob] = []
        problems: list[Problem] = []
        for spec in specs:
            try:
                job, notes = resolve(spec)
            except BadInput as error:
                problems += error.problems
                continue
            problems += notes
            if job is not None:
                jobs.append(job)
        return Plan(tuple(jobs), once(problems))

    def _whole(self, found: Found, wish: JobSpec) -> Found:
        """A single frame stands for its sequence, unless a still is what is wanted."""
        whole = with_neighbours(found)
        if whole is found:
            return found
        try:
            recipe = self._recipe(replace(wish, source=str(whole.path)))
            output = recipe.default_output(replace(wish, source=str(found.path)))
        except BadInput:
            return found
        stills = {".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".exr"}
        wants_still = output.suffix.lower() in stills and not is_pattern(output)
        return found if wants_still else whole

    def _wish_problems(self, wish: JobSpec, found: Sequence[Found]) -> tuple[Problem, ...]:
        """What is wrong with a wish itself, when no source is good enough to try it on."""
        source = str(found[0].path) if found else ""
        try:
            self._recipe(replace(wish, source=source))
        except BadInput as error:
            # What is wrong with the source itself was said already, and better.
            return tuple(each for each in error.problems if each.field != "source")
        return ()

    def _recipe(self, spec: JobSpec) -> Recipe:
        return find_recipe(self._registry, self._settings.default_preset, spec)

    def _look_and_resolve(self, spec: JobSpec) -> tuple[NewJob | None, list[Problem]]:
        if not spec.source:
            return self._resolve(spec)
        found, problems = named(spec.source)
        if problems:
            raise BadInput(problems)
        return self._resolve(replace(spec, source=str(found.path)))

    def _resolve(self, spec: JobSpec) -> tuple[NewJob | None, list[Problem]]:
        problems = spec_problems(spec)
        try:
            recipe = self._recipe(spec)
        except BadInput as error:
            raise BadInput(once((*problems, *error.problems))) from error
        if problems:
            raise BadInput(problems)
        spec = replace(
            spec,
            engine=recipe.engine.name,
            preset=recipe.preset.name if recipe.preset else "",
            settings=recipe.changes(),
            name=spec.name or _name(spec),
            argv=self._resolved(spec.argv),
            max_attempts=self._attempts(recipe.engine.name, spec.max_attempts),
        )
        if not recipe.engine.reads_source:
            found = recipe.engine.validate(_bare(spec, recipe.settings))
            problems = [each for each in found if each.blocks]
            if problems:
                raise BadInput(problems)
            return NewJob(spec, checked=True), []
        return self._with_output(recipe, spec)

    def _attempts(self, engine: str, asked: int) -> int:
        """As many as the job asks for; where it asks for nothing, as set for its engine."""
        usual = asked == DEFAULT_MAX_ATTEMPTS
        return self._settings.policy(engine).max_attempts if usual else asked

    def _resolved(self, argv: tuple[str, ...]) -> tuple[str, ...]:
        """The arguments with an absolute program, looked up once for each name."""
        if not argv:
            return argv
        known = self._programs.get(argv[0])
        if known is None:
            known = _program(argv[0])
            self._programs[argv[0]] = known
        return (known, *argv[1:])

    def _with_output(self, recipe: Recipe, spec: JobSpec) -> tuple[NewJob | None, list[Problem]]:
        if not spec.source:
            raise BadInput([NO_SOURCE])
        wanted = replace(spec, output=spec.output or self._usual_folder(spec.source))
        output = Path(absolute(str(recipe.default_output(wanted))))
        problems = output_problems(output, spec)
        if problems:
            raise BadInput(problems)
        if spec.if_exists is IfExists.SKIP and _stands(output):
            text = f"“{output}” exists already: “{spec.name}” is skipped."
            return None, [Problem("output", text, severity=Severity.WARNING)]
        notes: list[Problem] = []
        final = self._free(output, spec.if_exists)
        if final != output and spec.output and not _is_folder(spec.output):
            text = f"“{output}” is taken: the result will be “{final.name}”."
            notes.append(Problem("output", text, severity=Severity.WARNING))
        key = self._places.key(final)
        self._planned.add(key)
        spec = replace(spec, output=str(final))
        return NewJob(spec, checked=False, reserves=key), notes

    def _usual_folder(self, source: str) -> str:
        """Where results go when a job does not say; empty for beside the source."""
        if self._settings.output_folder:
            # With the separator it is a folder, even if it still has to be made.
            return str(Path(absolute(self._settings.output_folder))) + os.sep
        # Beside the built-in sample nothing may be written.
        return sample_results() if is_sample(source) else ""

    def _free(self, output: Path, if_exists: IfExists) -> Path:
        """The output itself, or its first numbered version that nobody has or plans."""
        if if_exists is IfExists.REPLACE:
            if self._is_claimed(output):
                text = f"Another job in the queue writes “{output}” already."
                raise BadInput([Problem("output", text, "Give this one another output.")])
            return output
        # Thousands of jobs may want one name: versions that were taken stay so in a submission.
        for version in range(self._versions.get(output, 1), MAX_VERSION + 1):
            name = output.name if version == 1 else numbered(output.name, version)
            free = output.with_name(name)
            if not self._is_taken(free):
                self._versions[output] = version + 1
                return free
        text = f"There are already {MAX_VERSION} versions of “{output.name}”."
        raise BadInput([Problem("output", text, "Choose another name.")])

    def _is_taken(self, output: Path) -> bool:
        return self._is_claimed(output) or _stands(output)

    def _is_claimed(self, output: Path) -> bool:
        """Whether another job is going to write there, under this name or another one."""
        key = self._places.key(output)
        return key in self._planned or self._is_reserved(key)


def _bare(spec: JobSpec, settings: object) -> RenderRequest[Any]:
    return RenderRequest(spec, settings, None, Path(), Path())


def _name(spec: JobSpec) -> str:
    if spec.source:
        source = Path(spec.source)
        is_sequence = is_pattern(source) and not source.exists()
        return shown_pattern(source) if is_sequence else source.name
    return Path(spec.argv[0]).name if spec.argv else "Untitled"


def _program(name: str) -> str:
    """The absolute program for a name; the name itself when there is none (checked later)."""
    if os.sep in name:
        return absolute(name)
    return str(on_path(name, os.environ) or name)


def _is_folder(text: str) -> bool:
    return text.endswith(("/", os.sep)) or os.path.isdir(text)  # noqa: PTH112 - never raises


def _stands(output: Path) -> bool:
    """Whether there is such a file already, or any picture of such a sequence."""
    if os.path.lexists(output):
        return True
    try:
        return is_pattern(output) and sequence_at(output) is not None
    except OSError:
        return False
