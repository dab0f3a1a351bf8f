"""Turns what a person hands in — files, folders, frames, the sample — into things to render."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rendermanager.config.paths import absolute
from rendermanager.config.resources import resource
from rendermanager.core.problem import Problem, Severity
from rendermanager.media.folders import scan_folder
from rendermanager.media.kinds import is_media
from rendermanager.media.sequences import Found, group, is_pattern, sequence_at, sequence_of
from rendermanager.media.trouble import shown

SAMPLE: Final = "sample:"
"""The name of the built-in sample, wherever a file may be named."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """What was found behind the inputs.

    Attributes:
        found: Files and sequences, in the order they were handed in.
        problems: What could not be used, and what a person should know.
    """

    found: tuple[Found, ...]
    problems: tuple[Problem, ...] = ()


def expand(inputs: Sequence[str]) -> Expanded:
    """Look behind each input; numbered frames handed in one by one become one sequence.

    Blocks on disks, so it belongs on an I/O thread.
    """
    files: list[Path] = []
    found: list[Found] = []
    problems: list[Problem] = []
    for text in inputs:
        if text == SAMPLE:
            found.append(Found(resource("samples", "sample.mov")))
            continue
        path = Path(absolute(text))
        if path.is_dir():
            inside, notes = _inside(path)
            found += inside
            problems += notes
        elif path.exists() or not is_pattern(path):
            files.append(path)
        else:
            found.append(_pattern(path, problems))
    return Expanded((*group(files), *found), tuple(problems))


def with_neighbours(found: Found) -> Found:
    """The whole sequence that a single numbered frame belongs to, or the frame itself."""
    if found.sequence is not None:
        return found
    sequence = sequence_of(found.path)
    return found if sequence is None else Found(sequence.pattern, sequence)


def _inside(folder: Path) -> tuple[list[Found], list[Problem]]:
    scan = scan_folder(folder)
    problems = [
        Problem(
            "source",
            f"The folder “{each}” could not be read.",
            "Change its permissions, or leave it out.",
            Severity.ERROR if each == folder else Severity.WARNING,
        )
        for each in scan.unreadable
    ]
    if scan.cut_off:
        text = f"“{folder}” holds more files than are taken at once."
        problems.append(Problem("source", text, "Add the rest by itself.", Severity.WARNING))
    if not scan.found and not problems:
        problems.append(
            Problem(
                "source",
                f"The folder “{folder}” holds no video, sound or pictures.",
                "Name a folder with media files in it.",
            )
        )
    return list(scan.found), problems


def _pattern(path: Path, problems: list[Problem]) -> Found:
    try:
        sequence = sequence_at(path)
    except OSError:
        sequence = None
    if sequence is None:
        problems.append(
            Problem("source", f"No file matches “{path}”.", "Check the folder and the numbers.")
        )
        return Found(path)
    return Found(sequence.pattern, sequence)


def source_problems(found: Found) -> list[Problem]:
    """What can be said against a source without looking inside it."""
    path = next(found.sequence.files()) if found.sequence else found.path
    if not is_text(str(path)):
        text = f"The name of “{shown(path)}” is not valid text (UTF-8)."
        return [_bad(text, "Rename the file or its folder.")]
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError:
        return [_bad(f"“{path}” does not exist.", "Check the name and the drive.")]
    except IsADirectoryError:
        return [_bad(f"“{path}” is a folder.", "Name a file, or a folder with media in it.")]
    except PermissionError:
        return [_bad(f"“{path}” may not be read.", "Change its permissions.")]
    except OSError as error:
        return [_bad(f"“{path}” cannot be read: {error.strerror or error}.", "Check the drive.")]
    if empty:
        return [_bad(f"“{path}” is empty (0 bytes).", "Copy or export it again.")]
    return []


def is_text(name: str) -> bool:
    """Whether a file name can be kept and shown: on Linux it may be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def could_be_media(path: Path) -> bool:
    """Whether the name looks like something to render; used while a drag hovers."""
    return is_media(path) or path.is_dir()


def _bad(message: str, hint: str) -> Problem:
    return Problem("source", message, hint)
