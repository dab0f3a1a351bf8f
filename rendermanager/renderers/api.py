"""What a render engine is: the interface between a program and the rest of the app."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rendermanager.core.adaptation import Remedy
from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput
from rendermanager.core.problem import Problem
from rendermanager.core.progress import Observation
from rendermanager.core.source import SourceInfo
from rendermanager.core.success import PLAIN_SUCCESS, Success
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.core.trust import Runs
from rendermanager.media.reader import MediaReader

S = TypeVar("S")

Listener = Callable[[str], Observation | None]
"""Hears one attempt's output line by line; tells what a line says, None when nothing.

It may remember what it heard. It must take any text, and never raise.
"""


@dataclass(frozen=True, slots=True)
class EngineVersion:
    """A program that was found and asked for its version.

    Attributes:
        program: Absolute path.
        version: As the program says it.
        origin: Where it was found: ``chosen``, ``environment``, ``system``, ``built in``.
        features: Names of what this build can do, such as its encoders.
        helpers: Other files that it is run with, by their names: absolute paths.
    """

    program: Path
    version: str
    origin: str = ""
    features: frozenset[str] = frozenset()
    helpers: Mapping[str, Path] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class RenderRequest(Generic[S]):
    """Everything an engine needs to know about one task; all paths absolute.

    Attributes:
        spec: The job as asked for, names resolved.
        settings: The engine's settings: preset and changes merged and checked.
        source: What was found inside the source; None when the engine reads none.
        output: Path under which the result is published (``%0Nd`` in the name of a sequence).
        folder: The attempt's temporary folder, on the volume of the output.
        threads: Threads it may use, after memory ran out; 0 for any number.
        software: Whether to do without the graphics card, after that failed.
        task: The part of the job that this is.
        shared: Folder that all tasks of the job share until it ends, on the volume of the output;
            meaningless for a job with one task.
        done: Frames of this task that need not be rendered: an earlier attempt has left them, and
            they lie in `folder` already. Empty unless the engine says that it ``resumes``.
    """

    spec: JobSpec
    settings: S
    source: SourceInfo | None
    output: Path
    folder: Path
    threads: int = 0
    software: bool = False
    task: TaskSpec = WHOLE
    shared: Path = Path()
    done: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run. Never a shell line.

    Attributes:
        argv: Absolute path of the program, then its arguments.
        cwd: Folder to run in.
        env: Variables added to the scrubbed environment.
        machine_stdout: Standard output is progress for machines and stays out of the log.
        quit_text: What makes the program end in good order when written to its standard input.
        quit_s: Seconds to wait after `quit_text` before a signal is sent.
        grace_s: Seconds between the polite and the final signal.
        still_s: Seconds that the program may show no sign of life at all (no output, no
            computing, no reading or writing); 0 leaves it to the usual limits.
        limit_s: Seconds that it may take, where its engine knows; 0 leaves it to the job.
        files: Contents of files to be written into the attempt's folder before the program
            starts, by their names there; readable by this user alone.
        runs: What of it needs a person's approval: judged by the very bytes that it is run with.
    """

    argv: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)
    machine_stdout: bool = False
    quit_text: str = ""
    quit_s: float = 0.0
    grace_s: float = 5.0
    still_s: float = 0.0
    limit_s: float = 0.0
    files: Mapping[str, bytes] = field(default_factory=dict)
    runs: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """A tiny render by which a person sees that a program works here.

    Attributes:
        command: What to run; it takes seconds.
        outputs: What it must leave in its folder; nothing where the program can only be started.
        did: What has then been shown, to follow “works:”, such as ``it rendered a small film``.
    """

    command: Command
    outputs: tuple[ExpectedOutput, ...]
    did: str


