"""Whether a rendered sequence is whole: every frame there, complete, and of one size."""

import filecmp
from collections.abc import Iterator
from collections.abc import Sequence as Files
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path, PurePath
from stat import S_ISREG
from statistics import median
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.frames import FrameRange
from rendermanager.core.output import ExpectedOutput, Finding
from rendermanager.media.comparing import compare, where_source_moves
from rendermanager.media.dimensions import pixel_size
from rendermanager.media.measured import Measured
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import SEQUENCE_RATE, frame_path, sequence_at
from rendermanager.media.stills import is_complete
from rendermanager.media.trouble import quoted

NEIGHBOURS: Final = 5
TINY: Final = 0.2
"""Share of what the frames on either side have, below which a file is looked at twice."""
MAX_DECODED: Final = 16
"""Suspicious frames that are decoded; the first and the last always are."""
_HALF: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _Frame:
    number: int
    path: Path
    size: int


def check_sequence(expected: ExpectedOutput, reader: MediaReader) -> list[Finding]:
    """Everything that speaks against publishing a sequence, fatal or not. Blocks for a while.

    Raises:
        NotPossibleNow: No helper can be started, or the reader is closed.
    """
    name = quoted(PurePath(expected.final or expected.written))
    try:
        numbers = _numbers(expected)
        frames = [_frame(Path(expected.written), number) for number in numbers]
    except (OSError, ValueError) as error:
        return [Finding(f"{name} cannot be read ({error}).")]
    if not numbers:
        return [Finding(f"{name} was not written.")]
    missing = [f.number for f in frames if f.size < 0]
    empty = [f.number for f in frames if f.size == 0]
    if len(missing) == len(frames):
        return [Finding(f"{name} was not written: none of its {len(frames)} frames is there.")]
    there = [frame for frame in frames if frame.size > 0]
    found = [
        *_gaps(expected, missing, frames, name),
        *_listed(f"{name} has empty files for", empty, len(frames), "empty"),
        *_check_content(expected, there, name, reader),
    ]
    if any(finding.fatal for finding in found):
        return found
    rate = Fraction(expected.rate) if expected.rate else Fraction(SEQUENCE_RATE)
    length_s = float(len(there) / rate)
    return [
        *found,
        *_repetitions(expected, there, rate, name, reader),
        *compare(expected, length_s, float(rate), name, reader),
    ]


def _gaps(
    expected: ExpectedOutput, missing: Files[int], frames: Files[_Frame], name: str
) -> list[Finding]:
    """Missing frames; where nobody said which there should be, a steady step is on purpose."""
    numbers = sorted({frame.number for frame in frames} - set(missing))
    steps = {after - before for before, after in pairwise(numbers)}
    is_asked = bool(expected.frames or expected.numbers)
    if not is_asked and expected.original is None and len(steps) == 1:
        return []
    found = _listed(f"{name} lacks", missing, len(frames), "missing")
    is_certain = is_asked or expected.original is not None
    return found if is_certain else [replace(each, fatal=False) for each in found]


def _repetitions(
    expected: ExpectedOutput, frames: Files[_Frame], rate: Fraction, name: str, reader: MediaReader
) -> list[Finding]:
    """Frames that are the same file as the one before, although the source moves there.

    Told only where each frame stands for one of the source: else they are doubled on purpose.
    """
    original = expected.original
    if original is None or not expected.frames or original.start_s:
        return []
    same = {}
    for at in _same_as_before(frames):
        # In the middle of each picture's time, so that rounding cannot hit its neighbour.
        span = (float((at - 1 + _HALF) / rate), float((at + _HALF) / rate))
        same[span] = frames[at].number
    moving = where_source_moves(original, list(same), reader)
    found = _listed(f"{name} repeats", [same[span] for span in moving], len(frames), "repeated")
    return [
        Finding(f"{each.message.removesuffix('.')}, where its source moves.", fatal=False)
        for each in found
    ]


def _same_as_before(frames: Files[_Frame]) -> Iterator[int]:
    for at in range(1, len(frames)):
        one, other = frames[at - 1], frames[at]
        if one.size == other.size and filecmp.cmp(one.path, other.path, shallow=False):
            yield at


