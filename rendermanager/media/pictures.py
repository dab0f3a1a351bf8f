"""Small pictures of media files. Used inside the reading process only."""

import os
import time
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Final

import av
import av.filter
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from rendermanager.config.private import write_private
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.media.opening import (
    TARGA,
    Refused,
    has_decoder,
    is_still,
    main_picture,
    opened,
    targa_frame,
)
from rendermanager.media.probing import declared_s, numbered
from rendermanager.media.trouble import Trouble

DARK_LUMA: Final = 24.0
"""Mean brightness (16 is black in most videos) below which another picture is tried."""
OTHER_FRACTIONS: Final = (0.5, 0.75, 0.1)
LONG_GOP_S: Final = 12.0
"""How much further back to start when no key frame lies where a jump led."""
MAX_FORWARD_S: Final = 1.5
"""Time spent at most to get from a key frame to the wanted picture; then the last one has to do."""
GLANCE_PX: Final = 32
_TURNS: Final = {90: "cclock", 270: "clock"}


def write_thumbnail(
    source: Path, target: Path, size: tuple[int, int], fraction: float, exact: bool = False
) -> None:
    """Write a small picture of `source` to `target`, replacing it in one step.

    Args:
        source: A video, a still, or the pattern of a sequence.
        target: ``.png`` and ``.jpg`` choose the format; otherwise a picture with transparency
            becomes a PNG and any other a JPEG.
        size: Box that the picture fits into, in pixels; it is never enlarged.
        fraction: Which picture, 0 to 1 of the whole; a brighter one is taken if that is black.
        exact: Take that very picture, even if it is black.

    Raises:
        Refused: There is no picture, or it cannot be written.
    """
    brightest: VideoFrame | None = None
    for frame in _candidates(source, (fraction,) if exact else (fraction, *OTHER_FRACTIONS)):
        if brightest is None or _luma(frame) > _luma(brightest):
            brightest = frame
        if _luma(brightest) >= DARK_LUMA:
            break
    if brightest is None:
        raise Refused(Trouble.DAMAGED, "no picture in it can be decoded")
    _write(target, _encoded(_upright(brightest, size), target))


def _candidates(source: Path, shares: Sequence[float]) -> Iterator[VideoFrame]:
    shot = numbered(source)
    if shot is not None:
        files = list(shot.files())
        for at in dict.fromkeys(round(share * (len(files) - 1)) for share in shares):
            yield from _candidates(files[at], ())
    elif source.suffix.lower() == TARGA:
        yield targa_frame(source)
    elif _is_film(source):
        for share in shares:
            yield from _at(source, share)
    else:
        yield from _still(source)


def _is_film(source: Path) -> bool:
    with opened(source) as container:
        picture = main_picture(container)
        return picture is not None and not is_still(container, picture)


def _still(source: Path) -> Iterator[VideoFrame]:
    """The picture of a still, or the cover of a piece of music."""
    with opened(source) as container:
        picture = main_picture(container) or next(iter(container.streams.video), None)
        if picture is None or not has_decoder(picture):
            raise Refused(Trouble.NO_PICTURE)
        if picture.codec_context.name == "exr":
            # Its light is linear, which looks far too dark as it stands.
            options = picture.codec_context.options
            picture.codec_context.options = {**options, "apply_trc": "iec61966_2_1"}
        yield from islice(_decoded(container, picture), 1)


def _at(source: Path, share: float) -> Iterator[VideoFrame]:
    """The picture at a share of the whole, or the last one that could be decoded before it."""
    for reach_s in (0.0, LONG_GOP_S, None):
        last: VideoFrame | None = None
        with opened(source) as container:
            picture = main_picture(container)
            if picture is None:
                return
            start_s = (container.start_time or 0) / av.time_base
            wanted_s = start_s + declared_s(container) * share
            if reach_s is not None and not _jump(container, max(start_s, wanted_s - reach_s)):
                continue
            deadline = time.monotonic() + MAX_FORWARD_S
            for frame in _decoded(container, picture):
                last = frame
                is_there = frame.pts is None or frame.time >= wanted_s
                if is_there or time.monotonic() > deadline:
                    break
        if last is not None:
            yield last
            return


def _jump(container: InputContainer, at_s: float) -> bool:
    try:
        container.seek(round(at_s * av.time_base))
    except av.FFmpegError:
        return False
    return True


def _decoded(container: InputContainer, picture: VideoStream) -> Iterator[VideoFrame]:
    """The next pictures; what the decoder refuses is passed over."""
    for packet in container.demux(picture):
        try:
            yield from packet.decode()
        except av.FFmpegError:
            continue


def _luma(frame: VideoFrame) -> float:
    plane = frame.reformat(GLANCE_PX, GLANCE_PX, "gray", interpolation="AREA").planes[0]
    rows = memoryview(plane)
    total = sum(
        sum(rows[at : at + GLANCE_PX])
        for at in range(0, GLANCE_PX * plane.line_size, plane.line_size)
    )
    return total / GLANCE_PX**2


def _upright(frame: VideoFrame, size: tuple[int, int]) -> VideoFrame:
    """The picture as it is meant to be seen, small enough for the box."""
    turn = frame.rotation % 360
    box = size if turn % 180 == 0 else (size[1], size[0])
    scale = min(box[0] / frame.width, box[1] / frame.height, 1.0)
    width, height = max(1, round(frame.width * scale)), max(1, round(frame.height * scale))
    pixel_format = "rgba" if _is_transparent(frame) else "yuvj420p"
    small = frame.reformat(width, height, pixel_format, interpolation="AREA")
    return _turned(small, turn)


def _turned(frame: VideoFrame, turn: int) -> VideoFrame:
    if turn == 0:
        return frame
    graph = av.filter.Graph()
    source = graph.add_buffer(
        width=frame.width, height=frame.height, format=frame.format, time_base=Fraction(1, 25)
    )
    if turn in _TURNS:
        steps = [graph.add("transpose", _TURNS[turn])]
    else:
        steps = [graph.add("hflip"), graph.add("vflip")]
    graph.link_nodes(source, *steps, graph.add("buffersink")).configure()
    graph.vpush(frame)
    return graph.vpull()


def _is_transparent(frame: VideoFrame) -> bool:
    return SourceInfo(SourceKind.IMAGE, pixel_format=frame.format.name).has_alpha


def _encoded(frame: VideoFrame, target: Path) -> bytes:
    kinds = {".png": True, ".jpg": False, ".jpeg": False}
    as_png = kinds.get(target.suffix.lower(), frame.format.name == "rgba")
    if as_png:
        encoder = av.CodecContext.create("png", "w")
        frame = frame.reformat(format="rgba" if frame.format.name == "rgba" else "rgb24")
    else:
        encoder = av.CodecContext.create("mjpeg", "w")
        encoder.qmin = encoder.qmax = 3
        frame = frame.reformat(format="yuvj420p")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, frame.format.name
    encoder.time_base = Fraction(1, 25)
    return b"".join(bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)])


def _write(target: Path, content: bytes) -> None:
    part = target.with_name(f".{os.getpid()}.part")
    try:
        write_private(target, content, part=part, durable=False)
    except OSError as error:
        raise Refused(Trouble.NO_ROOM, os.strerror(error.errno or 0)) from error
