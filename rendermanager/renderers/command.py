"""The engine for any other program: its arguments are run as they are, never through a shell."""

import functools
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from typing import ClassVar, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.failure import FailureKind, FailureRule, rule
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem, nearest
from rendermanager.core.progress import Observation
from rendermanager.core.secret import name_problem, secret_names
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.media.kinds import kind_of
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import is_pattern
from rendermanager.media.trouble import plain
from rendermanager.renderers import discovery
from rendermanager.renderers.api import Command, EngineVersion, Listener, Preset, RenderRequest
from rendermanager.renderers.system_failures import SYSTEM_RULES

_KINDS: Final[Mapping[SourceKind | None, OutputKind]] = {
    # An .mp4 may hold sound alone, and an .ogg a film.
    SourceKind.VIDEO: OutputKind.MEDIA,
    SourceKind.AUDIO: OutputKind.MEDIA,
    SourceKind.IMAGE: OutputKind.IMAGE,
}
_AMBIGUOUS: Final = frozenset({".ts", ".mts", ".rm", ".dv", ".obu", ".psd", ".hdr", ".pcx"})
"""Other things go by these names as well, or readers of them are known to be poor."""
_MAX_WORDS: Final = 200
"""A status line is cut to this many characters."""
MAY_WAIT_S: Final = 1_800.0
"""A program that nobody knows may be made for waiting: seconds until it counts as hung."""
_REPORT: Final = re.compile(r"openjd_(progress|status|fail): ?(.*)")
_NUMBER: Final = re.compile(r"\s*(\d{1,3}(?:\.\d{1,9})?)\s*%?\s*")
_PERCENT: Final = re.compile(r"(?<![\w.,%+-])(\d{1,3}(?:\.\d{1,9})?) ?%(?![\w%])")
_LEADING: Final = re.compile(r"[\s\[(|]*")
_TRAILING: Final = re.compile(r"[\s\])|.…]*")
_PROGRESS_WORD: Final = re.compile(r"(?i)\b(?:progress|completed?|done|render(?:ing|ed)?)\b")
_OTHER_WORD: Final = re.compile(
    r"(?i)\b(?:[cg]pu|v?ram|mem(?:ory)?|disk|swap|battery|load|us(?:ed|age|ing)|utili[sz]ation|full"
    r"|free|quality|volume|opacity|scale|zoom|ratio|coverage|confidence|threshold|loss|hits?|of"
    r"|(?:small|larg|fast|slow|bett)er)\b"
)


@dataclass(frozen=True, slots=True)
class CommandSettings:
    """A command has no settings: its arguments say everything."""


class CommandEngine:
    """Runs the program that the job names. See `RenderEngine`."""

    name: ClassVar[str] = "command"
    label: ClassVar[str] = "Command"
    settings: ClassVar[type] = CommandSettings
    presets: ClassVar[Sequence[Preset]] = (
        Preset("command", "Command", "command", {}, "Runs a program with its arguments."),
    )
    failure_rules: ClassVar[Sequence[FailureRule]] = (
        rule(r"^openjd_fail: ?(.*)", FailureKind.SYSTEM_ERROR, "The program gave up: {0}"),
        *SYSTEM_RULES,
    )
    reads_source: ClassVar[bool] = False
    needs_program: ClassVar[bool] = False

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:  # noqa: ARG002
        """No program of its own: this machine itself stands for all of them."""
        return [(Path(os.path.abspath(os.sep)), discovery.SYSTEM)]  # noqa: PTH100

    def probe(self, program: Path) -> EngineVersion:
        return EngineVersion(program, "")

    def accepts(self, source: Path) -> bool:  # noqa: ARG002
        return False

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:  # noqa: ARG002
        return SourceInfo(SourceKind.NONE)

    def default_output(self, spec: JobSpec, settings: CommandSettings) -> Path:  # noqa: ARG002
        return Path(spec.output)

    def validate(
        self,
        request: RenderRequest[CommandSettings],
        version: EngineVersion | None = None,  # noqa: ARG002
    ) -> list[Problem]:
        return list(command_problems(request.spec, os.environ))

    def command(self, request: RenderRequest[CommandSettings], version: EngineVersion) -> Command:  # noqa: ARG002
        spec = request.spec
        program = resolved(spec.argv[0], os.environ) if spec.argv else None
        problems = list(command_problems(spec, os.environ, program=program))
        if problems or program is None:
            raise BadInput(problems)
        return Command(
            (str(program), *spec.argv[1:]),
            working_folder(spec),
            dict(spec.env),
            still_s=MAY_WAIT_S,
        )

    def listener(self, request: RenderRequest[CommandSettings]) -> Listener:  # noqa: ARG002
        return parse_line

    def outputs(self, request: RenderRequest[CommandSettings]) -> list[ExpectedOutput]:
        if not request.spec.expects:
            return []
        folder = working_folder(request.spec)
        paths = [str(folder / path) for path in dict.fromkeys(request.spec.expects)]
        return [ExpectedOutput(path, path, promised_kind(path)) for path in dict.fromkeys(paths)]


