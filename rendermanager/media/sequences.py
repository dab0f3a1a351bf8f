"""Numbered stills that make up one shot.

A sequence is named by a pattern: a path whose *name* holds one ``%0Nd`` for the frame number, with
``%%`` for each percent sign of the real names. ``%01d`` stands for numbers without leading zeros;
``%d`` is read as the same. Folders are written as they are, so that ``pattern.parent`` is the real
folder; `ffmpeg_pattern` gives the spelling for ffmpeg, which wants the folders escaped, too.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path, PurePath
from typing import Final

from rendermanager.core.frames import FrameRange
from rendermanager.core.source import SourceKind
from rendermanager.media.kinds import kind_of

SEQUENCE_RATE: Final = Fraction(25)
"""Pictures per second as long as nobody says otherwise."""
MAX_DIGITS: Final = 9
"""Longer numbers are time stamps or hashes; ffmpeg counts to two thousand million."""
SPARSE_SPAN: Final = 1_000
"""Numbers that span more frames than this must not be sparse to count as one shot."""
MIN_DENSITY: Final = 0.05
"""Share of files that must be there in a long span; below it the numbers are no frame numbers."""

_PATTERN = re.compile(r"((?:[^%]|%%)*)%(?:0(\d{1,2}))?d((?:[^%]|%%)*)")
_NUMBER = re.compile(r"[0-9]+")
_VERSION = re.compile(r"(?:^|[^a-z])v$", re.IGNORECASE)
_VERSION_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Sequence:
    """Numbered stills that were found.

    Attributes:
        pattern: Absolute or relative as the files were; see the module for its spelling.
        first: Lowest number.
        last: Highest number.
        missing: Numbers in between that have no file.
        padding: Fewest digits of a number; 1 when there are no leading zeros.
    """

    pattern: Path
    first: int
    last: int
    missing: FrameRange
    padding: int

    @property
    def count(self) -> int:
        """Number of files."""
        return self.last - self.first + 1 - len(self.missing)

    def numbers(self) -> Iterator[int]:
        """The numbers that have a file, in ascending order."""
        absent = set(self.missing)
        return (n for n in range(self.first, self.last + 1) if n not in absent)

    def files(self) -> Iterator[Path]:
        """The files, in the order of their numbers."""
        return (frame_path(self.pattern, n) for n in self.numbers())


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to render: a single file or a sequence.

    Attributes:
        path: The file, or the sequence's pattern.
        sequence: Set when it is a sequence.
    """

    path: Path
    sequence: Sequence | None = None

    @property
    def first_file(self) -> Path:
        """A file that really has this name: the first one of a sequence."""
        return self.path if self.sequence is None else next(self.sequence.files())


@dataclass(frozen=True, slots=True)
class _Pattern:
    folder: Path
    prefix: str
    suffix: str
    padding: int

    def number(self, name: str) -> int | None:
        """The frame number in a file name, or None when the name is none of this sequence."""
        if len(name) <= len(self.prefix) + len(self.suffix):
            return None
        if not (name.startswith(self.prefix) and name.endswith(self.suffix)):
            return None
        digits = name[len(self.prefix) : len(name) - len(self.suffix)]
        if not (digits.isascii() and digits.isdigit()) or len(digits) > MAX_DIGITS:
            return None
        fits = len(digits) == self.padding or (len(digits) > self.padding and digits[0] != "0")
        return int(digits) if fits else None


def is_pattern(path: PurePath) -> bool:
    """Whether the name holds exactly one frame number field and no stray percent sign."""
    return _PATTERN.fullmatch(path.name) is not None


def frame_path(pattern: Path, number: int) -> Path:
    """The file of one frame.

    Raises:
        ValueError: `pattern` is no pattern, or `number` is negative.
    """
    if number < 0:
        raise ValueError("frame numbers of files start at 0")
    parsed = _parse(pattern)
    return parsed.folder / f"{parsed.prefix}{number:0{parsed.padding}d}{parsed.suffix}"


def shown_pattern(pattern: PurePath) -> str:
    """The name as artists write it, one # for each digit: ``shot_####.png``."""
    parsed = _parse(pattern)
    return f"{parsed.prefix}{'#' * parsed.padding}{parsed.suffix}"


def ffmpeg_pattern(pattern: PurePath) -> str:
    """The pattern as ffmpeg's image2 wants it: percent signs of the folders doubled, too."""
    folder = str(pattern.parent).replace("%", "%%")
    return str(PurePath(folder) / pattern.name)


def group(paths: Iterable[Path]) -> list[Found]:
    """Files sorted naturally, numbered stills of one shot taken together.

    Stills belong together when folder, text around the number, extension and padding are the same
    and at least two are there. Versions (``_v2``) and numbers inside a word (``1080p``) are no
    frame numbers. Whatever is no picture stays a single file.
    """
    found: list[Found] = []
    buckets: dict[tuple[Path, str, str], list[str]] = {}
    for path in dict.fromkeys(paths):
        parts = _split(path)
        if parts is None:
            found.append(Found(path))
        else:
            prefix, digits, suffix = parts
            buckets.setdefault((path.parent, prefix, suffix), []).append(digits)
    for (folder, prefix, suffix), numbers in buckets.items():
        for padding, members in _by_padding(numbers).items():
            sequence = _sequence(_Pattern(folder, prefix, suffix, padding), map(int, members))
            if sequence is not None and len(members) > 1:
                found.append(Found(sequence.pattern, sequence))
            else:
                found.extend(Found(folder / f"{prefix}{digits}{suffix}") for digits in members)
    return sorted(found, key=lambda item: natural_key(item.first_file))


