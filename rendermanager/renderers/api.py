"""What a render engine is: the interface between a program and the rest of the app."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Generic, Protocol, TypeVar

from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput
from rendermanager.core.problem import Problem
from rendermanager.core.progress import Observation
from rendermanager.core.source import SourceInfo
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
        did: What has then been shown, to follow “works:”, such as ``it rendered a small film``;
            without results it follows “seems ready:”.
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
        file: Path of the file in which a person keeps it; empty for what is built in.
    """

    name: str
    label: str
    engine: str
    settings: Mapping[str, object]
    description: str = ""
    aliases: tuple[str, ...] = ()
    file: str = ""


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

    An engine may also have ``remedies``, ``tasks``, ``at_once``, ``success``, ``doubts``,
    ``settings_for``, ``runs_source``, ``variable``, ``missing``, ``also_needs``, ``jobs_in``,
    ``inspect_job``, ``further_results``, ``trial``, ``install``, ``resumes``, ``endings``,
    ``sources``, ``picture``, ``uses`` and ``needs``: `extras` says what they do.
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
