"""Everything between the claim of a task and the start of its program."""

import os
import shlex
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from rendermanager.config.private import write_private
from rendermanager.core.adaptation import PLAIN, Adaptation
from rendermanager.core.errors import BadInput, DestinationUnusable, NotPossibleNow
from rendermanager.core.job import Job, JobSpec
from rendermanager.core.output import ExpectedOutput, Origin, OutputKind
from rendermanager.core.problem import Problem
from rendermanager.core.progress import Observation, resumed
from rendermanager.core.secret import revealed, secret_names
from rendermanager.core.source import SourceInfo
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.core.trust import Runs, needed
from rendermanager.engine.approval import (
    Allows,
    approval_problem,
    nothing_allowed,
    source_runs,
)
from rendermanager.engine.emptied import missing_above
from rendermanager.engine.kept import origin_of
from rendermanager.engine.publishing import make_folders
from rendermanager.engine.reaching import job_source_problems
from rendermanager.log import masked, masked_words, secrets_in
from rendermanager.machine.keyring import read_secret
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import (
    Command,
    EngineVersion,
    Listener,
    RenderEngine,
    RenderRequest,
)
from rendermanager.renderers.extras import (
    inspected,
    runs_source,
    settings_for,
)
from rendermanager.renderers.settings import read_settings
from rendermanager.store.attempts import Claim

FOLDER_PREFIX: Final = ".rendermanager-"
"""How our temporary folders beside an output are called."""

Resume = Callable[[RenderRequest[Any], Sequence[ExpectedOutput]], frozenset[int]]
"""Brings what earlier attempts have made into the folder of this one; the numbers of frames."""

