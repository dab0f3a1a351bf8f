"""What samples of a media file show: the values by which black, still and silent are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """One picture, made so small that noise and detail are gone. Brightness goes from 0 to 255.

    Attributes:
        at_s: When it is shown, in seconds from the beginning.
        brightest: Of its brightest cell.
        contrast: Largest difference between two of its cells in one colour.
        opacity: Of its most opaque cell; 255 where the format has no transparency.
        change: Largest change of a cell up to the picture at `until_s`; -1 when there is none.
        until_s: When that later picture is shown.
    """

    at_s: float
    brightest: int
    contrast: int
    opacity: int = 255
    change: int = -1
    until_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Sound:
    """A short piece of the first audio stream.

    Attributes:
        at_s: When it begins, in seconds from the beginning of the file.
        until_s: When it ends.
        peak: Largest sample, 0 to 1.
    """

    at_s: float
    until_s: float
    peak: float


@dataclass(frozen=True, slots=True)
class Survey:
    """What was seen and heard in samples of a file.

    Attributes:
        looks: Pictures, in the order of time.
        sounds: Pieces of sound, in the order of time.
        error: What could not be decoded, in ffmpeg's words; empty when nothing.
        error_at_s: Where that was.
        is_whole: Whether every sample that was asked for was reached in time.
    """

    looks: tuple[Look, ...] = ()
    sounds: tuple[Sound, ...] = ()
    error: str = ""
    error_at_s: float = 0.0
    is_whole: bool = True