@dataclass(frozen=True, slots=True)
class Held:
    """One job that a source holds.

    Attributes:
        spec: What to render of the source.
        problems: What is wrong with it, and what a person should know.
        runs: What of it needs a person's approval.
    """

    spec: JobSpec
    problems: tuple[Problem, ...] = ()
    runs: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """A named set of settings of one engine.

    Attributes:
        name: Short name for the command line: ``h264``.
        label: Shown in the window: ``H.264``.
        engine: Name of the engine.
        settings: Values by the names of the engine's settings.
        description: What it is good for, in one sentence.
        aliases: Other names it is known by.
    """

    name: str
    label: str
    engine: str
    settings: Mapping[str, object]
    description: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture.

    Attributes:
        width: Pixels.
        height: Pixels.
        pixels: Four bytes for each: red, green, blue, opacity; row by row from the top.
    """

    width: int
    height: int
    pixels: bytes


class RenderEngine(Protocol[S]):
    """Adapter for one program. Every method is pure, but for `find`, `probe` and `inspect`.

    Attributes:
        name: Short name, as in a JobSpec.
        label: Shown to people.
        settings: Frozen dataclass; its field names and types are what presets and
            ``--set key=value`` may use.
        presets: Built-in presets; the first one is the default.
        failure_rules: What the program says when it fails, specific before broad.
        reads_source: Whether a source must be named and inspected before the job is queued.
        needs_program: Whether it stands for one program, which `find` looks for.

    An engine may also have ``remedies``, see `remedies_of`, ``tasks``, see `tasks_of`, ``at_once``,
    see `at_once_of`, ``success``, see `success_of`, ``settings_for``, see `settings_for`,
    ``runs_source``, see `runs_source`, ``variable``, see `variable_of`, ``missing``, see
    `missing_words`, ``also_needs``, see `companions_of`, ``jobs_in``, see `jobs_in`,
    ``inspect_job``, see `inspected`, ``further_results``, see `further_results`, ``trial``, see
    `trial_of`, ``install``, see `missing_words`, ``resumes``, see `resumes`, ``endings``, see
    `endings_of`, ``picture``, see `picture_of`, and ``uses``, see `uses_of`.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    settings: ClassVar[type]
    presets: ClassVar[Sequence[Preset]]
    failure_rules: ClassVar[Sequence[FailureRule]]
    reads_source: ClassVar[bool]
    needs_program: ClassVar[bool]

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
        """Programs on this machine as (path, origin), the preferred one first.

        Args:
            env: The environment: ``RENDERMANAGER_<NAME>`` and ``PATH`` are read from it.
            chosen: Path set by the person; empty when none.
        """
        ...

    def probe(self, program: Path) -> EngineVersion:
        """Ask the program for its version, in at most ten seconds.

        Raises:
            OSError: It cannot be run, or gives no answer that makes sense.
        """
        ...

    def accepts(self, source: Path) -> bool:
        """Whether files of this name are its business (no look at the disk)."""
        ...

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:
        """Look inside a source. Runs on an I/O thread.

        Args:
            source: Absolute path; a sequence has one ``%0Nd`` in its name.
            media: Reads media files in helper processes of its own.

        Raises:
            BadInput: It cannot be used; the problems say why.
        """
        ...

    def default_output(self, spec: JobSpec, settings: S) -> Path:
        """Where the result goes when only a folder, or nothing, was named."""
        ...

    def validate(
        self, request: RenderRequest[S], version: EngineVersion | None = None
    ) -> list[Problem]:
        """What speaks against running this, as far as the values and the file system tell.

        Args:
            request: The task; its folder need not be known yet.
            version: The program that would run it, where one was found: what this very build
                cannot do is then among the problems.
        """
        ...

    def command(self, request: RenderRequest[S], version: EngineVersion) -> Command:
        """The program call that writes into ``request.folder``.

        Raises:
            BadInput: This build of the program cannot do it.
        """
        ...

    def listener(self, request: RenderRequest[S]) -> Listener:
        """A listener for one attempt."""
        ...

    def outputs(self, request: RenderRequest[S]) -> list[ExpectedOutput]:
        """What must be there when the program has ended well."""
        ...


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


def endings_of(engine: object) -> tuple[str, ...]:
    """How the names of an engine's sources end, to offer these files to a person: its ``endings``.

    Each begins with a point, as ``.blend`` does. They are a help to find files; what the engine
    reads is said by its ``accepts``.
    """
    return tuple(getattr(engine, "endings", ()))


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
