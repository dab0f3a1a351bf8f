"""Takes samples of a file's pictures and sound. Used inside the helper only.

A film of two hours is sampled in seconds: the key pictures at evenly spread times, each with a
picture a moment later, and short pieces of the sound.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.survey import Look, Sound, Survey
from rendermanager.media.films import FORWARD_S, NO_TIME, Reel
from rendermanager.media.likeness import Span
from rendermanager.media.opening import TARGA, main_picture, main_sound, opened, targa_frame
from rendermanager.media.probing import numbered
from rendermanager.media.sequences import SEQUENCE_RATE
from rendermanager.media.sequences import Sequence as Shot

CELLS: Final = (32, 18)
"""A picture is made this small: noise and fine detail are gone, a face is still several cells."""
DETOUR_S: Final = 15.0
"""How far before a picture that did not decode it is tried once more."""
SAME_S: Final = 2.0
"""Decoders with several threads tell of an error some packets later, now sooner and now later."""
_FULL: Final = 32_768


def survey(
    path: Path,
    spans: Sequence[Span],
    *,
    snap: bool,
    rate: str,
    aspect: float,
    limit_s: float,
    still_alive: Callable[[], None],
) -> Survey:
    """Look at a file at the beginning and the end of each span, and listen in between.

    Args:
        path: A film, sound, a still, or the pattern of a sequence.
        spans: In the order of their importance; what the time limit cuts off is missing.
        snap: Whether a key picture nearby will do, where one has to jump.
        rate: Pictures per second of a sequence.
        aspect: Width by height of the middle part that is looked at; 0 for all of it.
        limit_s: After these seconds what was found has to do.
        still_alive: Called again and again while it goes on.

    Raises:
        Refused: It cannot be opened as media.
    """
    deadline = time.monotonic() + limit_s

    def goes_on() -> bool:
        still_alive()
        return time.monotonic() < deadline

    shot = numbered(path)
    if shot is not None:
        looks = list(
            _of_shot(shot, spans, Fraction(rate) if rate else SEQUENCE_RATE, aspect, goes_on)
        )
        return Survey(tuple(sorted(looks, key=_begin)), is_whole=len(looks) == len(spans))
    if path.suffix.lower() == TARGA:
        return Survey((_look(targa_frame(path), None, (0.0, 0.0), aspect),))
    looks, errors = _of_film(path, spans, snap, aspect, goes_on)
    sounds, more = _of_sound(path, spans, goes_on)
    errors += more
    error, at_s = errors[0] if errors else ("", 0.0)
    return Survey(
        tuple(sorted(looks, key=_begin)),
        tuple(sorted(sounds, key=_begin)),
        error,
        at_s,
        goes_on(),
    )


def _begin(piece: Look | Sound) -> float:
    return piece.at_s


def _of_shot(
    shot: Shot, spans: Sequence[Span], rate: Fraction, aspect: float, goes_on: Callable[[], bool]
) -> Iterator[Look]:
    files = list(shot.files())
    for start_s, end_s in spans:
        if not goes_on():
            return
        first, second = (_index(at_s, rate, len(files)) for at_s in (start_s, end_s))
        picture = _picture(files[first])
        later = _picture(files[second]) if second > first else None
        if picture is not None:
            yield _look(picture, later, (start_s, end_s), aspect)


def _index(at_s: float, rate: Fraction, count: int) -> int:
    return max(0, min(count - 1, int(at_s * rate + Fraction(1, 1000))))


def _picture(file: Path) -> VideoFrame | None:
    if file.suffix.lower() == TARGA:
        return targa_frame(file)
    with opened(file) as container:
        stream = main_picture(container)
        if stream is None:
            return None
        _brighten(stream)
        found = Reel(container, stream, VideoFrame).at(0.0)
        return found[1] if found else None


def _brighten(stream: VideoStream) -> None:
    """The light of an EXR is linear, which looks far too dark as it stands."""
    context = stream.codec_context
    if context.name == "exr":
        context.options = {**context.options, "apply_trc": "iec61966_2_1"}


def _of_film(
    path: Path, spans: Sequence[Span], snap: bool, aspect: float, goes_on: Callable[[], bool]
) -> tuple[list[Look], list[tuple[str, float]]]:
    looks: list[Look] = []
    with opened(path) as container:
        stream = main_picture(container)
        if stream is None:
            return [], []
        _brighten(stream)
        reel = Reel(container, stream, VideoFrame)
        for start_s, end_s in spans:
            if not goes_on():
                break
            look = _glance(reel, (start_s, end_s), snap, aspect)
            if look is not None and look not in looks:
                looks.append(look)
    return looks, _confirmed(path, reel.errors)


def _glance(reel: "Reel[VideoFrame]", span: Span, snap: bool, aspect: float) -> Look | None:
    # A single moment is meant, such as the very last picture.
    snap = snap and span[1] > span[0]
    found = reel.at(span[0], snap=snap)
    if found is None:
        return None
    shown_s, picture = found
    # A key picture that was taken instead stands for its own time.
    at_s = min(span[0], shown_s) if snap else span[0]
    until_s = at_s + span[1] - span[0] if snap else span[1]
    cells = _cells(picture, aspect)
    later = reel.at(until_s) if until_s > at_s else None
    return _compared(cells, None if later is None else _cells(later[1], aspect), (at_s, until_s))


def _confirmed(path: Path, errors: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The first error, if it comes again when one gets there from further back.

    After a jump, a picture may lean on one that lies before it and was never decoded.
    """
    if not errors:
        return []
    at_s = errors[0][1]
    if at_s == NO_TIME:
        return errors[:1]
    with opened(path) as container:
        stream = main_picture(container)
        if stream is None:
            return []
        reel = Reel(container, stream, VideoFrame)
        here_s = max(0.0, at_s - DETOUR_S)
        while here_s < at_s + FORWARD_S:
            # In small steps, or one would jump over the place.
            reel.at(here_s)
            here_s += FORWARD_S / 2
        return [each for each in reel.errors if abs(each[1] - at_s) < SAME_S][:1]


