"""What is known about a source once somebody has looked inside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

_WITH_ALPHA: Final = (
    *("rgba", "bgra", "argb", "abgr", "gbrap", "yuva", "ayuv", "vuya", "uyva", "ya"),
    "pal8",  # the palette of a GIF or PNG may hold transparent entries
)


LAYER: Final = "layer"
"""Fact of OpenEXR pictures that are all in layers: the one that shows the finished picture."""


class SourceKind(StrEnum):
    """What a source is to an artist."""

    VIDEO = "video"
    """Moving pictures in one file, with or without sound."""
    AUDIO = "audio"
    """Sound alone."""
    IMAGE = "image"
    """One still."""
    SEQUENCE = "sequence"
    """Numbered stills that make up one shot."""
    PROJECT = "project"
    """A project of another program."""
    NONE = "none"
    """Nothing is read: a command that stands for itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something inside a project that can be rendered by itself: a scene, a composition.

    Attributes:
        name: As the project calls it.
        steps: Steps that it is rendered in; None when that cannot be told beforehand.
        first_frame: Number of its first picture.
        frames: Pictures in all.
        step: From one picture to the next one, in frames.
        rate: Frames per second as ``numerator/denominator``.
        width: Pixels.
        height: Pixels.
        facts: What else its engine knows, by words of that engine.
    """

    name: str
    steps: int | None = None
    first_frame: int = 0
    frames: int = 0
    step: int = 1
    rate: str = ""
    width: int = 0
    height: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def fps(self) -> Fraction | None:
        """Frames per second, or None when that is not known."""
        return _fps(self.rate)


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A source as a probe found it. Unknown numbers are 0, unknown words empty.

    Attributes:
        kind: What it is.
        container: Demuxer that reads it, by ffmpeg's name (``matroska,webm``, ``image2``).
        duration_s: Seconds.
        frames: Pictures in all; exact for sequences, as counted or declared for videos.
        rate: Frames per second as ``numerator/denominator``; empty for sound and stills.
        width: Pixels, as shown (rotation and sample aspect not applied).
        height: Pixels.
        video_codec: ffmpeg's name.
        pixel_format: ffmpeg's name, such as ``yuv420p``.
        audio_codec: ffmpeg's name of the first audio stream; empty when silent.
        audio_streams: Number of audio streams.
        sample_rate: Hertz of the first audio stream.
        channels: Channels of the first audio stream.
        size_bytes: Size of the file, or of all files of a sequence.
        first_frame: Number of the first file of a sequence.
        missing_frames: Gaps of a sequence, as a frame range; empty when complete.
        rotation: Degrees by which the pictures are turned for showing (90 and 270 swap width and
            height); None when that is not known.
        parts: What a project holds that can be rendered by itself, in its order.
        missing_files: Of a project, what it uses and cannot find.
        facts: What else its engine knows, by words of that engine.
        text: The source itself, where it is a short text that a job has to stay with: what was
            checked is what runs.
    """

    kind: SourceKind
    container: str = ""
    duration_s: float = 0.0
    frames: int = 0
    rate: str = ""
    width: int = 0
    height: int = 0
    video_codec: str = ""
    pixel_format: str = ""
    audio_codec: str = ""
    audio_streams: int = 0
    sample_rate: int = 0
    channels: int = 0
    size_bytes: int = 0
    first_frame: int = 0
    missing_frames: str = ""
    rotation: int | None = None
    parts: tuple[Part, ...] = ()
    missing_files: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def fps(self) -> Fraction | None:
        """Frames per second, or None when there are no moving pictures."""
        return _fps(self.rate)

    def part(self, name: str) -> Part | None:
        """The part of this name; of two the first, None when there is none."""
        return next((part for part in self.parts if part.name == name), None)

    @property
    def shown_size(self) -> tuple[int, int] | None:
        """Width and height as shown; None when they are not known for certain."""
        if self.rotation is None or self.rotation % 90 or not (self.width and self.height):
            return None
        upright = self.rotation % 180 == 0
        return (self.width, self.height) if upright else (self.height, self.width)

    @property
    def has_alpha(self) -> bool:
        """Whether the pictures can carry transparency, judged by the pixel format's name."""
        return self.pixel_format.startswith(_WITH_ALPHA)


def _fps(rate: str) -> Fraction | None:
    """A rate as a number; None for none, or one that nothing can be played at."""
    if not rate:
        return None
    value = Fraction(rate)
    return value if value > 0 else None
