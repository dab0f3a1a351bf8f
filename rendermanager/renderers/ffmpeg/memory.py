"""About how much memory an ffmpeg render takes, from its codec and the size of its pictures."""

import os
from pathlib import Path
from typing import Final

from rendermanager.core.needs import Basis, Needs
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.renderers.api import RenderRequest
from rendermanager.renderers.ffmpeg.estimate import likely_size
from rendermanager.renderers.ffmpeg.expected import expected_output
from rendermanager.renderers.ffmpeg.plan import is_deep, make_plan
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import VideoCodec

_PROGRAM_BYTES: Final = 60_000_000
_PER_PIXEL: Final = {
    VideoCodec.H264: 200,
    VideoCodec.H265: 220,
    VideoCodec.AV1: 220,
    VideoCodec.VP9: 170,
    VideoCodec.PRORES: 20,
    VideoCodec.DNXHR: 125,
}
"""Bytes for each pixel of the result: mostly pictures that the encoder looks ahead at.

Measured with ffmpeg 9.0 at 1280 × 720 to 3840 × 2160, medium speed and three threads, as the
largest resident size less that of the program (H.264 at 3840 × 2160: 1.8 GB). ProRes is always
deep, which doubles it.
"""
_PER_THREAD: Final = {VideoCodec.H264: 11, VideoCodec.H265: 8, VideoCodec.VP9: 8}
"""Bytes more for each pixel and thread, since threads work on pictures of their own."""
_STILL_PER_PIXEL: Final = 24
_READ_PER_PIXEL: Final = 18
"""Bytes for each pixel of the source: the pictures under way from the reader to the filters."""
_DEEP_FACTOR: Final = 2


def needs(request: RenderRequest[FfmpegSettings], cores: int | None = None) -> Needs:
    """What a render takes; a little more rather than less.

    Args:
        request: The task.
        cores: Processors of the machine, each a thread for the encoder; None asks the system.
    """
    source = request.source or SourceInfo(SourceKind.NONE)
    plan = make_plan(request.settings, source, Path(request.spec.source), request.output)
    if plan.facts is None:
        return Needs(memory_bytes=_PROGRAM_BYTES, basis=Basis.PREDICTED)
    expected = expected_output(request)
    size = (expected.width, expected.height)
    width, height = size if all(size) else likely_size(request.settings, source)
    codec = request.settings.video
    threads = request.threads or cores or os.cpu_count() or 1
    per_pixel = _PER_PIXEL.get(codec, _STILL_PER_PIXEL) + threads * _PER_THREAD.get(codec, 0)
    deep = _DEEP_FACTOR if is_deep(plan.pixel_format) else 1
    written = width * height * per_pixel * deep
    read = source.width * source.height * _READ_PER_PIXEL
    return Needs(memory_bytes=int(_PROGRAM_BYTES + written + read), basis=Basis.PREDICTED)