def _of_sound(
    path: Path, spans: Sequence[Span], goes_on: Callable[[], bool]
) -> tuple[list[Sound], list[tuple[str, float]]]:
    sounds = []
    with opened(path) as container:
        stream = main_sound(container)
        if stream is None:
            return [], []
        reel = Reel(container, stream, AudioFrame)
        for start_s, end_s in spans:
            if not goes_on():
                break
            peak = _peak(reel, stream, start_s, end_s)
            if peak is not None:
                sounds.append(Sound(start_s, end_s, peak))
    # Errors of sound after a jump are the decoder warming up; `measure` decodes both ends.
    return sounds, []


def _peak(
    reel: "Reel[AudioFrame]", stream: AudioStream, start_s: float, end_s: float
) -> float | None:
    """The largest sample of a span, 0 where the sound has a gap or is over; None before it."""
    resampler = av.AudioResampler(format="s16", layout=stream.layout, rate=stream.rate)
    peak: float | None = None
    for frame in reel.between(start_s, end_s):
        for each in resampler.resample(frame):
            peak = max(peak or 0.0, _loudest(each))
    return 0.0 if peak is None and reel.has_begun and end_s > start_s else peak


def _loudest(frame: AudioFrame) -> float:
    count = frame.samples * frame.layout.nb_channels
    samples = memoryview(bytes(frame.planes[0])).cast("h")[:count]
    highest, lowest = (max(samples), min(samples)) if count else (0, 0)
    return max(highest, -lowest) / _FULL


def _look(picture: VideoFrame, later: VideoFrame | None, span: Span, aspect: float) -> Look:
    return _compared(
        _cells(picture, aspect), None if later is None else _cells(later, aspect), span
    )


_Planes = tuple[bytes, ...]


def _compared(cells: _Planes, later: _Planes | None, span: Span) -> Look:
    red, green, blue, alpha = cells
    change = -1
    if later is not None:
        change = max(
            abs(one - other)
            for plane, after in zip(cells, later, strict=True)
            for one, other in zip(plane, after, strict=True)
        )
    return Look(
        at_s=span[0],
        brightest=max(
            (299 * r + 587 * g + 114 * b) // 1000 for r, g, b in zip(red, green, blue, strict=True)
        ),
        contrast=max(max(plane) - min(plane) for plane in (red, green, blue)),
        opacity=max(alpha),
        change=change,
        until_s=span[1],
    )


def _cells(picture: VideoFrame, aspect: float) -> _Planes:
    """The picture as a few cells: red, green, blue and opacity of each."""
    has_alpha = SourceInfo(SourceKind.IMAGE, pixel_format=picture.format.name).has_alpha
    name = "gbrap" if has_alpha else "gbrp"
    small = picture.reformat(*CELLS, name, interpolation="AREA")
    columns, rows = _middle(picture, aspect)
    planes = []
    for plane in small.planes:
        content, width = bytes(plane), plane.line_size
        planes.append(b"".join(content[row * width :][columns] for row in rows))
    green, blue, red = planes[:3]
    alpha = planes[3] if has_alpha else b"\xff" * len(red)
    return red, green, blue, alpha


def _middle(picture: VideoFrame, aspect: float) -> tuple[slice, range]:
    """The columns and rows of cells in the middle part of this aspect."""
    wide, high = CELLS
    if not aspect:
        return slice(0, wide), range(high)
    if picture.rotation % 180:
        aspect = 1 / aspect
    share = aspect * picture.height / picture.width
    # Half a cell too much is left out rather than half a cell of bars looked at.
    across = max(1, int(wide * min(1.0, share)) - (share < 1))
    down = max(1, int(high * min(1.0, 1 / share)) - (share > 1))
    left, top = (wide - across + 1) // 2, (high - down + 1) // 2
    return slice(left, left + across), range(top, top + down)