def _numbers(expected: ExpectedOutput) -> Files[int]:
    """The frames that must be there: those asked for, else from the first to the last found."""
    if expected.numbers:
        return FrameRange.parse(expected.numbers).frames
    if expected.frames:
        return range(expected.first_frame, expected.first_frame + expected.frames)
    found = sequence_at(Path(expected.written))
    return range(found.first, found.last + 1) if found else ()


def _frame(pattern: Path, number: int) -> _Frame:
    path = frame_path(pattern, number)
    try:
        info = path.stat()
    except FileNotFoundError:
        return _Frame(number, path, -1)
    # Opening a pipe would wait for its writer; whatever is no file counts as missing.
    return _Frame(number, path, info.st_size if S_ISREG(info.st_mode) else -1)


def _check_content(
    expected: ExpectedOutput, frames: Files[_Frame], name: str, reader: MediaReader
) -> list[Finding]:
    cut: list[int] = []
    sizes: dict[tuple[int, int], list[int]] = {}
    for frame in frames:
        try:
            if is_complete(frame.path) is False:
                cut.append(frame.number)
            size = pixel_size(frame.path)
        except OSError as error:
            return [Finding(f"{quoted(frame.path)} cannot be read ({error.strerror}).")]
        if size is not None:
            sizes.setdefault(size, []).append(frame.number)
    tiny = [frame for frame in _tiny(frames) if frame.number not in cut]
    found = _listed(f"{name} has cut-off files for", cut, len(frames), "cut off")
    chosen = {frame.number: frame for frame in (*frames[:1], *frames[-1:], *tiny[:MAX_DECODED])}
    for number in sorted(chosen.keys() - set(cut)):
        found += _decode(expected, chosen[number], sizes, reader)
    found += _one_size(expected, sizes, name)
    found += [
        Finding(
            f"{quoted(frame.path)} is far smaller ({frame.size} bytes) than the frames around"
            " it: look at it.",
            fatal=False,
        )
        for frame in tiny[:MAX_DECODED]
    ]
    return found


def _decode(
    expected: ExpectedOutput,
    frame: _Frame,
    sizes: dict[tuple[int, int], list[int]],
    reader: MediaReader,
) -> list[Finding]:
    name = quoted(frame.path)
    try:
        measured: Measured = reader.measure(frame.path, full=True)
    except BadInput as error:
        return [Finding(error.message)]
    if not measured.decodes:
        return [Finding(f"{name} cannot be decoded ({measured.error}).")]
    numbers = sizes.setdefault((measured.width, measured.height), [])
    if frame.number not in numbers:
        numbers.append(frame.number)
    if expected.video_codec and measured.video_codec != expected.video_codec:
        wants = expected.video_codec
        return [Finding(f"{name} is encoded as {measured.video_codec} but should be {wants}.")]
    return []


def _one_size(
    expected: ExpectedOutput, sizes: dict[tuple[int, int], list[int]], name: str
) -> list[Finding]:
    """Frames that differ from the size asked for, or from most of the others."""
    if not sizes:
        return []
    usual = max(sizes, key=lambda size: len(sizes[size]))
    wants = (expected.width or usual[0], expected.height or usual[1])
    return [
        Finding(
            f"{name} is {size[0]}×{size[1]} pixels in {_frames(numbers)} but should be"
            f" {wants[0]}×{wants[1]}."
        )
        for size, numbers in sizes.items()
        if size != wants
    ]


def _tiny(frames: Files[_Frame]) -> list[_Frame]:
    """Frames far smaller than those on both sides; a fade from black is none of that."""
    found = []
    for at in range(1, len(frames) - 1):
        before = [frame.size for frame in frames[max(0, at - NEIGHBOURS) : at]]
        after = [frame.size for frame in frames[at + 1 : at + 1 + NEIGHBOURS]]
        if frames[at].size < TINY * min(median(before), median(after)):
            found.append(frames[at])
    return found


def _listed(start: str, numbers: Files[int], total: int, what: str) -> list[Finding]:
    if not numbers:
        return []
    share = f"{len(numbers)} of {total} {what}"
    return [Finding(f"{start} {_frames(numbers)} ({share}).")]


def _frames(numbers: Files[int]) -> str:
    word = "frame" if len(numbers) == 1 else "frames"
    return f"{word} {FrameRange.of(numbers)}"
