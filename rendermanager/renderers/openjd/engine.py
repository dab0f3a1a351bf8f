"""The adapter that runs templates of Open Job Description."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.core.tasks import TaskSpec
from rendermanager.media.reader import MediaReader
from rendermanager.media.trouble import plain
from rendermanager.renderers import discovery
from rendermanager.renderers.api import Command, EngineVersion, Listener, Preset, RenderRequest
from rendermanager.renderers.command import CommandEngine, parse_line, promised_kind
from rendermanager.renderers.openjd import action, form, template
from rendermanager.renderers.openjd.plan import Plan, planned
from rendermanager.renderers.targets import named_file, result_path

ENGINE: Final = "openjd"

_Request = RenderRequest[Any]


@dataclass(frozen=True, slots=True)
class OpenJdSettings:
    """Stands for the parameters of a template, as long as no template is known."""


class OpenJdEngine:
    """Runs the steps of a template, a task for each element. See `RenderEngine`."""

    name: ClassVar[str] = ENGINE
    label: ClassVar[str] = "Open Job Description"
    settings: ClassVar[type] = OpenJdSettings
    presets: ClassVar[Sequence[Preset]] = (
        Preset("openjd", "Open Job Description", ENGINE, {}, "Runs the steps of a template."),
    )
    endings: ClassVar[tuple[str, ...]] = (".openjd.yaml", ".openjd.yml", ".openjd.json")
    sources: ClassVar[tuple[str, ...]] = ("Open Job Description templates",)
    failure_rules: ClassVar[Sequence[FailureRule]] = CommandEngine.failure_rules
    reads_source: ClassVar[bool] = True
    runs_source: ClassVar[bool] = True
    needs_program: ClassVar[bool] = False

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:  # noqa: ARG002
        """No program of its own: a template names those that it runs."""
        return [(Path(os.path.abspath(os.sep)), discovery.SYSTEM)]  # noqa: PTH100

    def probe(self, program: Path) -> EngineVersion:
        return EngineVersion(program, "")

    def accepts(self, source: Path) -> bool:
        return source.name.lower().endswith(self.endings)

    def settings_for(self, spec: JobSpec, source: SourceInfo | None) -> type:
        """The parameters of the template as a settings class. See `api.settings_for`."""
        if source is None and not spec.source:
            return OpenJdSettings
        text = source.text if source else template.read_text(Path(spec.source))
        return form.settings_type(text, Path(spec.source).name)

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:  # noqa: ARG002
        text = template.read_text(source)
        steps = template.parsed(text, source.name).steps
        parts = tuple(Part(step.name) for step in steps)
        size = len(text.encode())
        return SourceInfo(SourceKind.PROJECT, size_bytes=size, parts=parts, text=text)

    def default_output(self, spec: JobSpec, settings: Any) -> Path:
        """The file that a parameter names, in the folder that was named; else ``<name>.openjd``."""
        source = Path(spec.source)
        if named := named_file(spec):
            return named
        found = form.result_file(source, settings)
        if found is None:
            return result_path(spec, source.name.partition(".")[0], ".openjd")
        return Path(spec.output) / found.name if spec.output else found

    def validate(
        self,
        request: _Request,
        version: EngineVersion | None = None,  # noqa: ARG002
    ) -> list[Problem]:
        plan = _plan(request)
        asks = [step.name for step in plan.job.steps if step.hostRequirements is not None]
        if not asks:
            return []
        text = plain(f"The step “{asks[0]}” asks for a certain machine, which is not looked at.")
        hint = "See to it that this machine has what it needs."
        return [Problem("source", text, hint, Severity.WARNING)]

    def tasks(self, spec: JobSpec, settings: Any, source: SourceInfo | None) -> Sequence[TaskSpec]:
        """One task for each step and each element of its parameter space."""
        return _planned(spec, settings, source).tasks

    def command(self, request: _Request, version: EngineVersion) -> Command:  # noqa: ARG002
        plan = _plan(request)
        return action.command_for(
            plan, _task(request, plan), request.folder, _result(request, plan)
        )

    def listener(self, request: _Request) -> Listener:  # noqa: ARG002
        return parse_line

    def outputs(self, request: _Request) -> list[ExpectedOutput]:
        """The file that a parameter names, where it is clear which task has to leave it."""
        plan = _plan(request)
        task, result = _task(request, plan), _result(request, plan)
        lasts = [each for each in plan.tasks if each.step == plan.last_step]
        if not result or len(lasts) != 1 or task.step != plan.last_step:
            return []
        [written], final = result.values(), str(request.output)
        kind = promised_kind(final) if written != final else OutputKind.FILE
        return [ExpectedOutput(written, final, kind)]


def _plan(request: _Request) -> Plan:
    return _planned(request.spec, request.settings, request.source)


def _planned(spec: JobSpec, settings: Any, source: SourceInfo | None) -> Plan:
    text, path = source.text if source else "", Path(spec.source)
    values = form.values_of(settings)
    name = form.result_parameter(text, path.name)
    if name:
        # The name of the result is the job's own: it may be another than the parameter's.
        values[name] = spec.output
    return planned(text, path, tuple(sorted(values.items())))


def _task(request: _Request, plan: Plan) -> TaskSpec:
    """The task that is meant; a job with one task need not say so."""
    return request.task if request.task.step else plan.tasks[0]


def _result(request: _Request, plan: Plan) -> dict[str, str]:
    """The parameter that names the result, with the path to write to; empty where there is none.

    The only task of a job writes into the folder of its attempt, and is published like any render.
    Several tasks share the file itself: an early one may write what a later one reads.
    """
    text = request.source.text if request.source else ""
    name = form.result_parameter(text, Path(request.spec.source).name)
    if not name:
        return {}
    alone = len(plan.tasks) == 1
    return {name: str(request.folder / request.output.name if alone else request.output)}
