"""The adapter that lets the rest of the app render with After Effects, through nexrender."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from rendermanager.core.adaptation import Remedy
from rendermanager.core.doubt import Doubt
from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.success import Success
from rendermanager.media.kinds import kind_of
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import (
    Command,
    EngineVersion,
    Held,
    Listener,
    Preset,
    RenderRequest,
    Trial,
)
from rendermanager.renderers.nexrender import (
    command,
    jobholding,
    jobrender,
    locate,
    names,
    preflight,
    trial,
)
from rendermanager.renderers.nexrender.failures import ADMISSION, NEXRENDER_DOUBTS, NEXRENDER_RULES
from rendermanager.renderers.nexrender.jobfiles import PROJECTS
from rendermanager.renderers.nexrender.listening import NexrenderListener
from rendermanager.renderers.nexrender.settings import JobFileSettings, NexrenderSettings

ENGINE: Final = "nexrender"
PRESETS: Final[Sequence[Preset]] = (
    Preset(
        "after-effects",
        "After Effects",
        ENGINE,
        {},
        "A movie of one composition, as After Effects' own output module makes it.",
        ("ae", "aep", "nexrender"),
    ),
    Preset(
        "after-effects-png",
        "After Effects PNG frames",
        ENGINE,
        {"output_ext": "png", "output_module": "PNG Sequence"},
        "One PNG for each frame; the template “PNG Sequence” has to exist in After Effects.",
        ("ae-png",),
    ),
)

Request = RenderRequest[NexrenderSettings]


def no_folders() -> tuple[str, ...]:
    """Where nobody has allowed any folder."""
    return ()


class NexrenderEngine:
    """Renders compositions of After Effects projects. See `RenderEngine`."""

    name: ClassVar[str] = ENGINE
    label: ClassVar[str] = "After Effects"
    settings: ClassVar[type] = NexrenderSettings
    presets: ClassVar[Sequence[Preset]] = PRESETS
    endings: ClassVar[tuple[str, ...]] = (*PROJECTS, jobholding.ENDING)
    sources: ClassVar[tuple[str, ...]] = ("After Effects projects", "nexrender jobs")
    failure_rules: ClassVar[Sequence[FailureRule]] = NEXRENDER_RULES
    remedies: ClassVar[frozenset[Remedy]] = frozenset({Remedy.THREADS})
    reads_source: ClassVar[bool] = True
    needs_program: ClassVar[bool] = True
    variable: ClassVar[str] = "RENDERMANAGER_AERENDER"
    at_once: ClassVar[int] = 1
    success: ClassVar[Success] = Success(admission=ADMISSION)
    doubts: ClassVar[Sequence[Doubt]] = NEXRENDER_DOUBTS

    def __init__(self, allowed: Callable[[], Iterable[str]] = no_folders) -> None:
        """Render with the programs of this machine.

        Args:
            allowed: Says which folders every job may read, besides that of its own file.
        """
        self._allowed = allowed

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
        return locate.find(env, chosen)

    def probe(self, program: Path) -> EngineVersion:
        return locate.probe(program)

    def also_needs(self, env: Mapping[str, str]) -> list[Path]:
        return locate.also_needed(env)

    def missing(self, env: Mapping[str, str]) -> Problem:
        return preflight.no_after_effects(env)

    def accepts(self, source: Path) -> bool:
        """Projects, and any JSON by its name: `inspect` refuses what is no job of nexrender."""
        return source.name.lower().endswith(self.endings)

    def jobs_in(self, spec: JobSpec) -> list[Held]:
        """See `api.jobs_in`."""
        if not jobholding.is_job_file(spec.source):
            return [Held(spec)]
        return jobholding.jobs_in(spec, self._allowed())

    def settings_for(self, spec: JobSpec, source: SourceInfo | None) -> type:  # noqa: ARG002
        """What a job file leaves open, or all of it. See `api.settings_for`."""
        kind: type = JobFileSettings if jobholding.is_job_file(spec.source) else NexrenderSettings
        return kind

    def inspect_job(self, spec: JobSpec, media: MediaReader) -> SourceInfo:
        """See `api.inspected`."""
        if jobholding.is_job_file(spec.source):
            return jobholding.inspect_job(spec, media, self._allowed())
        return self.inspect(Path(spec.source), media)

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:
        if jobholding.is_job_file(source):
            return jobholding.inspect_file(source)
        return media.project(source)

    def default_output(self, spec: JobSpec, settings: NexrenderSettings) -> Path:
        return names.default_output(spec, settings)

    def validate(self, request: Request, version: EngineVersion | None = None) -> list[Problem]:
        if jobholding.is_job_file(request.spec.source):
            ground = jobholding.ground_of(Path(request.spec.source), self._allowed())
            found = jobrender.problems(request, version, ground)
        else:
            found = preflight.request_problems(request)
        return found if version is None else [*found, *preflight.machine_problems(request, version)]

    def command(self, request: Request, version: EngineVersion) -> Command:
        return command.build(request, version, self._allowed)

    def trial(self, version: EngineVersion, folder: Path) -> Trial:
        """See `api.trial_of`. After Effects renders nothing without a project of somebody."""
        return trial.trial(version, folder)

    def listener(self, request: Request) -> Listener:
        first, last, step = command.frames_of(request)
        known = first is not None and last is not None
        given = (last - first) // step + 1 if known else 0  # type: ignore[operator]
        job = jobrender.job_of(request)
        encodes = job is not None and jobrender.encodes(job)
        return NexrenderListener(given=given, increment=step, encodes=encodes)

    def further_results(self, request: Request) -> list[Path]:
        """See `api.further_results`."""
        if not jobholding.is_job_file(request.spec.source):
            return []
        return jobholding.further_results(request.spec)

    def outputs(self, request: Request) -> list[ExpectedOutput]:
        job = jobrender.job_of(request)
        if job is not None:
            return jobrender.outputs(request, job)
        output = request.output
        first, last, step = command.frames_of(request)
        frames = 0 if first is None or last is None else (last - first) // step + 1
        still = names.is_still(output)
        # Which numbers the files bear is certain for a whole range alone.
        known = frames if not still or step == 1 else 0
        return [
            ExpectedOutput(
                str(request.folder / names.written_name(output)),
                str(output),
                _kind(output),
                frames=known,
                first_frame=first or 0,
            )
        ]


def _kind(output: Path) -> OutputKind:
    if names.is_still(output):
        return OutputKind.SEQUENCE
    return OutputKind.AUDIO if kind_of(output) is SourceKind.AUDIO else OutputKind.VIDEO