_PROCESSORS: Final = os.cpu_count() or 1
_NOWHERE: Final = Path()
_KEPT: Final = frozenset(
    {"PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TEMP", "TMP", "TZ", "DISPLAY"}
    | {"XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "CUDA_VISIBLE_DEVICES"}
    | {"SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA"}
    | {"LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "COMMONPROGRAMFILES"}
    | {"NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "USERNAME", "HOMEDRIVE", "HOMEPATH"}
)
_KEPT_PREFIXES: Final = ("LC_", "LANG", "FONTCONFIG_", "OCIO")


def _nobody_asks(_: Path) -> None:
    """Folders are made without a record."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A task ready to run.

    Attributes:
        command: What to run.
        outputs: What it must leave behind.
        listen: Hears what it prints.
        header: Top of the log.
        hidden: Secrets in `command`, by name or in plain text, which its log must not show.
        had: How many of its frames are there already.
        origin: What its result depends on; None where it is not kept for another attempt.
        has_all: Whether nothing is left to render: all of it is there already.
    """

    command: Command = field(repr=False)
    outputs: tuple[ExpectedOutput, ...]
    listen: Listener
    header: str
    hidden: tuple[str, ...] = field(default=(), repr=False)
    had: int = 0
    origin: Origin | None = None
    has_all: bool = False


def attempt_folder(job: Job, run: str) -> str:
    """The temporary folder of an attempt: beside the output, so that publishing is a rename."""
    if not job.spec.output:
        return ""
    parent = Path(job.spec.output).parent
    return str(parent / f"{FOLDER_PREFIX}{job.id}-{run}")


def shared_folder(job: Job) -> str:
    """The folder that the tasks of a job share; empty for a job with one."""
    return attempt_folder(job, "shared") if job.tasks > 1 else ""


def request_for(
    spec: JobSpec,
    source: SourceInfo | None,
    engine: RenderEngine[Any],
    folder: str = "",
    adaptation: Adaptation = PLAIN,
    task: TaskSpec = WHOLE,
    shared: str = "",
) -> RenderRequest[Any]:
    """What the engine needs to know about a task.

    Raises:
        BadInput: The stored settings do not fit the engine (any more).
    """
    return RenderRequest(
        spec=spec,
        settings=read_settings(settings_for(engine, spec, source), spec.settings),
        source=source,
        output=Path(spec.output) if spec.output else _NOWHERE,
        folder=Path(folder) if folder else _NOWHERE,
        threads=adaptation.threads(_PROCESSORS),
        software=adaptation.software,
        task=task,
        shared=Path(shared) if shared else _NOWHERE,
    )


def request_of(
    claim: Claim, engine: RenderEngine[Any], source: SourceInfo | None
) -> RenderRequest[Any]:
    """What the engine needs to know about an attempt.

    Args:
        claim: The attempt.
        engine: Its engine.
        source: What was found in its source; see `source_of`.

    Raises:
        BadInput: The stored settings do not fit the engine (any more).
    """
    return request_for(
        claim.spec,
        source,
        engine,
        claim.attempt.folder,
        claim.attempt.adaptation,
        claim.task,
        claim.job.shared,
    )


def source_of(claim: Claim, engine: RenderEngine[Any], media: MediaReader) -> SourceInfo | None:
    """What is inside the source of an attempt; a step that reads what others made looks now.

    Raises:
        BadInput: Its source cannot be used.
    """
    if not claim.task.engine:
        return claim.job.source
    return inspected(engine, claim.spec, media)


def prepare(
    claim: Claim,
    engine: RenderEngine[Any],
    version: EngineVersion,
    media: MediaReader,
    allows: Allows = nothing_allowed,
    resume: Resume | None = None,
    making: Callable[[Path], None] = _nobody_asks,
) -> Prepared:
    """Check once more, make the folder and build the command.

    Args:
        claim: The attempt.
        engine: Its engine.
        version: The program that is going to run.
        media: Reads media files.
        allows: Whether a person has allowed what the command would run.
        resume: Brings frames into the attempt's folder that are there already; None for none.
        making: Told the uppermost folder that has to be made, before it is.

    Raises:
        BadInput: Something speaks against running it; all problems are listed.
        DestinationUnusable: The folder cannot be made where the output is to be.
    """
    spec, folder = claim.spec, claim.attempt.folder
    request = request_of(claim, engine, source_of(claim, engine, media))
    if engine.reads_source:
        # The source may have changed since it was checked; others are checked by `command` alone.
        problems = (*job_source_problems(spec), *engine.validate(request, version))
        blocking = [problem for problem in problems if problem.blocks]
        if blocking:
            raise BadInput(blocking)
    secrets = _read_secrets(spec)
    origin = origin_of(request, version, engine) if folder and spec.source else None
    # All that there must be in the end, whoever has made it.
    outputs = tuple(engine.outputs(request))
    _make_folders(claim, outputs, making)
    if resume is not None:
        request = replace(request, done=resume(request, outputs))
    has_all = resume is not None and _is_there(outputs, len(request.done))
    command = engine.command(request, version)
    runs = _runs(engine, request, command)
    if not allows(runs):
        # What it was added with may have changed since.
        raise BadInput([approval_problem(Path(spec.source), needed(runs))])
    if command.files:
        _write_files(Path(folder), command.files)
    # The log names the secrets and shows no values.
    header = _header(claim, command)
    had = len(request.done)
    if had:
        header += f"# {had} of {outputs[0].frames} frames were there already\n"
    if secrets:
        command = _with_secrets(command, secrets)
    listen = listener_of(engine, request, outputs)
    hidden = _hidden(spec, secrets)
    return Prepared(command, outputs, listen, header, hidden, had, origin, has_all)


def _is_there(outputs: Sequence[ExpectedOutput], had: int) -> bool:
    """Whether all of it is there: the folder is new, so that nothing else can be in it."""
    if len(outputs) != 1:
        return False
    (whole,) = outputs
    if whole.kind is OutputKind.SEQUENCE:
        return 0 < had == whole.frames
    return Path(whole.written).is_file()


def listener_of(
    engine: RenderEngine[Any], request: RenderRequest[Any], outputs: Sequence[ExpectedOutput]
) -> Listener:
    """Who hears an attempt: what it tells is about all frames, not the missing ones alone."""
    listen = engine.listener(request)
    had = len(request.done)
    if not had:
        return listen

    def hear(line: str) -> Observation | None:
        seen = listen(line)
        return None if seen is None else resumed(seen, had, outputs[0].frames)

    return hear


def _runs(
    engine: RenderEngine[Any], request: RenderRequest[Any], command: Command
) -> tuple[Runs, ...]:
    """What a command runs besides the engine's own program."""
    if not runs_source(engine):
        return tuple(command.runs)
    text = request.source.text if request.source is not None else ""
    return (*source_runs(Path(request.spec.source), text), *command.runs)


def looks_at_something(spec: JobSpec) -> bool:
    """Whether preparing a command may block: on a disk, or on a keyring that is locked."""
    return bool(spec.expects or _secrets_of(spec))


def _secrets_of(spec: JobSpec) -> tuple[str, ...]:
    """The secrets that a command names; a file of such a name stands for none."""
    return secret_names((*spec.argv[1:], *spec.env.values()))


def _read_secrets(spec: JobSpec) -> dict[str, str]:
    """The secrets that a command names, from the keyring.

    Raises:
        BadInput: One cannot be had. That is this job's trouble, and no other command's.
    """
    try:
        return {name: read_secret(name) for name in _secrets_of(spec)}
    except NotPossibleNow as error:
        raise BadInput([Problem("argv", error.message, error.hint)]) from error


def _hidden(spec: JobSpec, secrets: Mapping[str, str]) -> tuple[str, ...]:
    return (*secrets.values(), *secrets_in([*spec.argv, *assignments(spec.env)]))


def _with_secrets(command: Command, values: Mapping[str, str]) -> Command:
    program, *words = command.argv
    env = {name: revealed(value, values) for name, value in command.env.items()}
    return replace(command, argv=(program, *(revealed(each, values) for each in words)), env=env)


def scrubbed_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment of every render: the usual variables, and nothing that bends programs."""
    return {
        name: value
        for name, value in environ.items()
        if name.upper() in _KEPT or name.upper().startswith(_KEPT_PREFIXES)
    }


def _make_folders(
    claim: Claim, outputs: Sequence[ExpectedOutput], making: Callable[[Path], None]
) -> None:
    """Make the folders of an attempt, and those its results go to.

    Raises:
        DestinationUnusable: One cannot be made.
    """
    if claim.job.shared:
        _make_folder(Path(claim.job.shared), making, exist_ok=True)
    if claim.attempt.folder:
        _make_folder(Path(claim.attempt.folder), making)
        for output in outputs:
            _make_parent(Path(output.final).parent, making)


def _make_folder(folder: Path, making: Callable[[Path], None], *, exist_ok: bool = False) -> None:
    try:
        try:
            _make_parent(folder.parent, making)
            folder.mkdir(mode=0o700, exist_ok=exist_ok)
        except FileNotFoundError:
            # Another job has just taken away what was empty.
            _make_parent(folder.parent, making)
            folder.mkdir(mode=0o700, exist_ok=exist_ok)
    except FileExistsError:
        raise
    except OSError as error:
        raise DestinationUnusable(folder.parent, error) from error


def _make_parent(folder: Path, making: Callable[[Path], None]) -> None:
    """Make the folder of a result where it is missing.

    Raises:
        DestinationUnusable: It cannot be made.
    """
    try:
        if not folder.exists():
            making(missing_above(folder))
            make_folders(folder)
    except FileExistsError:
        raise
    except OSError as error:
        raise DestinationUnusable(folder, error) from error


def _write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write what the program reads, so that nobody else can; the folder is new and empty."""
    for name, content in files.items():
        path = folder / name
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private(path, content, durable=False)
        except OSError as error:
            raise DestinationUnusable(folder, error) from error


def _header(claim: Claim, command: Command) -> str:
    """The top of the log: a line that can be pasted into a shell."""
    stamp = time.strftime("%Y-%m-%d %H:%M:%S %z")
    # As the shell wants it: only the value of a variable is quoted.
    words = masked_words(assignments(command.env))
    added = [f"{name}={_quoted(value)}" for name, _, value in (w.partition("=") for w in words)]
    line = " ".join((*added, *map(_quoted, masked_words(command.argv))))
    # A name or an argument may hold line breaks; every line of the header stays one.
    name = " · ".join(filter(None, (claim.job.name, claim.task.name)))
    text = masked(f"{name} · {stamp}\nin {command.cwd}\n{line}")
    return "".join(f"# {each}\n" for each in text.splitlines())


def _quoted(word: str) -> str:
    """A word for the shell; the dots in the place of a secret need no quotes."""
    shown = word.removesuffix("…")
    if shown == word:
        return shlex.quote(word)
    return f"{shlex.quote(shown) if shown else ''}…"


def assignments(env: Mapping[str, str]) -> list[str]:
    """Variables as words: ``NAME=value``."""
    return [f"{name}={value}" for name, value in env.items()]