def promised_kind(path: str) -> OutputKind:
    """How a promised file is checked, going by its name."""
    name = PurePath(path)
    if name.suffix.lower() in _AMBIGUOUS:
        return OutputKind.FILE
    kind = kind_of(name)
    if kind is SourceKind.IMAGE and is_pattern(name):
        return OutputKind.SEQUENCE
    return _KINDS.get(kind, OutputKind.FILE)


def working_folder(spec: JobSpec) -> Path:
    """Where a command runs: as set, else beside its output, else at home."""
    if spec.cwd:
        return Path(spec.cwd)
    return Path(spec.output).parent if spec.output else _home()


@functools.cache
def _home() -> Path:
    return Path.home()


def resolved(word: str, env: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """The absolute program a first argument stands for, or None. The working folder is no place."""
    path = Path(word)
    if path.is_absolute():
        return path if discovery.is_program(path) else None
    return discovery.on_path(word, env, platform) if path.name == word else None


def command_problems(
    spec: JobSpec,
    env: Mapping[str, str],
    platform: str = sys.platform,
    program: Path | None = None,
) -> Iterator[Problem]:
    """What speaks against running these arguments.

    Args:
        spec: The job.
        env: Where ``PATH`` is read from.
        platform: As in `sys.platform`.
        program: What the first argument stands for, if that was found out already.
    """
    if not spec.argv or not spec.argv[0]:
        yield Problem("argv", "No program is named.", "Give a program and its arguments.")
        return
    texts = (*spec.argv, spec.cwd, *spec.env, *spec.env.values())
    if any("\0" in text for text in texts) or any("=" in name for name in spec.env):
        message = "An argument or variable holds a character that none can hold."
        yield Problem("argv", message, "Take out NUL, and “=” from the names of variables.")
        return
    for name in secret_names((*spec.argv[1:], *spec.env.values())):
        if problem := name_problem(name, "argv"):
            yield problem
    if secret_names(spec.argv[:1]):
        yield Problem("argv", "A program cannot be named by a secret.", "Name it as it is.")
    script = PureWindowsPath(spec.argv[0]).suffix.lower() in (".bat", ".cmd")
    if platform == "win32" and script and len(spec.argv) > 1:
        # The Windows shell would read the arguments as commands; there is no safe quoting.
        message = f"“{plain(spec.argv[0])}” is a shell script, which takes no arguments here."
        yield Problem("argv", message, "Name the program that it calls.")
    elif program is None and resolved(spec.argv[0], env, platform) is None:
        yield _missing(spec.argv[0], env)
    if spec.cwd and not Path(spec.cwd).is_dir():
        yield Problem("cwd", f"The folder “{plain(spec.cwd)}” does not exist.", "Choose another.")


def _missing(word: str, env: Mapping[str, str]) -> Problem:
    path = Path(word)
    if path.is_absolute():
        there = path.is_file()
        message = f"“{plain(word)}” " + ("may not be run." if there else "does not exist.")
        guess = nearest(path.name, _names([path.parent]))
        hint = "Make it executable." if there else _did_you_mean(str(path.parent / guess), guess)
        return Problem("argv", message, hint)
    if path.name != word:
        message = f"“{plain(word)}” is not an absolute path."
        return Problem("argv", message, "Name the program by its whole path.")
    guess = nearest(word, _names(discovery.search_folders(env)))
    message = f"There is no program “{plain(word)}” on this machine."
    return Problem("argv", message, _did_you_mean(guess, guess))


def _did_you_mean(suggestion: str, guess: str) -> str:
    return f"Did you mean “{plain(suggestion)}”?" if guess else "Check the spelling."


def _names(folders: Sequence[Path]) -> list[str]:
    found: list[str] = []
    for folder in folders:
        try:
            found += (path.name for path in folder.iterdir())
        except OSError:
            continue
    return found


def parse_line(line: str) -> Observation | None:
    """A report in the words of Open Job Description, or a percentage that reads as progress."""
    if "%" not in line and not line.startswith("openjd_"):
        return None  # nearly every line, and a flood of them is read on the main thread
    report = _REPORT.fullmatch(line.rstrip("\r\n"))
    if report is None:
        return _percentage(line)
    word, text = report.group(1), plain(report.group(2).strip())[:_MAX_WORDS]
    if word == "progress":
        number = _NUMBER.fullmatch(text)
        return _share(number.group(1)) if number else None
    if not text:
        return None
    return Observation(step=text) if word == "status" else Observation(warning=text)


def _percentage(line: str) -> Observation | None:
    """Only one in the line, at its start or end or beside a word such as “progress”.

    A line with two of them, or about memory and the like, is not about progress.
    """
    found = list(_PERCENT.finditer(line[:_MAX_WORDS]))
    if len(found) != 1 or _OTHER_WORD.search(line):
        return None
    match = found[0]
    leads = _LEADING.fullmatch(line[: match.start()])
    trails = _TRAILING.fullmatch(line[match.end() :])
    if leads or trails or _PROGRESS_WORD.search(line):
        return _share(match.group(1))
    return None


def _share(number: str) -> Observation | None:
    percent = float(number)
    return Observation(fraction=percent / 100) if percent <= 100 else None
