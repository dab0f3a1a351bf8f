"""Says that a job would run something that nobody here has allowed."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.core.trust import Reach, Runs, is_trusted
from rendermanager.media.trouble import plain, shown

FIELD: Final = "trust"
"""What a problem is about that a person's approval takes away."""

WHOLE_FILES: Final = {
    ".blend": "scripts and drivers inside the scene “{0}”, whatever they are",
    ".py": "the Python script “{0}”, and whatever it imports",
    ".openjd.yaml": "the commands of the template “{0}”",
    ".openjd.yml": "the commands of the template “{0}”",
    ".openjd.json": "the commands of the template “{0}”",
}
"""Files that are approved as they are, by the end of their names, with what they run."""

Allows = Callable[[Sequence[Runs]], bool]
"""Whether a person has allowed these to run, all of them together and unchanged."""


def nothing_allowed(pieces: Sequence[Runs]) -> bool:
    """Where nobody has allowed anything: only what needs no approval may run."""
    return is_trusted(pieces, ())


def approval_problem(file: Path, pieces: Sequence[Runs]) -> Problem:
    """What would be run, and how to allow it.

    Args:
        file: The file that the job comes from.
        pieces: What needs approval, at least one.
    """
    more = len(pieces) - 1
    others = f" and {more} more" if more else ""
    text = f"“{shown(file)}” needs your approval: {plain(pieces[0].sentence)}{others}."
    hint = f"Look at it with: rendermanager trust {_quoted(plain(str(file)))}"
    if folder := _common_folder(pieces):
        more_words = f"rendermanager trust --folder {_quoted(plain(folder))}"
        hint += f" Or let every job read what lies in one folder: {more_words}"
    return Problem(FIELD, text, hint, file=str(file))


def _common_folder(pieces: Sequence[Runs]) -> str:
    """The folder that a job would read files from, if that is all; empty for a whole drive."""
    folders = [os.path.dirname(each.code) for each in pieces]  # noqa: PTH120 - for commonpath
    if any(each.reach is not Reach.READ for each in pieces):
        return ""
    try:
        common = os.path.commonpath(folders)
    except ValueError:
        return ""
    return common if Path(common).parent != Path(common) else ""


def file_runs(file: Path) -> tuple[Runs, ...]:
    """A file that is approved as a whole, because all of it counts; see `WHOLE_FILES`.

    Raises:
        BadInput: The file cannot be read.
    """
    try:
        return _whole(file, _digest(file))
    except OSError as error:
        text = f"“{shown(file)}” cannot be read: {error.strerror or error}."
        raise BadInput([Problem("file", text, "Check its name and its permissions.")]) from error


def source_runs(file: Path, text: str) -> tuple[Runs, ...]:
    """What rendering a source runs that is a program itself.

    Args:
        file: The source.
        text: What it held when it was checked, where the job has kept that: it is what runs.

    Raises:
        BadInput: The file cannot be read.
    """
    if not text:
        return file_runs(file)
    try:
        content = file.read_bytes()
    except OSError:
        content = b""
    # Approval is given to the bytes of a file, which may begin with a mark of their order.
    if content.decode("utf-8-sig", "replace") != text:
        content = text.encode("utf-8", "surrogatepass")
    return _whole(file, hashlib.sha256(content).hexdigest())


def _digest(file: Path) -> str:
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError(0, "it is no ordinary file")
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _whole(file: Path, digest: str) -> tuple[Runs, ...]:
    ends = (end for end in WHOLE_FILES if file.name.lower().endswith(end))
    words = WHOLE_FILES.get(next(ends, ""), "the commands in “{0}”")
    return (Runs(Reach.SCRIPT, words.format(shown(file)), "", digest),)


def to_approve(problems: Iterable[Problem]) -> tuple[Path, ...]:
    """The files that need a person's approval, each once."""
    found = (each.file for each in problems if each.field == FIELD and each.file)
    return tuple(Path(file) for file in dict.fromkeys(found))


def _quoted(text: str) -> str:
    return f'"{text}"' if os.sep == "\\" or " " in text else text
