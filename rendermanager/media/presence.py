"""Whether a result is there at all, as a file of its own that this render wrote."""

import os
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import Final

from rendermanager.core.output import ExpectedOutput, Finding, OutputKind, Stamp
from rendermanager.media.sequences import Sequence, is_pattern, sequence_at
from rendermanager.media.trouble import quoted

MAX_NAMED: Final = 3
"""Files that are named one by one."""


def stamp_of(path: Path) -> Stamp | None:
    """By what the file at `path` is known again; None when there is no file."""
    try:
        info = path.stat()
    except (OSError, ValueError):
        return None
    if not S_ISREG(info.st_mode):
        return None
    return Stamp(info.st_dev, info.st_ino, info.st_size, info.st_mtime_ns)


def files_of(path: Path, kind: OutputKind) -> list[Path]:
    """The files of a result that are there: many for a sequence."""
    if kind is not OutputKind.SEQUENCE:
        return [path] if os.path.lexists(path) else []
    found = _sequence(path)
    return list(found.files()) if found is not None else []


def _sequence(path: Path) -> Sequence | None:
    try:
        return sequence_at(path) if is_pattern(path) else None
    except OSError:
        return None


def check_presence(path: Path, name: str) -> Finding | None:
    """What is wrong with a file before its content counts."""
    try:
        info = path.stat()
    except FileNotFoundError:
        return Finding(f"{name} was not written.")
    except OSError as error:
        return Finding(f"{name} cannot be read ({error.strerror}).")
    if S_ISDIR(info.st_mode):
        return Finding(f"{name} is a folder, not a file.")
    if not S_ISREG(info.st_mode):
        # Opening a pipe would wait for its writer.
        return Finding(f"{name} is a device or a pipe, not a file.")
    return Finding(f"{name} is empty (0 bytes).") if info.st_size == 0 else None


def check_ownership(expected: ExpectedOutput, name: str) -> list[Finding]:
    """Whether the files are this render's own: neither left over, nor links to something else."""
    files = files_of(Path(expected.written), expected.kind)
    return [*_links(expected, files, name), *_left_over(expected, files, name)]


def _links(expected: ExpectedOutput, files: list[Path], name: str) -> list[Finding]:
    """A link in the temporary folder would be published in place of a file."""
    if expected.written == expected.final:
        return []
    if any(file.is_symlink() for file in files):
        return [Finding(f"{name} is a link to another file, not a file of its own.")]
    sources = source_numbers(expected.original.path if expected.original else "")
    if any(_number(file) in sources for file in files):
        return [Finding(f"{name} is the source itself, not a new file.")]
    return []


def is_source(output: Path, source: str) -> bool:
    """Whether a result of this name would stand in the place of its source, or of a part of it.

    Compared by what the names lead to: through links, other spellings and ``..``.
    """
    kind = OutputKind.SEQUENCE if is_pattern(output) else OutputKind.FILE
    sources = source_numbers(source)
    return bool(sources) and any(_number(file) in sources for file in files_of(output, kind))


def source_numbers(source: str) -> frozenset[tuple[int, int]]:
    """Device and file number of each file of a source; none for an empty path."""
    if not source:
        return frozenset()
    path = Path(source)
    is_sequence = is_pattern(path) and not os.path.lexists(path)
    files = files_of(path, OutputKind.SEQUENCE if is_sequence else OutputKind.FILE)
    return frozenset(number for file in files if (number := _number(file)) is not None)


def _number(file: Path) -> tuple[int, int] | None:
    try:
        info = file.stat()
    except OSError:
        return None
    return info.st_dev, info.st_ino


def _left_over(expected: ExpectedOutput, files: list[Path], name: str) -> list[Finding]:
    """Files that stood there before and were not touched: the program only claims to have run."""
    before = dict(expected.before.stamps) if expected.before is not None else {}
    same = [file for file in files if before and before.get(str(file)) == stamp_of(file)]
    if not same:
        return []
    if len(same) == len(files):
        return [Finding(f"{name} was not written anew: it is what stood there before.")]
    message = f"{name} was written anew only in part: {_named(same)} stood there before."
    return [Finding(message, fatal=False)]


def _named(files: list[Path]) -> str:
    names = [quoted(PurePath(file)) for file in files[:MAX_NAMED]]
    more = len(files) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")