def sequence_of(file: Path) -> Sequence | None:
    """The sequence that a still belongs to, going by the files beside it.

    None when it stands alone, is no numbered still, or its folder cannot be listed.
    """
    parts = _split(file)
    if parts is None:
        return None
    prefix, _, suffix = parts
    beside = [
        file.parent / name
        for name in _names(file.parent)
        if name.startswith(prefix) and name.endswith(suffix)
    ]
    for item in group(beside):
        if item.sequence is not None and _parse(item.path).number(file.name) is not None:
            return item.sequence
    return None


def sequence_at(pattern: Path) -> Sequence | None:
    """The files that match a pattern now; a single one will do.

    None when there are none, or when their numbers are too far apart to be one shot.

    Raises:
        ValueError: `pattern` is no pattern.
        OSError: The folder cannot be listed.
    """
    parsed = _parse(pattern)
    numbers = (parsed.number(name) for name in os.listdir(parsed.folder))  # noqa: PTH208
    return _sequence(parsed, (n for n in numbers if n is not None))


def is_frame_of(pattern: Path, file: PurePath) -> bool:
    """Whether a file of this name would count as a frame of the sequence; folders are not compared.

    Raises:
        ValueError: `pattern` is no pattern.
    """
    return _parse(pattern).number(file.name) is not None


def natural_key(path: PurePath) -> tuple[tuple[tuple[tuple[int, str], ...], ...], str]:
    """Sorts ``f9`` before ``f10``, without regard to case; folder by folder."""
    parts = (*path.parts[:-1], path.stem, path.suffix)
    return tuple(_pieces(part) for part in parts), str(path)


def _pieces(text: str) -> tuple[tuple[int, str], ...]:
    # Texts and numbers take turns, so that a text never meets a number.
    split = re.split(r"([0-9]+)", text.casefold())
    return tuple((int(piece), "") if at % 2 else (0, piece) for at, piece in enumerate(split))


def _parse(pattern: PurePath) -> _Pattern:
    match = _PATTERN.fullmatch(pattern.name)
    if match is None:
        raise ValueError(f"“{pattern.name}” has no single frame number field such as %04d")
    before, padding, after = match.groups()
    return _Pattern(
        Path(pattern.parent),
        before.replace("%%", "%"),
        after.replace("%%", "%"),
        max(1, int(padding or 1)),
    )


def _split(path: PurePath) -> tuple[str, str, str] | None:
    """A numbered still's name as (text before, digits, text after); None for anything else."""
    if kind_of(path) is not SourceKind.IMAGE:
        return None
    stem = path.name[: len(path.name) - len(path.suffix)]
    for match in reversed(list(_NUMBER.finditer(stem))):
        digits, before, after = match.group(), stem[: match.start()], stem[match.end() :]
        if len(digits) <= _VERSION_DIGITS and _VERSION.search(before):
            continue
        if len(digits) <= MAX_DIGITS and not after[:1].isalnum():
            return before, digits, after + path.suffix
    return None


def _by_padding(numbers: Iterable[str]) -> Mapping[int, list[str]]:
    """The numbers by the padding they were written with.

    A leading zero proves the padding. The others join the widest proven padding that they fit
    (``%03d`` writes 1000 for the frame after 999); without any, equal widths count as padded.
    """
    numbers = list(numbers)
    proven = {len(digits) for digits in numbers if len(digits) > 1 and digits[0] == "0"}
    groups: dict[int, list[str]] = {}
    loose: list[str] = []
    for digits in numbers:
        fitting = [width for width in proven if width <= len(digits)]
        if fitting:
            width = len(digits) if len(digits) in proven else max(fitting)
            groups.setdefault(width, []).append(digits)
        else:
            loose.append(digits)
    if loose:
        widths = {len(digits) for digits in loose}
        groups.setdefault(widths.pop() if len(widths) == 1 else 1, []).extend(loose)
    return groups


def _sequence(pattern: _Pattern, numbers: Iterable[int]) -> Sequence | None:
    found = sorted(set(numbers))
    if not found:
        return None
    span = found[-1] - found[0] + 1
    if span > SPARSE_SPAN and len(found) < span * MIN_DENSITY:
        return None
    before, after = pattern.prefix.replace("%", "%%"), pattern.suffix.replace("%", "%%")
    path = pattern.folder / f"{before}%0{pattern.padding}d{after}"
    missing = FrameRange(tuple(found)).missing()
    return Sequence(path, found[0], found[-1], missing, pattern.padding)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone, tens of thousands of them
    except OSError:
        return []
