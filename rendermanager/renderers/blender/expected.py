"""What a Blender render must leave behind."""

from typing import Final

from rendermanager.core.frames import FrameRange
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.media.sequences import frame_path, is_pattern
from rendermanager.renderers.api import RenderRequest
from rendermanager.renderers.blender import plan
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.blender.words import Format

_CODECS: Final = {
    Format.PNG: "png",
    Format.JPEG: "mjpeg",
    Format.EXR: "exr",
    Format.LAYERS: "exr",
    Format.TIFF: "tiff",
}
_BYTES_PER_PIXEL: Final = {
    Format.PNG: 0.5,
    Format.JPEG: 0.05,
    Format.EXR: 3.0,
    Format.LAYERS: 6.0,
    Format.TIFF: 1.5,
}
"""On the low side: a job must not wait for room that it would not use."""


def expected_outputs(request: RenderRequest[BlenderSettings]) -> list[ExpectedOutput]:
    """The pictures of one task; none when all of them are published already."""
    frames = plan.frames_of_task(request)
    if not frames.frames:
        return []
    settings = request.settings
    if request.task.step == plan.SOUND:
        return [_sound(request, frames)]
    width, height = plan.size_of(settings, request.source)
    written = request.folder / plan.written_name(settings)
    final = request.shared / written.name if settings.format.is_film else request.output
    is_still = not is_pattern(final)
    pictures = plan.pictures_of(settings.format)
    rate = plan.rate_of(settings, request.source)
    return [
        ExpectedOutput(
            written=str(frame_path(written, frames.frames[0]) if is_still else written),
            final=str(final),
            kind=OutputKind.IMAGE if is_still else OutputKind.SEQUENCE,
            frames=len(frames),
            first_frame=frames.frames[0],
            numbers=numbers(frames),
            width=width,
            height=height,
            video_codec=_CODECS[pictures],
            rate=plan.rate_text(rate),
            about_bytes=int(width * height * len(frames) * _BYTES_PER_PIXEL[pictures]),
        )
    ]


def _sound(request: RenderRequest[BlenderSettings], frames: FrameRange) -> ExpectedOutput:
    rate = plan.rate_of(request.settings, request.source)
    return ExpectedOutput(
        written=str(request.folder / plan.SOUND_FILE),
        final=str(request.shared / plan.SOUND_FILE),
        kind=OutputKind.AUDIO,
        duration_s=float(len(frames) / rate) if rate else 0.0,
        audio_codec="flac",
    )


def numbers(frames: FrameRange) -> str:
    """The frames as a text, where they do not simply follow each other."""
    first, last = frames.frames[0], frames.frames[-1]
    return "" if last - first + 1 == len(frames) else str(frames)
