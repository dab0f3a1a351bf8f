"""Turns what was asked for into jobs that can be stored, or into a list of what is wrong."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from rendermanager.config.paths import absolute
from rendermanager.config.settings import Settings
from rendermanager.core.arriving import arriving
from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.job import DEFAULT_MAX_ATTEMPTS, IfExists, JobSpec
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.trust import Runs
from rendermanager.engine.approval import file_runs, nothing_allowed
from rendermanager.engine.programs import Programs
from rendermanager.engine.reaching import look_at, source_problems
from rendermanager.machine.volumes import refusal_to_write
from rendermanager.machine.writers import written_files
from rendermanager.media.sequences import Found, is_pattern, shown_pattern
from rendermanager.media.trouble import shown
from rendermanager.renderers.api import (
    Held,
    RenderRequest,
)
from rendermanager.renderers.discovery import on_path
from rendermanager.renderers.extras import (
    further_results,
    jobs_in,
    runs_source,
)
from rendermanager.renderers.registry import Registry
from rendermanager.services.choosing import BY_NAME, Choices, chosen
from rendermanager.services.outputs import OutputNames, stands
from rendermanager.services.recipe import NO_SOURCE, Recipe, engine_of, find_recipe, once
from rendermanager.services.refusals import (
    frame_problems,
    output_problems,
    secret_notes,
    spec_problems,
)
from rendermanager.services.sources import (
    expand,
    is_sample,
    named,
    sample_results,
    with_neighbours,
)
from rendermanager.services.trustbook import Examined, TrustBook, trust_problem
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
        programs: Programs | None = None,
        trusted: Path | None = None,
    ) -> None:
        """Plan with these engines and settings.

        Args:
            registry: The engines and presets.
            settings: Where results go by default, and which preset is used.
            is_reserved: Whether an unfinished job in the store writes there already; asked by the
                key of `Places`.
            programs: The engines' programs, to tell when one is missing; None leaves that to the
                process that renders.
            trusted: Where approvals are kept; see `TrustBook`. None approves nothing.
        """
        self._registry = registry
        self._settings = settings
        self._names = OutputNames(is_reserved)
        self._programs = programs
        self._trusted = trusted
        self._commands: dict[str, str] = {}
        # Thousands of jobs may go into one folder: it is asked once.
        self._refusal = cache(refusal_to_write)
        self._written = cache(written_files)
        self._program_notes = cache(self._ask_program)

    def plan_inputs(
        self, inputs: Sequence[str], wish: JobSpec, choices: Choices | None = None
    ) -> Plan:
        """Jobs for files, folders, sequences or the sample, each made as `wish` says.

        Args:
            inputs: What to render.
            wish: How.
            choices: What of these is wanted, where a person has chosen.
        """
        expanded = expand(inputs)
        specs: list[JobSpec] = []
        problems = list(expanded.problems)
        for found in expanded.found:
            whole = self._whole(found, wish)
            wrong = source_problems(whole)
            problems += wrong or self._arrival_notes(whole)
            if not any(problem.blocks for problem in wrong):
                specs.append(replace(wish, source=str(whole.path)))
        if not specs:
            problems += self._wish_problems(wish, expanded.found)
        specs, unchosen = chosen(specs, choices or {})
        specs = self._taken_apart(specs, problems)
        problems += unchosen
        if len(specs) > 1 and wish.output and not _is_folder(wish.output):
            text = f"“{wish.output}” is one file, but there are {len(specs)} things to render."
            return Plan((), (*problems, Problem("output", text, "Name a folder for the results.")))
        planned = self._plan(specs, self._resolve)
        return Plan(planned.jobs, once((*problems, *planned.problems)))

    def plan(self, specs: Iterable[JobSpec]) -> Plan:
        """Jobs for specs that name their sources; those with problems are left out."""
        problems: list[Problem] = []
        planned = self._plan(self._taken_apart(specs, problems), self._look_and_resolve)
        return Plan(planned.jobs, once((*problems, *planned.problems)))

    def _taken_apart(self, specs: Iterable[JobSpec], problems: list[Problem]) -> list[JobSpec]:
        """The specs, with those whose source holds several jobs in the place of each of them.

        Args:
            specs: What was asked for.
            problems: What is wrong with some of these is added here; they are left out.
        """
        found: list[JobSpec] = []
        for spec in specs:
            try:
                held = self._held(spec)
            except BadInput as error:
                problems += error.problems
                continue
            for each in held:
                wrong = list(each.problems)
                if each.runs and (problem := self._approval(spec.source, each.runs)):
                    wrong.append(problem)
                problems += wrong
                if not any(problem.blocks for problem in wrong):
                    found.append(each.spec)
        return found

    def _held(self, spec: JobSpec) -> list[Held]:
        """The jobs in the source of one.

        Raises:
            BadInput: The source cannot be used.
        """
        try:
            engine = engine_of(self._registry, spec)
        except BadInput:
            # Whoever resolves it says what is wrong.
            return [Held(spec)]
        return jobs_in(engine, spec)

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
        job, notes = self._resolve(replace(spec, source=str(found.path)))
        return job, [*self._arrival_notes(found), *notes]

    def _arrival_notes(self, found: Found) -> list[Problem]:
        """Says when a source is still on its way; the job is added and waits for it."""
        try:
            text = arriving(look_at(found, self._written), time.time())
        except (OSError, ValueError):
            return []
        if not text:
            return []
        text = f"“{shown(found.path)}” is {text}: the job waits until it is whole."
        return [Problem("source", text, "It then goes on by itself.", Severity.WARNING)]

    def _ask_program(self, engine: str) -> tuple[Problem, ...]:
        """Says when the program of an engine is missing or does not work."""
        if self._programs is None:
            return ()
        try:
            self._programs.get(self._registry.get(engine))
        except NotPossibleNow as error:
            return (Problem("engine", error.message, error.hint, Severity.WARNING),)
        return ()

    def _resolve(self, spec: JobSpec) -> tuple[NewJob | None, list[Problem]]:
        problems = spec_problems(spec)
        try:
            recipe = self._recipe(spec)
        except BadInput as error:
            raise BadInput(once((*problems, *error.problems))) from error
        if not problems and runs_source(recipe.engine):
            problem = self._approval(spec.source, file_runs(Path(spec.source)))
            problems = [problem] if problem is not None else []
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
        notes = [*self._program_notes(recipe.engine.name), *secret_notes(spec)]
        if not recipe.engine.reads_source:
            found = recipe.engine.validate(_bare(spec, recipe.settings))
            problems = [each for each in found if each.blocks]
            if problems:
                raise BadInput(problems)
            left = [
                Path(each.final) for each in recipe.engine.outputs(_bare(spec, recipe.settings))
            ]
            return NewJob(spec, checked=True, further=self._names.hold(left)), notes
        job, more = self._with_output(recipe, spec)
        return job, [*notes, *more]

    def _approval(self, source: str, runs: Sequence[Runs]) -> Problem | None:
        """Says that a source would run something that nobody here has approved."""
        allows = TrustBook(self._trusted).allows if self._trusted else nothing_allowed
        return trust_problem(Examined(Path(source), tuple(runs)), allows)

    def _attempts(self, engine: str, asked: int) -> int:
        """As many as the job asks for; where it asks for nothing, as set for its engine."""
        usual = asked == DEFAULT_MAX_ATTEMPTS
        return self._settings.policy(engine).max_attempts if usual else asked

    def _resolved(self, argv: tuple[str, ...]) -> tuple[str, ...]:
        """The arguments with an absolute program, looked up once for each name."""
        if not argv:
            return argv
        known = self._commands.get(argv[0])
        if known is None:
            known = _program(argv[0])
            self._commands[argv[0]] = known
        return (known, *argv[1:])

    def _with_output(self, recipe: Recipe, spec: JobSpec) -> tuple[NewJob | None, list[Problem]]:
        if not spec.source:
            raise BadInput([NO_SOURCE])
        wanted = replace(spec, output=spec.output or self._usual_folder(spec.source))
        output = Path(absolute(str(recipe.default_output(wanted))))
        found = output_problems(output, spec, self._refusal)
        found += frame_problems(spec.source, output)
        if any(problem.blocks for problem in found):
            raise BadInput(found)
        if spec.if_exists is IfExists.SKIP and stands(output):
            text = f"“{output}” exists already: “{spec.name}” is skipped."
            hint = "To render it all the same, replace it or take a numbered name (--if-exists)."
            return None, [Problem("output", text, hint, Severity.WARNING)]
        final, key = self._names.take(output, spec.if_exists)
        if final != output and spec.output and not _is_folder(spec.output):
            text = f"“{output}” is taken: the result will be “{final.name}”."
            hint = "To have this name, remove the other file, or replace it (--if-exists)."
            found.append(Problem("output", text, hint, Severity.WARNING))
        spec, keys, notes = self._with_further(recipe, replace(spec, output=str(final)))
        return NewJob(spec, checked=False, reserves=key, further=keys), [*found, *notes]

    def _with_further(
        self, recipe: Recipe, spec: JobSpec
    ) -> tuple[JobSpec, tuple[str, ...], list[Problem]]:
        """The job with free names for the results after its first, their keys, and what is new."""
        request = replace(_bare(spec, recipe.settings), output=Path(spec.output))
        names, keys, notes = [], [], []
        for wanted in further_results(recipe.engine, request):
            final, key = self._names.take(wanted, spec.if_exists)
            names.append(str(final))
            keys.append(key)
            if final != wanted:
                text = f"“{wanted}” is taken: that result will be “{final.name}”."
                hint = "To have this name, remove the other file, or replace it (--if-exists)."
                notes.append(Problem("output", text, hint, Severity.WARNING))
        return replace(spec, expects=tuple(names)), tuple(keys), notes

    def _usual_folder(self, source: str) -> str:
        """Where results go when a job does not say; empty for beside the source."""
        if self._settings.output_folder:
            # With the separator it is a folder, even if it still has to be made.
            return str(Path(absolute(self._settings.output_folder))) + os.sep
        # Beside the built-in sample nothing may be written.
        return sample_results() if is_sample(source) else ""


def _bare(spec: JobSpec, settings: object) -> RenderRequest[Any]:
    return RenderRequest(spec, settings, None, Path(), Path())


def _name(spec: JobSpec) -> str:
    if spec.source:
        source = Path(spec.source)
        is_sequence = is_pattern(source) and not source.exists()
        name = shown_pattern(source) if is_sequence else source.name
        # Of one scene there are often several jobs: they differ in what they render of it.
        part = next((each for each in map(spec.settings.get, BY_NAME) if each), "")
        return f"{name} · {part}" if part else name
    return Path(spec.argv[0]).name if spec.argv else "Untitled"


def _program(name: str) -> str:
    """The absolute program for a name; the name itself when there is none (checked later)."""
    if os.sep in name:
        return absolute(name)
    return str(on_path(name, os.environ) or name)


def _is_folder(text: str) -> bool:
    return text.endswith(("/", os.sep)) or os.path.isdir(text)  # noqa: PTH112 - never raises
