"""What a Blender job renders, worked out from its settings and its scene: frames, parts, size."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Final

from rendermanager.core.frames import FrameRange
from rendermanager.core.source import Part, SourceInfo
from rendermanager.core.tasks import SHARED, TaskSpec
from rendermanager.renderers.api import RenderRequest
from rendermanager.renderers.blender import scenes
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.blender.words import Format

EXTENSIONS: Final = {
    Format.PNG: (".png",),
    Format.JPEG: (".jpg", ".jpeg"),
    Format.EXR: (".exr",),
    Format.LAYERS: (".exr",),
    Format.TIFF: (".tif", ".tiff"),
    Format.MP4: (".mp4",),
    Format.PRORES: (".mov",),
}
"""How results of a format are called, the usual one first."""
SOUND: Final = "sound"
"""Step of a task that mixes down the sound of the scene."""
ENCODE: Final = "encode"
"""Step of a task that makes a film of what the others have left."""
SOUND_FILE: Final = "sound.flac"
_ENCODERS: Final = {Format.MP4: "h264", Format.PRORES: "prores-hq"}
"""Presets of ffmpeg that make films."""
LEAST_CHUNK: Final = 5
MOST_CHUNK: Final = 100
PARTS: Final = 20
"""As many parts a job is cut into, as long as they are neither tiny nor huge."""
_FRAME: Final = "frame_"


def scene_of(settings: BlenderSettings, source: SourceInfo | None) -> Part | None:
    """The scene that is rendered; None where the file has none of that name."""
    if source is None:
        return None
    if not settings.scene:
        return source.parts[0] if source.parts else None
    return source.part(settings.scene)


def frames_of(settings: BlenderSettings, source: SourceInfo | None) -> FrameRange:
    """All frames of the job, by their numbers; none where nothing is known of the scene."""
    if settings.frames:
        return FrameRange.parse(settings.frames)
    scene = scene_of(settings, source)
    if scene is None:
        first = source.first_frame if source else 0
        return FrameRange(tuple(range(first, first + (source.frames if source else 0))))
    last = scene.first_frame + scene.frames * scene.step
    return FrameRange(tuple(range(scene.first_frame, last, scene.step)))


def frames_of_task(request: RenderRequest[BlenderSettings]) -> FrameRange:
    """The frames that one attempt renders: those of its task that are not there yet."""
    task = request.task.frames
    wanted = FrameRange.parse(task) if task else frames_of(request.settings, request.source)
    return FrameRange(tuple(number for number in wanted if number not in request.done))


def runs(frames: FrameRange) -> Iterator[tuple[int, int, int]]:
    """First, last and step of each run of frames, in order."""
    for part in str(frames).split(",") if frames.frames else ():
        run = FrameRange.parse(part).frames
        yield run[0], run[-1], run[1] - run[0] if len(run) > 1 else 1


def chunk_size(settings: BlenderSettings, count: int) -> int:
    """Frames in each part of a job with so many frames.

    Blender loads the scene again for each part, so that they should not be tiny; and what a
    crash costs, and how evenly the last parts are spread, speaks against huge ones.
    """
    return settings.chunk or min(MOST_CHUNK, max(LEAST_CHUNK, ceil(count / PARTS)))


def tasks(settings: BlenderSettings, source: SourceInfo | None) -> list[TaskSpec]:
    """The parts of a job; at least one."""
    frames = frames_of(settings, source)
    if not frames.frames:
        return [TaskSpec()]
    chunks = frames.chunks(chunk_size(settings, len(frames)))
    found = [TaskSpec(name=_named(chunk), frames=str(chunk)) for chunk in chunks]
    if settings.format.is_film:
        # A film that breaks off is lost as a whole, pictures are not; and they can be shared out.
        found += _film(settings, source, len(found))
    return found


def _film(settings: BlenderSettings, source: SourceInfo | None, count: int) -> Iterator[TaskSpec]:
    """What follows the frames, which so many tasks render."""
    scene, rate = scene_of(settings, source), rate_of(settings, source)
    with_sound = scene is not None and scenes.SOUND in scene.facts
    if with_sound:
        yield TaskSpec(name="sound", step=SOUND)
    values = {"sound": f"{SHARED}/{SOUND_FILE}"} if with_sound else {}
    yield TaskSpec(
        name="film",
        step=ENCODE,
        after=tuple(range(count + with_sound)),
        engine="ffmpeg",
        preset=_ENCODERS[settings.format],
        source=f"{SHARED}/{written_name(settings)}",
        settings={"sequence_rate": rate_text(rate), **values},
    )


def _named(frames: FrameRange) -> str:
    return f"frame {frames}" if len(frames) == 1 else f"frames {frames}"


def written_name(settings: BlenderSettings) -> str:
    """Name of the pictures in the folder of an attempt, as a pattern."""
    return f"{_FRAME}%04d{EXTENSIONS[pictures_of(settings.format)][0]}"


def pictures_of(wanted: Format) -> Format:
    """How the frames themselves are written."""
    return Format.PNG if wanted.is_film else wanted


def target(folder: Path) -> str:
    """The same name as Blender wants it, which adds the extension."""
    return str(folder / f"{_FRAME}####")


def size_of(settings: BlenderSettings, source: SourceInfo | None) -> tuple[int, int]:
    """Width and height of the pictures in pixels; zeros when that is not certain."""
    scene = scene_of(settings, source)
    if scene is None or not settings.percent:
        return (scene.width, scene.height) if scene else (0, 0)
    full = scene.facts.get(scenes.FULL_SIZE, "")
    if not full:
        return 0, 0
    width, height = (int(side) * settings.percent // 100 for side in full.split("x"))
    return width, height


def rate_text(rate: Fraction | None) -> str:
    """A rate as a text; empty when there is none."""
    return f"{rate.numerator}/{rate.denominator}" if rate else ""


def rate_of(settings: BlenderSettings, source: SourceInfo | None) -> Fraction | None:
    """Frames per second of the scene."""
    scene = scene_of(settings, source)
    return Fraction(scene.rate) if scene and scene.rate else None
