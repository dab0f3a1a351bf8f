"""What a source is, as its headers tell. Used inside the reading process only."""

import os
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from rendermanager.core.source import LAYER, SourceInfo, SourceKind
from rendermanager.media.opening import (
    TARGA,
    Refused,
    first_name,
    is_still,
    layer_of,
    main_picture,
    main_sound,
    opened,
    os_refusal,
    targa_frame,
)
from rendermanager.media.sequences import SEQUENCE_RATE, Sequence, is_pattern, sequence_at
from rendermanager.media.trouble import Trouble

MAX_RATE: Final = 1_000
"""A higher rate is a stream's clock, not its pictures."""
FRAMES_SLACK: Final = 2
"""By how many pictures rounding may make a declared number look too high."""
TURNING: Final = frozenset({"mov", "matroska"})
"""Readers of films that can be stored lying on their side."""
UNTIMED_SCAN_S: Final = 2.0
"""Longest look through a file that does not say how long it lasts."""


def probe(path: Path) -> SourceInfo:
    """What is at `path`: a file, or a sequence when no file has the pattern as its name.

    Raises:
        Refused: It cannot be used.
        av.FFmpegError: It is damaged.
    """
    sequence = numbered(path)
    return _file(path) if sequence is None else _shot(sequence)


def numbered(path: Path) -> Sequence | None:
    """The sequence that `path` names; None when it names a file.

    Raises:
        Refused: It is a pattern that no file matches.
    """
    try:
        if not is_pattern(path) or os.path.lexists(path):
            return None
        sequence = sequence_at(path)
    except (OSError, ValueError) as error:
        raise os_refusal(error) from error
    if sequence is None:
        raise Refused(Trouble.NO_FRAMES)
    return sequence


def rate_of(stream: VideoStream) -> Fraction | None:
    """Pictures per second: the average, else libav's guess; None when neither makes sense."""
    for rate in (stream.average_rate, stream.guessed_rate):
        if rate is not None and 0 < rate <= MAX_RATE:
            return rate
    return None


def written(rate: Fraction | None) -> str:
    """A rate as ``numerator/denominator``; empty for None."""
    return f"{rate.numerator}/{rate.denominator}" if rate else ""


def declared_s(container: InputContainer) -> float:
    """Seconds that the header claims; 0 when it says nothing sensible."""
    return max(0.0, (container.duration or 0) / av.time_base)


def _file(path: Path) -> SourceInfo:
    size = _size(path)
    if path.suffix.lower() == TARGA:
        return _targa(targa_frame(path), size)
    with opened(path) as container:
        picture = main_picture(container)
        sound = main_sound(container)
        if picture is not None:
            info = _pictures(path, container, picture)
        elif sound is not None:
            duration = declared_s(container) or _scanned_s(container, sound)
            info = SourceInfo(SourceKind.AUDIO, first_name(container), duration)
        else:
            raise Refused(Trouble.NO_STREAMS)
        return replace(_with_sound(info, container, sound), size_bytes=size)


def _pictures(path: Path, container: InputContainer, stream: VideoStream) -> SourceInfo:
    if not stream.width or not stream.height:
        raise Refused(Trouble.DAMAGED, "the size of its picture cannot be read")
    still = is_still(container, stream)
    info = SourceInfo(
        SourceKind.IMAGE if still else SourceKind.VIDEO,
        container=first_name(container),
        frames=1,
        width=stream.width,
        height=stream.height,
        video_codec=stream.codec_context.codec.canonical_name,
        pixel_format=stream.pix_fmt or "",
        facts={LAYER: layer} if (layer := layer_of(stream)) else {},
    )
    if still:
        return info
    rotation = _rotation(path, first_name(container))
    duration = declared_s(container) or _scanned_s(container, stream)
    own_s = float((stream.duration or 0) * (stream.time_base or 0)) or duration
    rate = rate_of(stream)
    frames = _frames(stream.frames, max(0.0, own_s) * float(rate or 0))
    return replace(info, duration_s=duration, frames=frames, rate=written(rate), rotation=rotation)


def _rotation(path: Path, reader: str) -> int | None:
    """Degrees by which a film is to be turned; None when that cannot be read.

    Only the decoder tells, and reading on from there would spoil what follows: so the file is
    opened once more.
    """
    if reader not in TURNING:
        return 0
    with opened(path) as container:
        stream = main_picture(container)
        try:
            for frame in container.decode(stream) if stream is not None else ():
                return round(frame.rotation) % 360
        except av.FFmpegError:
            return None
    return None


def _frames(declared: int, timed: float) -> int:
    """Pictures that will be seen, going by what the header declares and by rate and length.

    A clip that was trimmed without encoding still declares the pictures that are cut away.
    """
    if declared and (timed == 0 or declared <= timed + FRAMES_SLACK):
        return declared
    return round(timed)


def _with_sound(
    info: SourceInfo, container: InputContainer, sound: AudioStream | None
) -> SourceInfo:
    if sound is None:
        return info
    context = sound.codec_context
    return replace(
        info,
        audio_codec=context.codec.canonical_name,
        audio_streams=len(container.streams.audio),
        sample_rate=context.sample_rate,
        channels=context.channels,
    )


def _scanned_s(container: InputContainer, stream: VideoStream | AudioStream) -> float:
    """Seconds up to the last packet; 0 when the file is too long to look through."""
    deadline = time.monotonic() + UNTIMED_SCAN_S
    first: float | None = None
    last = 0.0
    count = 0
    for packet in container.demux(stream):
        if time.monotonic() > deadline:
            return 0.0
        count += packet.size > 0
        if packet.pts is not None and packet.time_base:
            at = float(packet.pts * packet.time_base)
            first = at if first is None else min(first, at)
            last = max(last, at + float((packet.duration or 0) * packet.time_base))
    if first is None:
        # Raw streams carry no times.
        rate = rate_of(stream) if isinstance(stream, VideoStream) else None
        return float(count / rate) if rate else 0.0
    return last - first


def _targa(frame: VideoFrame, size: int) -> SourceInfo:
    return SourceInfo(
        SourceKind.IMAGE,
        container="image2",
        frames=1,
        width=frame.width,
        height=frame.height,
        video_codec="targa",
        pixel_format=frame.format.name,
        size_bytes=size,
    )


def _shot(sequence: Sequence) -> SourceInfo:
    first = _file(next(sequence.files()))
    if first.kind is not SourceKind.IMAGE:
        raise Refused(Trouble.NOT_MEDIA, "its files are not pictures")
    return replace(
        first,
        kind=SourceKind.SEQUENCE,
        container="image2",
        frames=sequence.count,
        rate=written(SEQUENCE_RATE),
        duration_s=float(sequence.count / SEQUENCE_RATE),
        size_bytes=sum(_size(file) for file in sequence.files()),
        first_frame=sequence.first,
        missing_frames=str(sequence.missing),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError) as error:
        raise os_refusal(error) from error
