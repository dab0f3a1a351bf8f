"""Turns what a person hands in — files, folders, frames, the sample — into things to render."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Final

from rendermanager.config.paths import absolute
from rendermanager.config.resources import resource
from rendermanager.core.errors import NotPossibleNow
from rendermanager.core.problem import Problem, Severity
from rendermanager.engine.reaching import source_problems
from rendermanager.media.folders import scan_folder
from rendermanager.media.sequences import Found, group, is_pattern, sequence_at, sequence_of
from rendermanager.media.sequences import Sequence as FrameSequence
from rendermanager.media.trouble import plain

SAMPLE: Final = "sample:"
"""The name of the built-in sample, wherever a file may be named."""
_SAMPLE_NAME: Final = "sample.mov"


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
    files: dict[Path, int] = {}
    placed: list[tuple[int, Found]] = []
    problems: list[Problem] = []
    for place, text in enumerate(inputs):
        if not text or "\0" in text:
            # Made absolute, an empty name would stand for the whole current folder.
            problems.append(_bad("An input has no name.", "Name files or folders."))
            continue
        path = Path(absolute(text))
        # These two answer for any name; the methods of Path raise for one that is too long.
        if text == SAMPLE:
            placed.append((place, Found(sample_file())))
        elif os.path.isdir(path):  # noqa: PTH112
            inside, notes = _inside(path)
            placed += [(place, each) for each in inside]
            problems += notes
        elif os.path.exists(path) or not is_pattern(path):  # noqa: PTH110
            files.setdefault(path, place)
        elif (sequence := _matching(path)) is not None:
            placed.append((place, Found(sequence.pattern, sequence)))
        else:
            problems.append(_nothing_matches(path))
    placed += [(min(_places(each, files)), each) for each in group(files)]
    placed.sort(key=itemgetter(0))
    return Expanded(tuple(each for _, each in placed), tuple(problems))


def _places(found: Found, files: Mapping[Path, int]) -> Iterable[int]:
    return (files[each] for each in (found.sequence.files() if found.sequence else [found.path]))


def named(source: str) -> tuple[Found, list[Problem]]:
    """What a job names as its source: one file or one pattern, never what lies around it."""
    if source == SAMPLE:
        return Found(sample_file()), []
    path = Path(source)
    if os.path.exists(path) or not is_pattern(path):  # noqa: PTH110 - see `expand`
        return Found(path), source_problems(Found(path))
    sequence = _matching(path)
    if sequence is None:
        return Found(path), [_nothing_matches(path)]
    found = Found(sequence.pattern, sequence)
    return found, source_problems(found)


def sample_file() -> Path:
    """The built-in sample.

    Raises:
        NotPossibleNow: The installation lacks it.
    """
    try:
        return resource("samples", _SAMPLE_NAME)
    except FileNotFoundError as error:
        raise NotPossibleNow(str(error)) from error


def is_sample(source: str) -> bool:
    """Whether this is the path of the built-in sample."""
    return Path(source).name == _SAMPLE_NAME and source == str(sample_file())


def sample_results() -> str:
    """Where results of the sample go when nobody says: the folder for films, else the home."""
    # Imported here: hardly anybody asks.
    import platformdirs  # noqa: PLC0415

    films = platformdirs.user_videos_dir()
    return (films if os.path.isdir(films) else str(Path.home())) + os.sep  # noqa: PTH112


def with_neighbours(found: Found) -> Found:
    """The whole sequence that a single numbered frame belongs to, or the frame itself."""
    if found.sequence is not None:
        return found
    sequence = sequence_of(found.path)
    return found if sequence is None else Found(sequence.pattern, sequence)


def _inside(folder: Path) -> tuple[list[Found], list[Problem]]:
    scan = scan_folder(folder, also=_is_job_file)
    problems = [
        Problem(
            "source",
            f"The folder “{plain(str(each))}” could not be read.",
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


def _is_job_file(path: Path) -> bool:
    """Whether a file in a folder holds jobs for After Effects; other JSON is passed over."""
    if path.suffix.lower() != ".json":
        return False
    # Few folders have any, and what reads them takes a while to import.
    from rendermanager.renderers.nexrender.jobholding import is_held  # noqa: PLC0415

    return is_held(path)


def _matching(pattern: Path) -> FrameSequence | None:
    try:
        return sequence_at(pattern)
    except OSError:
        return None


def _nothing_matches(pattern: Path) -> Problem:
    text = f"No file matches “{plain(str(pattern))}”."
    return _bad(text, "Check the folder and the numbers.")


def _bad(message: str, hint: str) -> Problem:
    return Problem("source", message, hint)
